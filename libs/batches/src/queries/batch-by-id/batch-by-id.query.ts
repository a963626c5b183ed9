import { type Sql } from '#libs/database';
import { type NamedProject, projectNames } from '#libs/projects';
import { selectRows } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type UnitCode, daysBetween } from '#libs/values';
import { type Deed } from '../../domain/batch.events.js';
import { BatchRow } from '../../projections/batch-register/batch.entities.js';
import { VISIBLE } from '../list-batches/list-batches.query.js';
import { listingsOf } from '../listings.query.js';
import { type ShownBatch, heldBy, shownBatch } from '../shown-batch.js';

/** A listed project and the day on which it really signed, started or was completed. */
export interface ListedProject {
  readonly project: NamedProject;
  readonly unit: NamedUnit;
  /** What it was listed for. */
  readonly deed: Deed;
  readonly listedOn: Day;
  /** Absent when there is no standing record by the day asked about. */
  readonly reachedOn?: Day;
  /** Days from the event to the deed; negative when the deed came first. */
  readonly daysAfter?: number;
}

export interface BatchAnswer {
  readonly on: Day;
  readonly batch: ShownBatch;
  /** In the order in which they were listed. */
  readonly projects: ListedProject[];
}

/** A batch with each project's own day, as known at `asOf`; `undefined` when there is none that may be seen. */
export async function batchById(
  sql: Sql,
  question: { readonly id: string; readonly on: Day; readonly asOf: bigint; readonly visibleUnit?: UnitCode },
): Promise<BatchAnswer | undefined> {
  const { id, on, asOf, visibleUnit } = question;
  const [row] = await selectRows(sql, BatchRow, `${VISIBLE} and id = $2 and planned_seq <= $3`, visibleUnit, id, asOf);
  if (!row) return undefined;
  const listings = await listingsOf(sql, id, question);
  const nameOf = await unitNames(sql, [row.unit, ...listings.map(({ unit }) => unit)], { on, asOf });
  const projectOf = await projectNames(
    sql,
    listings.map(({ project }) => project),
    asOf,
  );
  const heldOn = heldBy(row, asOf);
  const projects = listings.map(({ project, unit, deed, listedOn, reachedOn }) => {
    const daysAfter = reachedOn && heldOn ? daysBetween(heldOn, reachedOn) : undefined;
    return {
      project: projectOf(project),
      unit: nameOf(unit),
      deed,
      listedOn,
      reachedOn: reachedOn ?? undefined,
      daysAfter,
    };
  });
  const tallies = listings.map(({ deed, reachedOn }) => ({ deed, listed: 1, reached: reachedOn ? 1 : 0 }));
  return { on, batch: shownBatch(row, tallies, { nameOf, asOf }), projects };
}
