import { type UnitCode } from '#libs/values';

/** A number that was found, not computed here: what it is called, and decimal text. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** Whoever read the figure finds the events behind it by this key; a figure of the scheme itself has none. */
  readonly origin?: string;
}

/** What the ledger says for one indicator of one unit: a quantity, or the two sides of a rate. */
export type Reading =
  | { readonly kind: 'quantity'; readonly quantity: Figure }
  | { readonly kind: 'rate'; readonly numerator: Figure; readonly denominator: Figure };

/** A unit to be scored, with a reading for every leaf of the scheme by the leaf's code. */
export interface Subject {
  readonly unit: { readonly code: UnitCode; readonly name: string };
  readonly readings: ReadonlyMap<string, Reading>;
}

export const figuresOf = (reading: Reading): readonly Figure[] =>
  reading.kind === 'quantity' ? [reading.quantity] : [reading.numerator, reading.denominator];
