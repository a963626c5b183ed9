import { type Day, type EvidenceKind, type Money, type UnitCode } from '#libs/values';
import { type RoundingRule } from '../arithmetic.js';

/** A decimal number as text: an optional minus sign, at most 12 digits, at most 6 places. */
export type Amount = string;

/** Decimal text, or the word `none`: that there is no bound is said, never left out. */
export type Bound = string;

/**
 * Where a number comes from. What is asked for is read outside of the engine, once for every subject; what is computed is
 * put together here, from other sources.
 */
export type Source = AskedSource | ComputedSource;

export type AskedSource =
  MetricSource | CertifiedSource | ItemsSource | PanelSource | DiscretionarySource | SchemeSource | RegisterSource;

export type ComputedSource =
  | NumberSource
  | ElapsedSource
  | ShareSource
  | DifferenceSource
  | GrowthSource
  | SumSource
  | ProductSource
  | HighestSource
  | LowestSource
  | RoundedSource
  | BoundedSource
  | PlaceSource
  | AmongSource
  | IndicatorSource
  | ItemValueSource
  | OwnSource
  | ResultSource;

/** A metric of the postings ledger. Bands go by the whole project's amounts (万元), from `min` on and below `max`. */
export interface MetricSource {
  readonly kind: 'metric';
  readonly metric: string;
  readonly minInvestment?: Money;
  readonly maxInvestment?: Money;
  readonly minFixedAssets?: Money;
  readonly maxFixedAssets?: Money;
  /** Projects of this industry chain only. */
  readonly chain?: string;
  /** Postings with evidence of this grade at least. */
  readonly minGrade?: 'claimed' | 'documented' | 'inspected';
  /** Postings proved by each of these, where one of several kinds will do: permit, photo, and payment or enrolment. */
  readonly evidence?: readonly (readonly EvidenceKind[])[];
  /** The scheme's period when absent. */
  readonly period?: SourcePeriod;
  /** Needed by metrics that are rates. */
  readonly zeroDenominator?: ZeroRule;
}

/** Days of its own, or the scheme's period so many years away: `-1` is the year before (基期). */
export type SourcePeriod = { readonly from: Day; readonly to: Day } | { readonly years: number };

/**
 * One number that the unit `by` certifies under the code `input`: for each subject or, where it is `common`, one for all of
 * them (全市平均, 全省水平).
 */
export interface CertifiedSource {
  readonly kind: 'certified';
  readonly input: string;
  readonly by: UnitCode;
  readonly missing: MissingRule;
  readonly common?: true;
}

/**
 * A list that the unit `by` certifies for each subject, such as its projects. Items that are not recognised are left out
 * with the reason; the others have a value each, one (`of` absent: 个数) or what `of` says, and `combine` makes one number
 * of them. An item of several subjects may bear the subject's share in it.
 */
export interface ItemsSource {
  readonly kind: 'items';
  readonly input: string;
  readonly by: UnitCode;
  readonly missing: MissingRule;
  /** Items for which this doesn't hold are no matter of this indicator. */
  readonly where?: Condition;
  /** Items that would count but are not recognised (不予认定), each for a reason. */
  readonly exclude?: readonly { readonly when: Condition; readonly reason: string }[];
  readonly of?: Source;
  readonly split: SplitRule;
  readonly combine: 'sum' | 'mean' | 'highest' | 'lowest' | { readonly best: number };
}

/**
 * `whole`: an item counts in full for every subject that lists it. `share`: by the subject's share, exactly. With places,
 * shares are cut to them so that together they make up the whole (最大余额法); of equal remainders the first or the last
 * subject in the order of codes is served before the others.
 */
export type SplitRule = 'whole' | 'share' | { readonly places: number; readonly ties: 'first' | 'last' };

/**
 * Scores of several panels (测评), gathered by the unit `by`: each panel by its mean, weighted; weights add up to 1. The highest and lowest scores of
 * each panel may be dropped first.
 */
export interface PanelSource {
  readonly kind: 'panel';
  readonly input: string;
  readonly by: UnitCode;
  readonly panels: readonly { readonly code: string; readonly weight: Amount }[];
  readonly dropHighest?: number;
  readonly dropLowest?: number;
  readonly missing: MissingRule;
}

/** Points within a range that an account of the unit `by` gives at its discretion, with a reason (酌情计分). */
export interface DiscretionarySource {
  readonly kind: 'discretionary';
  readonly input: string;
  readonly by: UnitCode;
  readonly range: { readonly from: Amount; readonly to: Amount };
  readonly missing: MissingRule;
}

/** The result of another scheme: the subject's own in it, or that of the units it is made up of. */
export interface SchemeSource {
  readonly kind: 'scheme';
  readonly scheme: string;
  /** The latest when absent. */
  readonly version?: number;
  /** `normalised`: total ÷ the points of that scheme. */
  readonly take: 'total' | 'rank' | 'normalised';
  readonly of: { readonly kind: 'same' } | Members;
  readonly missing: MissingRule;
}

