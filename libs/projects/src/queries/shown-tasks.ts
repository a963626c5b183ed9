import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day, daysBetween } from '#libs/values';
import { type AwaitedTask, awaitedTasks } from '../domain/awaited-tasks.js';
import { type Project } from '../domain/project.state.js';

/**
 * 六定 as the API shows them on a day, in the order in which they were set. `daysOverdue` are days of the year beyond the
 * 办结时间, until what they ask for was done or set anew; 0 where it was in time.
 */
export type ShownTask = Omit<AwaitedTask, 'unit' | 'holder'> & {
  readonly unit: NamedUnit;
  /** Has to act: the 责任单位, or who has taken the project over from it. */
  readonly holder: NamedUnit;
  readonly daysOverdue: number;
};

export const shownTasks = (project: Project, nameOf: UnitNaming, on: Day): ShownTask[] =>
  awaitedTasks(project).map(({ unit, holder, ...task }) => ({
    ...task,
    unit: nameOf(unit),
    holder: nameOf(holder),
    daysOverdue: Math.max(0, daysBetween(task.due, task.closedOn ?? on)),
  }));
