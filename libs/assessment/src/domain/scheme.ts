import { type Day, type SubjectKind, type UnitCode } from '#libs/values';
import { type RoundingRule } from './arithmetic.js';
import { type Shape } from './shapes/index.js';
import { type Outcome } from './outcome/outcome.js';
import {
  type Amount,
  type Better,
  type Bound,
  type ByGroup,
  type Condition,
  type Schedule,
  type Source,
  type ZeroRule,
} from './sources/source.js';

export * from './sources/source.js';

/** A bound, or so many times the indicator's points (`{ "times": "1.2" }`: at most 120 % of them). */
export type Limit = Bound | { readonly times: Amount };

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
  readonly points: ByGroup<Amount>;
  readonly rounding: Rounding;
  readonly notApplicable: NotApplicableRule;
  readonly ties: TieRule;
  /** Which total comes first; the higher when absent. The lower where places are added up (名次之和小者为先). */
  readonly better?: Better;
  readonly indicators: readonly Indicator[];
  /** Applied to the total, one after another, before it is rounded. */
  readonly rules?: readonly Rule[];
  /** Items that count under one of several indicators only (一个项目只计一次). */
  readonly onceOnly?: readonly OnceOnly[];
  /** Grades, vetoes and lists, after the scores. */
  readonly outcome?: Outcome;
}

/** What can be scored; the whole city has nobody to be compared with. */
export type Scorable = Exclude<SubjectKind, 'city'>;

/** Who is scored, and so among whom a unit is ranked and compared. `of` is `unit` when absent. */
export type Subjects =
  | { readonly kind: 'all'; readonly of?: Scorable }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'units'; readonly units: readonly UnitCode[] }
  | { readonly kind: 'list'; readonly of: Scorable; readonly codes: readonly string[] }
  | Groups;

/** Several groups (分类考核), each compared and ranked by itself (`apart`) or all of them together. */
export interface Groups {
  readonly kind: 'groups';
  readonly of: Scorable;
  /** The members by name; without `codes` the registered units of the group called `name`. */
  readonly groups: readonly { readonly name: string; readonly codes?: readonly string[] }[];
  readonly compared: 'apart' | 'together';
  readonly ranked: 'apart' | 'together';
}

/**
 * `indicator`: each score is rounded, and rounded scores are added. `first-level`: only the indicators of the first level
 * and the total are. `total`: only the total is rounded. The total is cut like all else unless it has a rule of its own
 * (各项保留两位、总分保留一位).
 */
export interface Rounding extends RoundingRule {
  readonly stage: 'indicator' | 'first-level' | 'total';
  readonly total?: RoundingRule;
}

/** An indicator that doesn't apply to a unit is left out of its total, or the others are scaled up to the full points. */
export type NotApplicableRule = 'leave-out' | 'scale-up';

/**
 * Units are equal when their totals are equal, as printed or exact, and so are their `breakers`, compared in turn. Equals
 * share a rank; after two firsts the next is third (`skip`) or second (`dense`).
 */
export interface TieRule {
  readonly compare: 'rounded' | 'exact';
  readonly breakers: readonly TieBreaker[];
  readonly next: 'skip' | 'dense';
}

/** The score on an indicator, the higher the better, or any number; a unit that has none comes after those that have. */
export type TieBreaker = string | { readonly of: Source; readonly better: 'higher' | 'lower' };

export type Indicator = Measured | Composite;

interface IndicatorBase {
  readonly code: string;
  readonly name: string;
  /**
   * `scored` counts towards the scheme's points, `adjustment` comes on top of them or is taken off, `reference` counts for
   * nothing itself: others look at it (原始分 that is converted).
   */
  readonly role: 'scored' | 'adjustment' | 'reference';
  readonly points: ByGroup<Amount>;
  readonly cap: Limit;
  readonly floor: Limit;
  /** The groups that it is for; all when absent. */
  readonly groups?: readonly string[];
  /** What it counts for in a branch that is `weighted`, and there only. */
  readonly weight?: ByGroup<Amount>;
  /** Instead of what the scheme says about rounding. */
  readonly rounding?: RoundingRule | 'exact';
  /** Applied to the bounded score, one after another, before it is rounded. */
  readonly rules?: readonly Rule[];
  /** What a unit to which it doesn't apply gets instead; when absent, what the scheme says. */
  readonly whenNotApplicable?: StandIn;
}

