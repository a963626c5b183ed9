import { type Parameters, type PostedMetric, PostingRow } from '#libs/postings';
import { tableOf } from '#libs/read-models';
import { type Asked, type Pass, SUBJECT_OF, type TotalsOf, conditionsOf, groupedMetric } from './question.js';

export const POSTING = tableOf(PostingRow).name;

/** The postings that a pass is about, and which of its questions those with a mask count for. */
export interface Marked {
  /** Selects the columns of the postings, their `subject`, and a `mask` of the conditions that they meet. */
  readonly sql: string;
  /** The mask of those that meet every condition: where one question is asked, those that count for it. */
  readonly whole: number;
  readonly countsFor: (metric: PostedMetric, mask: number) => readonly Asked[];
}

/**
 * Marks the postings of a pass, those of its metrics and days that were known by `asOf`: each condition that any question
 * has is looked at once, whatever the number of questions that have it. A `filter` clause for each question would look
 * at every posting again and again.
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
  const masks = needs.map((need) => ({ each: need.each, mask: maskOf(need.conditions, conditions) }));
  return {
    sql: `select posting.*, ${SUBJECT_OF[of]} as subject, ${bits.length > 0 ? bits.join(' + ') : '0'} as mask
      from ${POSTING} posting where ${kept.join(' and ')}`,
    whole: 2 ** conditions.length - 1,
    countsFor: (metric, met) =>
      masks.flatMap(({ each, mask }) => (groupedMetric(each) === metric && (met & mask) === mask ? [each] : [])),
  };
}

const window = (asked: readonly Asked[]): [first: string, last: string] => [
  asked.reduce((day, { question: { from } }) => (from < day ? from : day), asked[0]?.question.from ?? ''),
  asked.reduce((day, { question: { to } }) => (to > day ? to : day), asked[0]?.question.to ?? ''),
];

const maskOf = (needed: readonly string[], conditions: readonly string[]): number =>
  needed.reduce((mask, condition) => mask | (1 << conditions.indexOf(condition)), 0);