/** The units that report to the subject, or those named for it; `weighted` by a certified number of each member. */
export interface Members {
  readonly kind: 'members';
  readonly members: 'children' | Readonly<Record<string, readonly string[]>>;
  readonly combine: 'mean' | 'sum' | 'weighted';
  readonly weight?: { readonly input: string; readonly by: UnitCode };
}

/** The subject's target in the register of targets: for the whole year, or its part for the scheme's period by schedule. */
export interface RegisterSource {
  readonly kind: 'register';
  readonly metric: string;
  readonly of: 'year' | 'period';
  readonly missing: MissingRule;
}

/** When nothing was certified or entered: no scores until it is, zero, or the indicator doesn't apply. */
export type MissingRule = 'refuse' | 'zero' | 'not-applicable';

/**
 * What a zero denominator or target leads to: a score (nothing, the full points, stated points), a value to go on with, or
 * that the indicator doesn't apply.
 */
export type ZeroRule = 'zero' | 'full' | 'not-applicable' | { readonly points: Amount } | { readonly value: Amount };

export interface NumberSource {
  readonly kind: 'number';
  readonly value: Amount;
}

/** How much of the year's task is due at the end of the scheme's period (时序进度), as a share. */
export interface ElapsedSource {
  readonly kind: 'elapsed';
  readonly schedule: Schedule;
}

/** Months ÷ 12, days ÷ the days of the year, or stated shares: what is due by the end of each of the twelve months. */
export type Schedule = 'months' | 'days' | { readonly monthly: readonly Amount[] };

export interface ShareSource {
  readonly kind: 'share';
  readonly numerator: Source;
  readonly denominator: Source;
  readonly zeroDenominator: ZeroRule;
}

export interface DifferenceSource {
  readonly kind: 'difference';
  readonly of: Source;
  readonly minus: Source;
}

/** (of − base) ÷ base (增幅). A base that is zero or below makes no growth: `zeroDenominator` decides. */
export interface GrowthSource {
  readonly kind: 'growth';
  readonly of: Source;
  readonly base: Source;
  readonly zeroDenominator: ZeroRule;
}

export interface SumSource {
  readonly kind: 'sum';
  readonly of: readonly Source[];
}

export interface ProductSource {
  readonly kind: 'product';
  readonly of: readonly Source[];
}

/** The highest of several numbers (就高). */
export interface HighestSource {
  readonly kind: 'highest';
  readonly of: readonly Source[];
}

/** The lowest of several numbers (就低). */
export interface LowestSource {
  readonly kind: 'lowest';
  readonly of: readonly Source[];
}

/** A number cut before it is used, as where a published rate of whole per cents is scored. */
export interface RoundedSource {
  readonly kind: 'rounded';
  readonly of: Source;
  readonly rounding: RoundingRule;
}

export interface BoundedSource {
  readonly kind: 'bounded';
  readonly of: Source;
  readonly cap: Bound;
  readonly floor: Bound;
}

/**
 * The subject's place among those it is compared with, 1 for the best; equal numbers share the better place. Counted from
 * the first or from the last, as a number or as a share of all.
 */
export interface PlaceSource {
  readonly kind: 'place';
  readonly of: Source;
  readonly better: 'higher' | 'lower';
  readonly from: 'first' | 'last';
  readonly as: 'number' | 'share';
}

/** A figure of all the subjects that are compared. */
export interface AmongSource {
  readonly kind: 'among';
  readonly of: Source;
  readonly take: 'mean' | 'median' | 'sum' | 'highest' | 'lowest';
}

/** Another indicator of the same scheme: its score, what was found, or that over its target. */
export interface IndicatorSource {
  readonly kind: 'indicator';
  readonly code: string;
  readonly take: 'score' | 'value' | 'measured';
}

/** A number of the item at hand; only inside `items`. */
export interface ItemValueSource {
  readonly kind: 'item';
  readonly value: string;
}

/** What was found for the indicator at hand, its target, or one over the other; only inside its shape and its rules. */
export interface OwnSource {
  readonly kind: 'own';
  readonly take: 'value' | 'target' | 'measured';
}

/** The subject's total or rank in this scheme; only in conditions of the outcome. */
export interface ResultSource {
  readonly kind: 'result';
  readonly take: 'total' | 'rank' | 'rank-from-last';
}

/** A condition on numbers. A comparison with a number that isn't there (不适用) doesn't hold. */
export type Condition =
  | Comparison
  | { readonly kind: 'tagged'; readonly tag: string }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Condition[] };

export interface Comparison {
  readonly kind: 'compare';
  readonly of: Source;
  readonly is: 'at-least' | 'above' | 'at-most' | 'below' | 'equal' | 'not-equal';
  readonly than: Amount | Source;
}
