/** A number that was found, not computed here: what it is called, and decimal text. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** Whoever read the figure finds the events behind it by this key; a figure of the scheme itself has none. */
  readonly origin?: string;
  /** Why it is so, where a person had to say. */
  readonly reason?: string;
}

/**
 * The answer to one question (`questionsOf`) about one subject. `missing`: nothing was certified or entered. A metric
 * always has a number, if only 0.
 */
export type Reading =
  | { readonly kind: 'quantity'; readonly quantity: Figure }
  | { readonly kind: 'rate'; readonly numerator: Figure; readonly denominator: Figure }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'panel'; readonly scores: readonly PanelScore[] }
  | { readonly kind: 'members'; readonly members: readonly MemberResult[] }
  | { readonly kind: 'missing' };

/** One thing of a certified list. The same thing has the same `id` in every list, of whichever subject and input. */
export interface Item {
  readonly id: string;
  readonly name: string;
  /** Decimal text by name, such as `{ "investment": "12000" }`. */
  readonly values: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** The subject's part in it, such as `0.5` or `1/3`; the whole when absent. */
  readonly share?: string;
  /** Why it doesn't count, where that was decided (不予认定). */
  readonly unrecognised?: string;
  readonly origin?: string;
}

/** One judge's score. */
export interface PanelScore {
  readonly panel: string;
  readonly score: Figure;
}

/** What a member of the subject reached in another scheme, and its weight where the source asks for one. */
export interface MemberResult {
  readonly result: Figure;
  readonly weight?: Figure;
}

/** What is scored, with the answer to every question of the scheme under the question's key. */
export interface Subject {
  readonly unit: { readonly code: string; readonly name: string };
  /** Its group, where the scheme has several. */
  readonly group?: string;
  readonly readings: ReadonlyMap<string, Reading>;
}

/** Figures of one subject as they stand in the receipt of another. */
export const namedFigures = (name: string, figures: readonly Figure[]): Figure[] =>
  figures.map((figure) => ({ ...figure, name: `${name}：${figure.name}` }));
