import { type Money, Decimal, percentage } from '#libs/values';
import { type Project, type YearOutput, versionsOf } from '../../domain/project.state.js';

/** What a year brought of what the contract promises a year, in 万元 and in per cent. */
export interface Fulfilled {
  readonly actual: string;
  readonly promised: Money;
  readonly rate: string;
}

/** A year's figures beside the contract's; what it promises nothing of, or on no known land, is absent. */
export interface YearFulfilment {
  readonly output?: Fulfilled;
  /** For each 亩 of the land secured, or else of that in the contract. */
  readonly taxPerMu?: Fulfilled;
}

/** A year measured against the contract as it read at the year's end, if it still stood then (features.md P2, P13). */
export function fulfilmentOf(project: Project, { year, output, tax }: YearOutput): YearFulfilment {
  const lastDay = `${year}-12-31`;
  const { terminated, reached, land } = project;
  const terms = versionsOf(project).findLast(({ on }) => on <= lastDay)?.terms;
  if (!terms || (terminated && terminated.on <= lastDay)) return {};
  const mu = (reached.land && land?.mu) ?? terms.landMu ?? '0';
  return {
    output: fulfilled(new Decimal(output), terms.outputPerYear),
    taxPerMu: new Decimal(mu).isZero() ? undefined : fulfilled(new Decimal(tax).div(mu), terms.taxPerMu),
  };
}

const fulfilled = (actual: Decimal, promised: Money = '0'): Fulfilled | undefined =>
  new Decimal(promised).isZero()
    ? undefined
    : { actual: actual.toDecimalPlaces(2).toFixed(), promised, rate: percentage(actual, promised) };
