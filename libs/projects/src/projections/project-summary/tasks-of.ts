import { type Versioned, type Versions, overdueSpan } from '#libs/read-models';
import { awaitedTasks } from '../../domain/awaited-tasks.js';
import { type Project, localUnitOf } from '../../domain/project.state.js';
import { type ProjectTaskRow } from './project-task.entity.js';

/** The 六定 of one project, as an event at `seq` leaves them. */
export function enterTasks(
  id: string,
  before: Project | undefined,
  after: Project,
  tasks: Versions<ProjectTaskRow>,
  seq: bigint,
): void {
  const standing = tasksOf(id, after);
  const ids = new Set(standing.map((task) => task.id));
  for (const { eventId } of before?.responsibilities ?? []) if (!ids.has(eventId)) tasks.end(eventId, seq);
  for (const task of standing) tasks.put(task, seq);
}

function tasksOf(project: string, state: Project): Omit<ProjectTaskRow, keyof Versioned>[] {
  return awaitedTasks(state).map(({ eventId: id, matter, due: dueOn, holder, closedOn = null }) => ({
    id,
    project,
    unit: state.unit,
    localUnit: localUnitOf(state),
    holder,
    matter,
    dueOn,
    closedOn,
    overdue: overdueSpan(dueOn, closedOn),
  }));
}
