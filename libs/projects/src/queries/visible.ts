/** The condition that the unit whose code is `code` (SQL) may read of a project (see `readersOf`). Null, all may be read. */
export const visibleTo = (code: string): string =>
  `(${code}::text is null or readers @> jsonb_build_array(${code}::text))`;
