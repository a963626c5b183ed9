import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { projectDecider, projectStream } from '#libs/projects';
import { type Introducer } from '#libs/values';

/**
 * Sees to it that the project there is by which an introducing enterprise is named, and gives its id in one spelling.
 * @throws Refusal PROJECT.UNKNOWN, also for one found fake
 */
export async function requireIntroducer(
  runner: CommandRunner,
  introducer: Introducer | undefined,
): Promise<Introducer | undefined> {
  if (introducer?.projectId === undefined) return introducer;
  const projectId = introducer.projectId.toLowerCase();
  const { state: project } = await runner.load(projectStream(projectId), projectDecider);
  const there = project && !project.fake;
  refuseUnless(there, 'invalid', 'PROJECT.UNKNOWN', '没有引荐企业的这个项目', 'introducer.projectId');
  return { ...introducer, projectId };
}
