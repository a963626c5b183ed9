import { type Parameters, type PostedMetric, PostingRow } from '#libs/postings';
import { tableOf } from '#libs/read-models';
import { type Asked, type Pass, SUBJECT_OF, type TotalsOf, conditionsOf, groupedMetric } from './question.js';
import { type Scale, bandSql, bandsOf, isInBand, scalesOf } from './scale.js';

export const POSTING = tableOf(PostingRow).name;

/** The postings that a pass is about, and which of its questions those with a mask count for. */
export interface Marked {
  /** Selects the columns of the postings, their `subject`, and a `mask` of the conditions that they meet and their bands. */
  readonly sql: string;
  readonly countsFor: (metric: PostedMetric, mask: number) => readonly Asked[];
  /** The condition on `mask` that a posting counts for the first of the questions. */
  readonly countsForFirst: () => string;
}

/**
 * Marks the postings of a pass, those of its metrics and days that were known by `asOf`: each condition that any question
 * has is looked at once, whatever the number of questions that have it, and an amount until its band is found. A `filter`
 * clause for each question would look at every posting again and again.
 */
export function markedPostings(
  { asked }: Pass,
  of: TotalsOf,
  asOf: bigint,
  parameters: Parameters,
  more: readonly string[] = [],
): Marked {
  const [first, last] = window(asked);
  const always = [`posting.day >= ${parameters.of(first, 'date')}`, `posting.day <= ${parameters.of(last, 'date')}`];
  const needs = asked.map((each) => ({
    each,
    conditions: conditionsOf(each.question, parameters).filter((condition) => !always.includes(condition)),
  }));
  const conditions = [...new Set(needs.flatMap((need) => need.conditions))];
  // An amount that isn't there makes a condition null: it isn't met.
  const bits = conditions.map((condition, place) => `case when ${condition} then ${2 ** place} else 0 end`);
  const metrics = [...new Set(asked.map(groupedMetric))];
  const kept = [
    `posting.metric = any(${parameters.of(metrics, 'text[]')})`,
    ...always,
    `posting.seq <= ${parameters.of(asOf, 'bigint')}`,
    ...more,
  ];
  const scales = scalesOf(asked.map(({ question }) => question));
  const places = placesOf(2 ** conditions.length, scales);
  const bands = scales.flatMap((scale, index) =>
    scale.lines.length > 0 ? [`(${bandSql(scale, parameters)}) * ${places[index]}`] : [],
  );
  const mask = [...bits, ...bands].join(' + ');
  const masks = needs.map((need) => ({ each: need.each, bits: maskOf(need.conditions, conditions) }));
  const meets = ({ each, bits }: (typeof masks)[number], met: number): boolean =>
    (met & bits) === bits &&
    scales.every(
      (scale, index) => scale.lines.length === 0 || isInBand(scale, digit(met, places, index), each.question),
    );
  return {
    sql: `select posting.*, ${SUBJECT_OF[of]} as subject, ${mask === '' ? '0' : mask} as mask
      from ${POSTING} posting where ${kept.join(' and ')}`,
    countsFor: remembered((metric, met) =>
      masks.flatMap((need) => (groupedMetric(need.each) === metric && meets(need, met) ? [need.each] : [])),
    ),
    countsForFirst() {
      const [question] = masks;
      const all = Array.from({ length: places.at(-1) ?? 1 }, (_, met) => met);
      return `mask in (${all.filter((met) => question && meets(question, met)).join(', ')})`;
    },
  };
}

/** There are few masks, and as many rows with each as there are subjects. */
function remembered(countsFor: Marked['countsFor']): Marked['countsFor'] {
  const known = new Map<string, readonly Asked[]>();
  return (metric, mask) => {
    const key = `${metric} ${mask}`;
    const asked = known.get(key) ?? countsFor(metric, mask);
    known.set(key, asked);
    return asked;
  };
}

/** What one step of each scale's band adds to a mask; the last is how many masks there are. */
function placesOf(first: number, scales: readonly Scale[]): number[] {
  return scales.reduce((places, scale) => [...places, (places.at(-1) ?? 1) * bandsOf(scale)], [first]);
}

const digit = (mask: number, places: readonly number[], index: number): number =>
  Math.floor((mask % (places[index + 1] ?? 1)) / (places[index] ?? 1));

/** The condition that an entry is none that takes back, and was not taken back by `asOf`. */
export const standingAt = (posting: string, asOf: bigint, parameters: Parameters): string =>
  `${posting}.reverses_seq is null and not exists (
    select from ${POSTING} reversal where reversal.reverses_seq = ${posting}.seq
      and reversal.reverses_line = ${posting}.line and reversal.seq <= ${parameters.of(asOf, 'bigint')}
  )`;

const window = (asked: readonly Asked[]): [first: string, last: string] => [
  asked.reduce((day, { question: { from } }) => (from < day ? from : day), asked[0]?.question.from ?? ''),
  asked.reduce((day, { question: { to } }) => (to > day ? to : day), asked[0]?.question.to ?? ''),
];

const maskOf = (needed: readonly string[], conditions: readonly string[]): number =>
  needed.reduce((mask, condition) => mask | (1 << conditions.indexOf(condition)), 0);
