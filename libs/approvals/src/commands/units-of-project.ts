import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { localUnitOf, projectDecider, projectStream } from '#libs/projects';
import { type UnitCode } from '#libs/values';

/** The unit that answers for a project now, and its place, read from the log. @throws Refusal PROJECT.UNKNOWN */
export async function unitsOfProject(
  runner: CommandRunner,
  projectId: string,
): Promise<{ readonly unit: UnitCode; readonly localUnit: UnitCode }> {
  const { state } = await runner.read(projectStream(projectId), projectDecider);
  refuseUnless(state, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
  return { unit: state.unit, localUnit: localUnitOf(state) };
}
