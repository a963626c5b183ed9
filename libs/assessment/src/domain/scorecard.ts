import { type Decimal } from './arithmetic.js';
import { type Figure } from './figures.js';
import { type Indicator } from './scheme.js';

/** One indicator's receipt. `score` and `value` are null where the indicator doesn't apply to the unit. */
export interface IndicatorScore {
  readonly code: string;
  readonly name: string;
  readonly role: Indicator['role'];
  readonly points: string;
  readonly score: string | null;
  /** Chinese text with its numbers, which a person can check with a calculator. */
  readonly formula: string;
  /** The measured value for people: a plain number, or a rate in %. A branch has none. */
  readonly value: string | null;
  readonly inputs: readonly Figure[];
  readonly parts?: readonly IndicatorScore[];
}

/** One unit's result. Equal units share a rank. */
export interface Scorecard {
  readonly rank: number;
  readonly unit: { readonly code: string; readonly name: string };
  /** Its group, where the scheme has several. */
  readonly group?: string;
  readonly total: string;
  readonly formula: string;
  readonly indicators: readonly IndicatorScore[];
  /** What follows from the total, where the scheme says what does. */
  readonly outcome?: OutcomeCard;
}

/** A unit's grade, null for the disqualified and where the scheme has no grades; the lists that it is on; and why. */
export interface OutcomeCard {
  readonly grade: string | null;
  readonly disqualified: boolean;
  readonly lists: readonly string[];
  /** Chinese sentences, one for each rule and list that took effect. */
  readonly because: readonly string[];
  readonly inputs: readonly Figure[];
}

/** An indicator's score on its way up the tree; `value` is undefined where the indicator doesn't apply. */
export interface Scored {
  readonly indicator: Indicator;
  /** The indicator's points and weight for the unit's group. */
  readonly points: string;
  readonly weight: string | undefined;
  readonly value: Decimal | undefined;
  readonly receipt: IndicatorScore;
}
