import { Decimal } from '#libs/values';
import { type Draft } from '../draft.js';
import { type PostingRow } from '../posting.entity.js';
import { type Rule } from './rule.js';

/** 红冲: the same again with the opposite sign, where it was posted. */
export const reversal = ({ seq, line, quantity, ...posting }: PostingRow): Draft => ({
  ...posting,
  quantity: new Decimal(quantity).negated().toFixed(),
  reversesSeq: seq,
  reversesLine: line,
});

/** What ends like this never counted, on its own days, from this seq on. */
export const takeBack: Rule = (event, books) => books.post(event, books.standing(event.stream).map(reversal));
