import { type EvidenceKind, type Money, type UnitCode } from '#libs/values';
import { type Amount, type Bound, type ByGroup, type MissingRule, type SourcePeriod, type ZeroRule } from './terms.js';

/* Sources that have no other source inside. */

/** What of a metric of the ledger counts. Bands go by the whole project's amounts (万元), from `min` on and below `max`. */
export interface MetricBounds {
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
}

/** A metric of the postings ledger. */
export interface MetricSource extends MetricBounds {
  readonly kind: 'metric';
  /** Needed by metrics that are rates. */
  readonly zeroDenominator?: ZeroRule;
}

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
  /** `normalised`: total ÷ the points of that scheme. `grade`: 1 for the best, none for the disqualified. */
  readonly take: 'total' | 'rank' | 'normalised' | 'grade';
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

/**
 * A number that the scheme itself states: for all, by group, and for the subjects that `units` names another one
 * (难度系数, 类别系数). `none`: it has none.
 */
export interface StatedSource {
  readonly kind: 'stated';
  readonly each: ByGroup<Bound>;
  readonly units?: Readonly<Record<string, Bound>>;
}
