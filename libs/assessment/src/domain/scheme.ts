import { type Day, type Money, type UnitCode } from '#libs/values';
import { type RoundingRule } from './arithmetic.js';
import { type Shape } from './shapes/index.js';

/** A decimal number as text: an optional minus sign, at most 12 digits, at most 6 places. */
export type Amount = string;

/** Decimal text, or the word `none`: that there is no bound is said, never left out. */
export type Bound = string;

/**
 * An assessment scheme (考核方案) as it was published: data only, with everything that decides a digit said in it.
 * `points` is what the scored indicators add up to; adjustments (加减分项) come on top.
 */
export interface Scheme {
  readonly code: string;
  readonly name: string;
  /** 1, 2, 3 … in the order of publication. */
  readonly version: number;
  readonly note?: string;
  /** Business days, both inclusive. */
  readonly period: { readonly from: Day; readonly to: Day };
  readonly subjects: Subjects;
  readonly points: Amount;
  readonly rounding: Rounding;
  readonly notApplicable: NotApplicableRule;
  readonly ties: TieRule;
  readonly indicators: readonly Indicator[];
}

/** Who is scored, and so among whom a unit is ranked and compared. */
export type Subjects =
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'units'; readonly units: readonly UnitCode[] };

/** `indicator`: each score is rounded, and rounded scores are added. `total`: only the total is rounded. */
export interface Rounding extends RoundingRule {
  readonly stage: 'indicator' | 'total';
}

/** An indicator that doesn't apply to a unit is left out of its total, or the others are scaled up to the full points. */
export type NotApplicableRule = 'leave-out' | 'scale-up';

/**
 * Units are equal when their totals are equal, as printed or exact, and so are their scores on every `breakers`
 * indicator (of the tree's first level), compared in turn. Equals share a rank; after two firsts the next is third (`skip`) or second (`dense`).
 */
export interface TieRule {
  readonly compare: 'rounded' | 'exact';
  readonly breakers: readonly string[];
  readonly next: 'skip' | 'dense';
}

export type Indicator = Measured | Composite;

interface IndicatorBase {
  readonly code: string;
  readonly name: string;
  /** `scored` counts towards the scheme's points, `adjustment` comes on top of them or is taken off. */
  readonly role: 'scored' | 'adjustment';
  readonly points: Amount;
  readonly cap: Bound;
  readonly floor: Bound;
}

/** A leaf: one measured value, given points by a shape. */
export interface Measured extends IndicatorBase {
  readonly source: Source;
  /** With a target the measured value is the completion rate: value ÷ target. */
  readonly target?: Target;
  readonly shape: Shape;
}

/** A branch: `base` plus the sum of its parts, or plus the highest of them, then its own cap and floor. */
export interface Composite extends IndicatorBase {
  readonly combine: 'sum' | 'highest';
  readonly base: Amount;
  readonly parts: readonly Indicator[];
}

/** A metric of the postings ledger, bounded by the whole project's amounts (万元, inclusive), over the scheme's period. */
export interface MetricSource {
  readonly kind: 'metric';
  readonly metric: string;
  readonly minInvestment?: Money;
  readonly minFixedAssets?: Money;
}

/** One metric for the value, or two for the share that one has in the other. */
export type Source =
  | (MetricSource & { readonly zeroDenominator?: ZeroRule })
  | {
      readonly kind: 'share';
      readonly numerator: MetricSource;
      readonly denominator: MetricSource;
      readonly zeroDenominator: ZeroRule;
    };

/** What a zero denominator or target earns: nothing, the full points, a stated score, or the indicator doesn't apply. */
export type ZeroRule = 'zero' | 'full' | 'not-applicable' | { readonly points: Amount };

/** `each` holds for every unit that `units` doesn't name; `none` sets no target: the indicator doesn't apply there. */
export interface Target {
  readonly each: Bound;
  readonly units?: Readonly<Record<UnitCode, Bound>>;
  readonly zeroTarget: ZeroRule;
}

/** A metric is a sum of quantities or a rate with a numerator and a denominator; only some are of projects with amounts. */
export interface MetricTraits {
  readonly kind: 'quantity' | 'rate';
  readonly hasAmounts: boolean;
}

/** The metrics that a scheme may name. */
export type MetricCatalogue = ReadonlyMap<string, MetricTraits>;

export const isComposite = (indicator: Indicator): indicator is Composite => 'parts' in indicator;

/** Every leaf of the tree, in reading order. */
export const leavesOf = (indicators: readonly Indicator[]): Measured[] =>
  indicators.flatMap((indicator) => (isComposite(indicator) ? leavesOf(indicator.parts) : [indicator]));