/** No points, all of them, stated ones, or the mean score of those who are compared and to whom the indicator applies. */
export type StandIn = 'zero' | 'full' | 'mean' | { readonly points: Amount };

/** A leaf: one measured value, given points by a shape. */
export interface Measured extends IndicatorBase {
  readonly source: Source;
  /** With a target the measured value is the completion rate: value ÷ target. */
  readonly target?: Target;
  readonly shape: Shape;
  /** The shape scores each of the source's items (逐个项目计分), within these bounds; the source's `combine` adds them up. */
  readonly perItem?: { readonly cap: Bound; readonly floor: Bound };
  /** With whom the shape compares a unit, where not as the scheme says. */
  readonly compared?: 'apart' | 'together';
}

/**
 * A branch: `base` plus the sum of its parts, their mean, their weighted mix, the highest, the lowest, or the sum of the
 * best so many, then its own cap and floor.
 */
export interface Composite extends IndicatorBase {
  readonly combine: 'sum' | 'mean' | 'weighted' | 'highest' | 'lowest' | { readonly best: number };
  readonly base: Amount;
  readonly parts: readonly Indicator[];
  /** What is done about parts that don't apply, where not what the scheme says. */
  readonly notApplicable?: NotApplicableRule;
}

/** `each` holds for every subject that `units` doesn't name; `none` sets no target: the indicator doesn't apply there. */
export type Target = StatedTarget | FoundTarget;

export interface StatedTarget {
  readonly each: ByGroup<Bound>;
  readonly units?: Readonly<Record<string, Bound>>;
  /** The stated targets are those of the year, and what is due by the end of the period is their part by schedule. */
  readonly schedule?: Schedule;
  readonly zeroTarget: ZeroRule;
}

/** A target that is certified, in the register of targets, or put together from other numbers. */
export interface FoundTarget {
  readonly source: Source;
  readonly schedule?: Schedule;
  readonly zeroTarget: ZeroRule;
}

/** What happens to a score where a condition holds, or always: gates, tiers, multipliers. The receipt gives the reason. */
export interface Rule {
  readonly when?: Condition;
  readonly then: Effect;
  readonly reason: string;
}

export type Effect =
  | { readonly kind: 'points'; readonly points: Amount | Source }
  | { readonly kind: 'multiply'; readonly by: Amount | Source }
  | { readonly kind: 'add'; readonly points: Amount | Source }
  | { readonly kind: 'cap'; readonly at: Amount | Source }
  | { readonly kind: 'floor'; readonly at: Amount | Source }
  | { readonly kind: 'not-applicable' };

/** `highest`: an item counts where it earns most. `first`: under the first of the indicators that takes it. */
export interface OnceOnly {
  readonly indicators: readonly string[];
  readonly keep: 'highest' | 'first';
}

/** The number that an effect applies; undefined where it has none. */
export function numberIn(effect: Effect): { readonly field: string; readonly number: Amount | Source } | undefined {
  if (effect.kind === 'not-applicable') return undefined;
  if (effect.kind === 'multiply') return { field: 'by', number: effect.by };
  return 'points' in effect ? { field: 'points', number: effect.points } : { field: 'at', number: effect.at };
}

/** A metric is a sum of quantities or a rate with a numerator and a denominator; only some are of projects with amounts. */
export interface MetricTraits {
  readonly kind: 'quantity' | 'rate';
  readonly hasAmounts: boolean;
}

/** The metrics that a scheme may name. */
export type MetricCatalogue = ReadonlyMap<string, MetricTraits>;

/** What a scheme may name: metrics, and the published schemes, each with the schemes that it rolls up. */
export interface Catalogue {
  readonly metrics: MetricCatalogue;
  /** Names of other schemes aren't checked when absent. */
  readonly schemes?: ReadonlyMap<string, readonly string[]>;
}

export const isComposite = (indicator: Indicator): indicator is Composite => 'parts' in indicator;

/** Every leaf of the tree, in reading order. */
export const leavesOf = (indicators: readonly Indicator[]): Measured[] =>
  indicators.flatMap((indicator) => (isComposite(indicator) ? leavesOf(indicator.parts) : [indicator]));

/** Every indicator of the tree, branches before their parts. */
export const indicatorsOf = (indicators: readonly Indicator[]): Indicator[] =>
  indicators.flatMap((indicator) => [indicator, ...(isComposite(indicator) ? indicatorsOf(indicator.parts) : [])]);
