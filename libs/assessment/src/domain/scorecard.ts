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
  readonly total: string;
  readonly formula: string;
  readonly indicators: readonly IndicatorScore[];
}

/** An indicator's score on its way up the tree; `value` is undefined where the indicator doesn't apply. */
export interface Scored {
  readonly indicator: Indicator;
  readonly value: Decimal | undefined;
  readonly receipt: IndicatorScore;
}
