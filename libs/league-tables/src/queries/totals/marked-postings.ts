import { type Parameters, PostingRow, provedAs, withinBounds } from '#libs/postings';
import { tableOf } from '#libs/read-models';
import { type Asked, type Pass, SUBJECT_OF, type TotalsOf } from './question.js';

export const POSTING = tableOf(PostingRow).name;

/**
 * The postings that a pass is about, as SQL: those of its metrics and days that were known by `asOf`, each with its
 * `subject` and a `mask` whose bits say which of its metric's questions it counts for. One reading of the ledger for all
 * of them; a `filter` clause for each would look at every posting again and again.
 */
export function markedPostings(
  { byMetric }: Pass,
  of: TotalsOf,
  asOf: bigint,
  parameters: Parameters,
  more: readonly string[] = [],
): string {
  const asked = [...byMetric.values()].flat().map(({ question }) => question);
  const first = asked.reduce((day, { from }) => (from < day ? from : day), asked[0]?.from ?? '');
  const last = asked.reduce((day, { to }) => (to > day ? to : day), asked[0]?.to ?? '');
  const masks = [...byMetric].map(
    ([metric, questions]) =>
      `when ${parameters.of(metric, 'text')} then ${questions.map(bitOf(first, last, parameters)).join(' + ')}`,
  );
  const conditions = [
    `posting.metric = any(${parameters.of([...byMetric.keys()], 'text[]')})`,
    `posting.day between ${parameters.of(first, 'date')} and ${parameters.of(last, 'date')}`,
    `posting.seq <= ${parameters.of(asOf, 'bigint')}`,
    ...more,
  ];
  return `select posting.*, ${SUBJECT_OF[of]} as subject, case posting.metric ${masks.join(' ')} end as mask
    from ${POSTING} posting where ${conditions.join(' and ')}`;
}

const bitOf =
  (first: string, last: string, parameters: Parameters) =>
  ({ question: { measure, from, to, ...bounds } }: Asked, place: number): string => {
    const bit = String(2 ** place);
    const conditions = withinBounds(bounds, parameters);
    if (measure.kind === 'sum') conditions.push(...provedAs(bounds, parameters));
    if (from !== first) conditions.unshift(`posting.day >= ${parameters.of(from, 'date')}`);
    if (to !== last) conditions.unshift(`posting.day <= ${parameters.of(to, 'date')}`);
    // An amount that isn't there makes a condition null: the posting doesn't count.
    return conditions.length === 0 ? bit : `case when ${conditions.join(' and ')} then ${bit} else 0 end`;
  };

/** The questions that a mask marks. */
export const askedIn = (mask: number, questions: readonly Asked[]): Asked[] =>
  questions.filter((_, place) => Math.floor(mask / 2 ** place) % 2 === 1);
