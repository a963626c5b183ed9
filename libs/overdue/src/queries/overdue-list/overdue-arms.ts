import { type DeadlineSource } from '#libs/read-models';

/** Versions that are still current; all that the present needs. */
const CURRENT = 'from_seq <= $1 and until_seq is null';
/** Versions that were current at the seq `$1`, and aren't any more. */
const SUPERSEDED = 'from_seq <= $1 and until_seq > $1';

/**
 * A page of one source's overdue deadlines, `$1` to `$10` as `overdueList` gives them. Each arm is served by an index
 * of its own, in the order of the list, and stops at the page's end: what is open, what was closed only after the day,
 * and, for the past, what was otherwise then.
 */
export const overdueArms = (source: DeadlineSource, present: boolean): string[] => {
  const { closed } = source;
  const open = `${closed} is null`;
  const later = `${closed} > $2::date`;
  const now = [arm(source, `${CURRENT} and ${open}`), arm(source, `${CURRENT} and ${later}`)];
  return present ? now : [...now, arm(source, `${SUPERSEDED} and (${open} or ${later})`)];
};

const arm = (
  { kind, table, due, key, unit, localUnit, holder, code, label, approval }: DeadlineSource,
  where: string,
) =>
  `(select '${kind}' as kind, ${due} as due_on, ${key} as key, project, ${unit} as unit, ${holder} as holder,
      ${code} as code, ${label} as label, ${approval} as approval
    from ${table}
    where ${where} and ${due} < $2::date
      and ($3::text is null or ${unit} = $3) and ($4::text is null or ${holder} = $4)
      and ($5::text is null or project = $5)
      and ($6::text is null or ${unit} = $6 or ${localUnit} = $6 or ${holder} = $6)
      and ($7::date is null or (${due} >= $7 and (${due}, '${kind}' collate "C", (${key}) collate "C") > ($7, $8, $9)))
    order by ${due}, (${key}) collate "C" limit $10)`;
