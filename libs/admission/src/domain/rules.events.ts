import { type DomainEvent } from '#libs/eventsourcing';
import { type Day } from '#libs/values';

/** What can be computed of a project from the facts of its review. Per 亩: what is promised for the land asked for. */
export const MEASURE_NAMES = {
  'investment-per-mu': '亩均投资（万元/亩）',
  'tax-per-mu': '亩均年税收（万元/亩）',
  'annual-tax': '年税收（万元）',
  growth: '预计年增长率（%）',
} as const;
export type Measure = keyof typeof MEASURE_NAMES;
export const MEASURES = Object.keys(MEASURE_NAMES) as readonly Measure[];

/**
 * One thing that a project must not fail (三个坚决不要). With a `measure` it is computed and must be `atLeast` so much
 * (decimal text); without, the reviewers judge it (环评, 安评, 产业政策, 低水平重复建设).
 */
export interface Check {
  readonly code: string;
  readonly name: string;
  readonly measure?: Measure;
  readonly atLeast?: string;
}

/** One side of quality (科技含量, 盈利, 创新, 生态), scored from 0 to `max`. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly max: number;
}

/** Version 1, 2, …: in force from the day `from` until a later version's. With neither checks nor criteria nothing is asked. */
export interface AdmissionRules {
  readonly version: number;
  readonly from: Day;
  readonly checks: readonly Check[];
  readonly criteria: readonly Criterion[];
  /** The total of the scores from which on quality suffices. */
  readonly passScore: number;
}

export type AdmissionRulesPublished = DomainEvent<
  'AdmissionRulesPublished',
  AdmissionRules & { readonly occurredOn: Day }
>;

export const ADMISSION_RULES_STREAM = 'admission-rules';

/** Every version, the oldest first. */
export type AdmissionRulesState = readonly AdmissionRules[];

/** The version in force on a day; `undefined` where none asks for anything. */
export function admissionRulesOn(versions: AdmissionRulesState, day: Day): AdmissionRules | undefined {
  const rules = versions.findLast(({ from }) => from <= day);
  return rules && rules.checks.length + rules.criteria.length > 0 ? rules : undefined;
}
