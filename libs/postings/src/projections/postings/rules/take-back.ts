import { type StepVoided } from '#libs/eventsourcing';
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

/** What was taken back stands again, under whoever answers for its unit now. */
const again = ({ holder: unit, quantity, reversesSeq, reversesLine, ...posting }: PostingRow): Draft => ({
  ...posting,
  unit,
  holder: unit,
  quantity: new Decimal(quantity).negated().toFixed(),
});

/** A step that was recorded by mistake entered nothing: what stands of it is taken back, what it took back stands again. */
export const undo: Rule<StepVoided<string>> = (event, books) => {
  const { eventIds } = event.data;
  const standing = books.standing(event.stream).filter(({ factId }) => eventIds.includes(factId));
  const takenBack = books.takenBackBy(event.stream, eventIds);
  books.post(event, [...standing.map(reversal), ...takenBack.map(again)]);
};
