/** The condition that the unit `$1` may read of a project (see `readersOf`). Absent, all may be read. */
export const VISIBLE = '($1::text is null or readers @> jsonb_build_array($1::text))';
