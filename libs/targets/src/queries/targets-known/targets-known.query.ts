import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Day, type SubjectRef } from '#libs/values';
import { TargetRow } from '../../projections/target-register/target.entity.js';

/** Which targets of a year; all of them when nothing else is said. */
export interface TargetsQuestion {
  readonly year: number;
  readonly metrics?: readonly string[];
  readonly subject?: SubjectRef;
  /** As they held on this business day; the last word of all when absent. */
  readonly on?: Day;
}

/** The targets of a year as they held on a day and were known at the seq `asOf`, by metric and subject. */
export function targetsKnown(
  sql: Sql,
  { year, metrics, subject, on }: TargetsQuestion,
  asOf: bigint,
): Promise<TargetRow[]> {
  const { name, selection } = tableOf(TargetRow);
  return sql.query<TargetRow[]>(
    `select distinct on (metric collate "C", subject_kind, subject_code collate "C") ${selection} from ${name}
     where year = $1 and seq <= $2 and ($3::text[] is null or metric = any($3))
       and ($4::text is null or (subject_kind = $4 and subject_code = $5)) and ($6::date is null or occurred_on <= $6)
     order by metric collate "C", subject_kind, subject_code collate "C", seq desc`,
    [year, asOf, metrics, subject?.kind, subject?.code, on],
  );
}
