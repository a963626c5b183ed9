import { type RoundingRule } from '../arithmetic.js';
import {
  type Among,
  type ChooseSource as Choose,
  type Entries,
  type Exponential,
  type FirstFound,
  type Items,
  type ListedCondition,
  type Logarithm,
  type Lookup,
  type Met,
  type Place,
  type Power,
} from './nested-source.js';
import {
  type CertifiedSource,
  type DiscretionarySource,
  type MetricSource,
  type PanelSource,
  type RegisterSource,
  type SchemeSource,
  type StatedSource,
} from './plain-source.js';
import { type Amount, type Bound, type Schedule, type ZeroRule } from './terms.js';

export { type AmongTake, type Tied } from './nested-source.js';
export * from './plain-source.js';
export * from './terms.js';

/**
 * Where a number comes from. What is asked for is read outside of the engine, once for every subject; what is computed is
 * put together here, from other sources.
 */
export type Source = AskedSource | ComputedSource;

export type AskedSource =
  | MetricSource
  | EntriesSource
  | CertifiedSource
  | ItemsSource
  | PanelSource
  | DiscretionarySource
  | SchemeSource
  | RegisterSource;

export type ComputedSource =
  | NumberSource
  | StatedSource
  | ElapsedSource
  | ShareSource
  | DifferenceSource
  | GrowthSource
  | SumSource
  | ProductSource
  | MeanSource
  | HighestSource
  | LowestSource
  | RoundedSource
  | BoundedSource
  | PowerSource
  | LogarithmSource
  | ExponentialSource
  | LookupSource
  | ChooseSource
  | MetSource
  | FirstFoundSource
  | PlaceSource
  | AmongSource
  | IndicatorSource
  | ItemValueSource
  | OwnSource
  | ResultSource;

export type ItemsSource = Items<Source, Condition>;
export type EntriesSource = Entries<Source, Condition>;
/** A list, from wherever. */
export type ListSource = ItemsSource | EntriesSource;

export interface NumberSource {
  readonly kind: 'number';
  readonly value: Amount;
}

/** How much of the year's task is due at the end of the scheme's period (时序进度), as a share. */
export interface ElapsedSource {
  readonly kind: 'elapsed';
  readonly schedule: Schedule;
}

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

/**
 * One number made of several: added up, multiplied, the highest of them (就高), the lowest (就低), or the mean of those that there are
 * (前三年平均，不满三年的按实有年份). All others need every one of them.
 */
interface SeveralSource<Kind> {
  readonly kind: Kind;
  readonly of: readonly Source[];
}

export type SumSource = SeveralSource<'sum'>;
export type ProductSource = SeveralSource<'product'>;
export type MeanSource = SeveralSource<'mean'>;
export type HighestSource = SeveralSource<'highest'>;
export type LowestSource = SeveralSource<'lowest'>;

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

export type PowerSource = Power<Source>;
export type LogarithmSource = Logarithm<Source>;
export type ExponentialSource = Exponential<Source>;
export type LookupSource = Lookup<Source>;
export type ChooseSource = Choose<Source, Condition>;
export type MetSource = Met<Condition>;
export type FirstFoundSource = FirstFound<Source>;
export type PlaceSource = Place<Source>;
export type AmongSource = Among<Source>;

/** Another indicator of the same scheme: its score, that over its points (得分率), what was found, or that over its target. */
export interface IndicatorSource {
  readonly kind: 'indicator';
  readonly code: string;
  readonly take: 'score' | 'rate' | 'value' | 'measured';
}

/** A number of the item at hand; only inside `items`. */
export interface ItemValueSource {
  readonly kind: 'item';
  readonly value: string;
}

/**
 * What was found for the indicator at hand, its target, one over the other, or its points; only inside its shape and its
 * rules. `score`: what it, a branch or the whole comes to before the rule at hand; only inside rules.
 */
export interface OwnSource {
  readonly kind: 'own';
  readonly take: 'value' | 'target' | 'measured' | 'points' | 'score';
}

/**
 * The subject's total or rank in this scheme, the rank as a share of all too; only in conditions of the outcome. `grade`, 1 for
 * the best, only in those of its lists: there is none before the rules.
 */
export interface ResultSource {
  readonly kind: 'result';
  readonly take: 'total' | 'rank' | 'rank-from-last' | 'rank-share' | 'grade';
}

/** A condition on numbers. A comparison with a number that isn't there (不适用) doesn't hold. */
export type Condition =
  | Comparison
  | { readonly kind: 'tagged'; readonly tag: string }
  | ListedCondition<Source, Condition>
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
