import { fold } from '#libs/eventsourcing';
import { type Numbered, happenedBy } from '#libs/histories';
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
  events: readonly Numbered<ProjectEvent>[],
  voids: Voids,
  on: Day | undefined,
): Project | undefined {
  const counting = happenedBy(events, on).filter(({ id }) => !voids.has(id));
  return fold(projectDecider, counting);
}

/** The state as the API shows it. */
export const shown = (project: Project, unitOf: UnitNaming): ProjectOnDay => shownColumns(columnsOf(project), unitOf);
