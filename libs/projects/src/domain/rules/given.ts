import { refuseUnless } from '#libs/eventsourcing';
import { type ClassRules, type Day } from '#libs/values';
import { type Project } from '../project.state.js';

/** `today` is the day of the command, `at` where the terms stand in the request (`contract.`), for the refusal's field. */
export interface Given {
  readonly project: Project;
  readonly today: Day;
  readonly at: string;
  /** The rules of classing in force; without any, nothing is classed. */
  readonly rules?: ClassRules;
}

/** Nothing happens in a project that never was. @throws Refusal PROJECT.FOUND_FAKE */
export const refuseFake = ({ fake }: Pick<Project, 'fake'>, field?: string): void =>
  refuseUnless(!fake, 'conflict', 'PROJECT.FOUND_FAKE', '该项目已被认定为虚假项目，不能再登记', field);

/**
 * Nothing happens in a project that never was, nor after its contract has ended.
 * @throws Refusal PROJECT.FOUND_FAKE, PROJECT.TERMINATED
 */
export function refuseClosed(project: Project, day: Day): void {
  refuseFake(project);
  const { terminated } = project;
  refuseUnless(
    !terminated || day <= terminated.on,
    'conflict',
    'PROJECT.TERMINATED',
    `合同已于 ${terminated?.on} 终止，不能登记此后发生的事项`,
  );
}
