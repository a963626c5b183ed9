/** The condition that the unit `$1` may see a project: it answers for it, or is its place. Absent, all may be seen. */
export const VISIBLE = '($1::text is null or unit = $1 or local_unit = $1)';
