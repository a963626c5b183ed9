import { requireReach } from '#libs/access';
import { type Answer, type CommandContext, type CommandRunner, answerOf } from '#libs/command-handling';
import { type ProjectCommand } from '../domain/project.commands.js';
import { projectDecider } from '../domain/project.decider.js';
import { projectStream } from '../domain/project.events.js';

/**
 * Runs a command on a project that exists, by someone who can act for its unit.
 * @param refuse what else may stand against it; not asked for a command that has been carried out before.
 */
export async function changeProject(
  runner: CommandRunner,
  projectId: string,
  context: CommandContext,
  command: ProjectCommand,
  refuse?: () => void,
): Promise<Answer> {
  const done = await runner.run({
    stream: projectStream(projectId),
    decider: projectDecider,
    command,
    context,
    authorize: (project) => {
      if (!project) return;
      requireReach(context.actor, project.unit);
      refuse?.();
    },
  });
  return answerOf(projectId, done);
}
