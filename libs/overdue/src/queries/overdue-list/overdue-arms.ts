import { type DeadlineSource, KNOWN_NOW } from '#libs/read-models';

/** Versions that were current at the seq `$1`, and aren't any more. */
const SUPERSEDED = 'from_seq <= $1 and until_seq > $1';

/**
 * A page of one source's overdue deadlines, `$1` to `$12` as `overdueList` gives them. Each arm is served by an index of
 * its own, in the order of the list, and stops at the page's end: what is open; what was closed only after the day,
 * under the names of the spans (`$11`) that have the day; and, for the past, what was otherwise then, under the names
 * (`$12`) of those that have the seq.
 */
export function overdueArms(
  source: DeadlineSource,
  { present, after }: { present: boolean; after?: string },
): string[] {
  const { closed, overdue, known } = source;
  const beyond =
    after === undefined ? '$7::date is null and $8::text is null and $9::text is null' : pastOf(source, after);
  const open = `${closed} is null`;
  const later = `${closed} > $2::date`;
  const now = [
    arm(source, `${KNOWN_NOW} and ${open} and ${beyond}`),
    ofSpans('$11', arm(source, `${KNOWN_NOW} and ${overdue} = span and ${later} and ${beyond}`)),
  ];
  if (present) return now;
  return [
    ...now,
    ofSpans('$12', arm(source, `${SUPERSEDED} and ${known} = span and (${open} or ${later}) and ${beyond}`)),
  ];
}

/** Beyond the last line of the page before, which was of the kind `after`. */
const pastOf = ({ kind, due, keys: [first, second] }: DeadlineSource, after: string): string =>
  kind === after
    ? `(${due}, ${first}, ${second}) > ($7::date, $8::text, $9::text)`
    : `${due} ${kind > after ? '>=' : '>'} $7::date and ($8::text, $9::text) is not null`;

const ofSpans = (names: string, statement: string): string =>
  `(select found.* from unnest(${names}::text[]) span cross join lateral ${statement} found)`;

const arm = (source: DeadlineSource, where: string): string => {
  const { kind, table, due, keys, unit, localUnit, holder, code, label, project, approval } = source;
  return `(select '${kind}' as kind, ${due} as due_on, ${keys[0]} as first, ${keys[1]} as second, ${project} as project,
      ${unit} as unit, ${holder} as holder, ${code} as code, ${label} as label, ${approval} as approval,
      ${source.stewarded} as stewarded, ${source.owed} as owed
    from ${table}
    where ${where} and ${due} < $2::date
      and ($3::text is null or ${unit} = $3) and ($4::text is null or ${holder} = $4)
      and ($5::text is null or ${project} = $5)
      and ($6::text is null or ${unit} = $6 or ${localUnit} = $6 or ${holder} = $6)
    order by ${due}, ${keys[0]}, ${keys[1]} limit $10)`;
};
