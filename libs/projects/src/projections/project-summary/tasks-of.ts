import { type Versioned, type Versions, overdueSpan } from '#libs/read-models';
import { type Day, type UnitCode, earliest } from '#libs/values';
import { type FixedTask, type Project, localUnitOf } from '../../domain/project.state.js';
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

/** All that a project's 六定 ever asked for, each waited for until it is done, set anew, or the project found fake. */
function tasksOf(project: string, state: Project): Omit<ProjectTaskRow, keyof Versioned>[] {
  const { responsibilities, fake, unit } = state;
  return responsibilities.map((task, index) => {
    const { eventId: id, matter, due: dueOn, done } = task;
    const closedOn = earliest(done?.on, responsibilities[index + 1]?.on, fake?.on) ?? null;
    return {
      id,
      project,
      unit,
      localUnit: localUnitOf(state),
      holder: holderOf(task, closedOn, state),
      matter,
      dueOn,
      closedOn,
      overdue: overdueSpan(dueOn, closedOn),
    };
  });
}

/** Whoever takes the project over from the unit that has to act has to act from then on. */
const holderOf = ({ unit, on }: FixedTask, closedOn: Day | null, { tenures }: Project): UnitCode =>
  tenures.reduce((holder, { unit: next, from }, index) => {
    const takesOver = tenures[index - 1]?.unit === holder && from >= on && (closedOn === null || from < closedOn);
    return takesOver ? next : holder;
  }, unit);
