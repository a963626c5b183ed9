import { type Amount, type Condition } from '../sources/source.js';

/**
 * What follows from the totals: ranks are set first, then the rules are applied in their order, then the lists are drawn
 * up. `result` in a rule's condition is the rank before any rule, in a list's the rank after all of them.
 */
export interface Outcome {
  readonly grades?: Grades;
  readonly rules?: readonly OutcomeRule[];
  readonly lists?: readonly OutcomeList[];
}

/**
 * Grades from the best to the worst (等次): by the total (from so many points on), by the rank or by the rank as a share of
 * all (up to and including). Whoever no band takes gets `otherwise`.
 */
export interface Grades {
  readonly by: 'total' | 'rank' | 'rank-share';
  /** `minTotal`: whoever has fewer points falls to the next band, its place staying empty. */
  readonly bands: readonly { readonly grade: string; readonly limit: Amount; readonly minTotal?: Amount }[];
  readonly otherwise: string;
  /** How many places a share of all comes to where it isn't a whole number; `truncate` when absent. */
  readonly quota?: 'truncate' | 'half-up' | 'up';
  /**
   * Whether those behind move up into the places of the disqualified, and of those whom `at-best` bars from the grade (递补). Grades
   * by the total are not affected.
   */
  readonly vacancies: 'kept' | 'filled';
}

export interface OutcomeRule {
  readonly when: Condition;
  readonly then: OutcomeEffect;
  readonly reason: string;
}

/**
 * `disqualify`: no grade, whatever the score (一票否决, 取消评优资格). `last`: ranked behind all others. `promote`, `demote`: so
 * many grades up or down. `at-best`, `at-least`: no better or no worse than a grade.
 */
export type OutcomeEffect =
  | { readonly kind: 'disqualify' }
  | { readonly kind: 'last' }
  | { readonly kind: 'promote' | 'demote'; readonly by: number }
  | { readonly kind: 'at-best' | 'at-least'; readonly grade: string };

/** A published list, such as a red or a black one (红黑榜): all for whom `when` holds, but for those with an excuse. */
export interface OutcomeList {
  readonly code: string;
  readonly name: string;
  readonly when: Condition;
  readonly unless?: Condition;
}
