/**
 * A table's deadlines: what falls due on which day unless it is closed before. SQL over its columns, for one `kind`;
 * tables of several modules together make one list.
 */
export interface DeadlineSource<Kind extends string = string> {
  readonly kind: Kind;
  /** Schema-qualified. */
  readonly table: string;
  /** The day that may pass. */
  readonly due: string;
  /** From when on nobody waits for it; null until then. */
  readonly closed: string;
  /** The project's, and the place's. */
  readonly unit: string;
  readonly localUnit: string;
  /** The unit that has to act. */
  readonly holder: string;
  /** What falls due: a stable code, and the name that people gave it, if any. */
  readonly code: string;
  readonly label: string;
  /** The approval, where it is one's. */
  readonly approval: string;
  /** Tells deadlines of one kind and day apart: letters, digits, hyphens and colons. */
  readonly key: string;
}

/**
 * The select of what is overdue at the end of the day `$2`: past due and not closed by then, among versions for which
 * `known` holds. Two arms, so that an index on what is open and one on what was closed later each serve one.
 */
export const overdueIn = (source: DeadlineSource, known: string): string =>
  [`${source.closed} is null`, `${source.closed} > $2::date`]
    .map(
      (open) => `select '${source.kind}' as kind, ${source.due} as due_on, ${source.key} as key, project,
        ${source.unit} as unit, ${source.localUnit} as local_unit, ${source.holder} as holder,
        ${source.code} as code, ${source.label} as label, ${source.approval} as approval
      from ${source.table} where ${known} and ${source.due} < $2::date and ${open}`,
    )
    .join(' union all ');
