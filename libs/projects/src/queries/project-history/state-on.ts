import { type Recorded, type StoredEvent, fold } from '#libs/eventsourcing';
import { type UnitNaming } from '#libs/units';
import { type Day } from '#libs/values';
import { projectDecider } from '../../domain/project.decider.js';
import { type ProjectEvent } from '../../domain/project.events.js';
import { type Project } from '../../domain/project.state.js';
import { columnsOf } from '../../projections/project-summary/columns.js';
import { type ProjectColumns, shownColumns } from '../summary.js';
import { type Voids } from './voids.js';

/** What a project was on a business day, as far as was known. */
export type ProjectOnDay = ProjectColumns;

/** The state that the events leave which are not void and happened by `on` (all of them without `on`). */
export function stateOn(
  events: readonly StoredEvent<ProjectEvent>[],
  voids: Voids,
  on: Day | undefined,
): Project | undefined {
  const counting = events.filter(({ id, data }) => !voids.has(id) && (on === undefined || data.occurredOn <= on));
  return fold(projectDecider, counting as unknown as Recorded<ProjectEvent>[]);
}

/** The state as the API shows it. */
export const shown = (project: Project, unitOf: UnitNaming): ProjectOnDay => shownColumns(columnsOf(project), unitOf);
