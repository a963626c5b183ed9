import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type Introducer } from '#libs/values';
import { projectDecider } from '../domain/project.decider.js';
import { projectStream } from '../domain/project.events.js';

/**
 * Sees to it that the project there is by which an introducing enterprise is named, and that it isn't the `introduced`
 * one; gives its id in one spelling.
 * @throws Refusal PROJECT.UNKNOWN, also for one found fake; PROJECT.INTRODUCED_BY_ITSELF
 */
export async function requireIntroducer(
  runner: CommandRunner,
  introducer: Introducer | undefined,
  introduced?: string,
): Promise<Introducer | undefined> {
  if (introducer?.projectId === undefined) return introducer;
  const projectId = introducer.projectId.toLowerCase();
  const field = 'introducer.projectId';
  refuseUnless(projectId !== introduced, 'invalid', 'PROJECT.INTRODUCED_BY_ITSELF', '项目不能由自身引荐', field);
  const { state: project } = await runner.load(projectStream(projectId), projectDecider);
  const there = project && !project.fake;
  refuseUnless(there, 'invalid', 'PROJECT.UNKNOWN', '没有引荐企业的这个项目', field);
  return { ...introducer, projectId };
}
