import { compare } from '../arithmetic.js';
import { code, oneOf, record } from '../checks.js';
import { type Subject } from '../figures.js';
import { given, over, sumOf } from '../worked.js';
import { type Found, type FoundNumber, type Ground, foundNumber } from './found.js';
import { type SourceRule } from './rule.js';
import { type IndicatorSource, type PlaceSource, type Source } from './source.js';

/** What a source has for each of several subjects, where it has a number. */
export const numbersOf = (
  source: Source,
  subjects: readonly Subject[],
  ground: Ground,
): { name: string; found: FoundNumber }[] =>
  subjects.flatMap((subject) => {
    const found = ground.find(source, { subject });
    return found.kind === 'value' ? [{ name: subject.unit.name, found }] : [];
  });

export const comparedForm = oneOf('apart', 'together');
export const tiedForm = oneOf('first', 'mean', 'last');

export const place: SourceRule<PlaceSource> = {
  check: ({ source }) =>
    record(
      {
        kind: oneOf('place'),
        of: source,
        better: oneOf('higher', 'lower'),
        from: oneOf('first', 'last'),
        as: oneOf('number', 'share'),
      },
      { tied: tiedForm, compared: comparedForm },
    ),

  find({ of, better, from, as, tied = 'first', compared }, at, ground): Found {
    const own = ground.find(of, at);
    if (own.kind !== 'value') return own;
    const peers = numbersOf(of, ground.peersOf(at.subject, compared), ground);
    const isAhead = (better === 'higher') === (from === 'first') ? 1 : -1;
    const orders = peers.map(({ found }) => compare(found.worked.value, own.worked.value) * isAhead);
    const first = orders.filter((order) => order > 0).length + 1;
    const last = first + orders.filter((order) => order === 0).length - 1;
    const [front, back] = [given(String(first)), given(String(last))];
    const rank = { first: front, last: back, mean: over(sumOf([front, back]), given('2')) }[tied];
    const places =
      first === last || tied === 'first' ? front.text : tied === 'last' ? back.text : `${first} 至 ${last}`;
    const because = `${own.worked.text} 列${from === 'first' ? '第' : '倒数第'} ${places} 名（共 ${peers.length} 个）`;
    const worked = first === last ? front : rank;
    if (as === 'number') return foundNumber(worked, own.figures, { because });
    return foundNumber(over(worked, given(String(peers.length))), own.figures, { isRate: true, because });
  },
};

export const indicator: SourceRule<IndicatorSource> = {
  check: () => record({ kind: oneOf('indicator'), code, take: oneOf('score', 'rate', 'value', 'measured') }),
  find: (source, { subject }, ground) => ground.indicator(source, subject),
};
