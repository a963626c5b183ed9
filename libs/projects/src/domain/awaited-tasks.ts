import { type Day, type UnitCode, earliest } from '#libs/values';
import { type FixedTask, type Project } from './project.state.js';

/** 六定, with the day since when nobody waits for them any more, and who has to act. */
export interface AwaitedTask extends FixedTask {
  readonly closedOn?: Day;
  readonly holder: UnitCode;
}

/** All that a project's 六定 ever asked for (features.md P10), each waited for until it is done, set anew, or the project found fake. */
export function awaitedTasks(project: Project): AwaitedTask[] {
  const { responsibilities, fake } = project;
  return responsibilities.map((task, index) => {
    const closedOn = earliest(task.done?.on, responsibilities[index + 1]?.on, fake?.on);
    return { ...task, ...(closedOn !== undefined && { closedOn }), holder: holderOf(task, closedOn, project) };
  });
}

/** Whoever takes the project over from the unit that has to act has to act from then on. */
const holderOf = ({ unit, on }: FixedTask, closedOn: Day | undefined, { tenures }: Project): UnitCode =>
  tenures.reduce((holder, { unit: next, from }, index) => {
    const takesOver = tenures[index - 1]?.unit === holder && from >= on && (closedOn === undefined || from < closedOn);
    return takesOver ? next : holder;
  }, unit);
