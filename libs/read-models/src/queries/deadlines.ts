/**
 * Deadlines that a table of versions holds: what falls due on which day unless it is closed before. SQL over its
 * columns, for one `kind`; tables of several modules together make one list.
 */
export interface DeadlineSource<Kind extends string = string> {
  readonly kind: Kind;
  /** Schema-qualified. */
  readonly table: string;
  /** The day that may pass. */
  readonly due: string;
  /** From when on nobody waits for it; null until then. */
  readonly closed: string;
  /** The name of the days on which it was overdue (`overdueSpan`), and of the seqs at which it was known (`knownSpan`). */
  readonly overdue: string;
  readonly known: string;
  /** The project's, and the place's. */
  readonly unit: string;
  readonly localUnit: string;
  /** The unit that has to act. */
  readonly holder: string;
  /** What falls due: a stable code, and the name that people gave it, if any. */
  readonly code: string;
  readonly label: string;
  /** The project, where it is one's; else the `stewarded` enterprise, park or district as JSON: stewardship, kind, code, name. */
  readonly project: string;
  readonly stewarded: string;
  /** The approval, where it is one's. */
  readonly approval: string;
  /** What the enterprise was left to hand in, as JSON, where that is what falls due. */
  readonly owed: string;
  /**
   * Together they tell deadlines of one kind and day apart: letters, digits and hyphens, in the collation "C". Indexes on
   * `due` go on with them: among what is open, by `overdue`, and by `known`; the last two end with the seqs and units, so
   * that what wasn't known, or is another's, is passed over within the index.
   */
  readonly keys: readonly [string, string];
}
