import { type TotalsQuestion, metricOf } from '#libs/league-tables';
import { type UnitCode } from '#libs/values';
import { type MetricSource, type Scheme } from '../../domain/scheme.js';

/** The metric and bounds that a figure was read for, whatever else its source says. */
export type MetricQuestion = Pick<MetricSource, 'metric' | 'minInvestment' | 'minFixedAssets'>;

/** Where a figure was read in the ledger: whose, and which side when the metric is a rate. */
export interface Origin {
  readonly question: MetricQuestion;
  readonly side: 'value' | 'numerator' | 'denominator';
  readonly unit: UnitCode;
}

/** The same question has the same text. */
export const questionKey = ({ metric, minInvestment, minFixedAssets }: MetricQuestion): string =>
  JSON.stringify({ metric, minInvestment, minFixedAssets });

export const writeOrigin = (origin: Origin): string => JSON.stringify(origin);

export const readOrigin = (text: string): Origin => JSON.parse(text) as Origin;

/** The total of the ledger that answers a question of a scheme. */
export const totalOf = ({ metric, ...bounds }: MetricQuestion, { period }: Pick<Scheme, 'period'>): TotalsQuestion => ({
  measure: metricOf(metric).measure,
  ...period,
  ...bounds,
});
