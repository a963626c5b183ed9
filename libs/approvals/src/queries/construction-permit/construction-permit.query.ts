import { type Sql } from '#libs/database';
import { KNOWN_AT, selectRows } from '#libs/read-models';
import { type Day } from '#libs/values';
import { ApprovalRow } from '../../projections/approvals/approval.entities.js';

/** A construction permit in force: what a start can be proved with. */
export interface ConstructionPermit {
  readonly approvalId: string;
  readonly number: string;
  readonly grantedOn: Day;
  /** The event that granted it. */
  readonly eventId: string;
  /** Which part of the works it is for, where there are several. */
  readonly paper?: string;
}

/** The construction permits that a project had in force on a day, as known at the seq `asOf`, the first granted first. */
export async function constructionPermits(
  sql: Sql,
  projectId: string,
  { on, asOf }: { readonly on: Day; readonly asOf: bigint },
): Promise<ConstructionPermit[]> {
  const rows = await selectRows(
    sql,
    ApprovalRow,
    `${KNOWN_AT} and project = $2 and kind = 'construction-permit' and outcome = 'granted' and decided_on <= $3::date
     and (revoked_on is null or revoked_on > $3::date) order by decided_on, requested_seq`,
    ...[asOf, projectId, on],
  );
  return rows.flatMap(({ id, state: { number, decidedOn, decision, paper } }) =>
    number === undefined || decidedOn === undefined || decision === undefined
      ? []
      : [{ approvalId: id, number, grantedOn: decidedOn, eventId: decision, paper }],
  );
}
