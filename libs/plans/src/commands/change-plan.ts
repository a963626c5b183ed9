import { requireReach } from '#libs/access';
import { type Answer, type CommandContext, type CommandRunner, answerOf } from '#libs/command-handling';
import { refuseFake, requireProject } from '#libs/projects';
import { type UnitCode } from '#libs/values';
import { type PlanCommand, planDecider } from '../domain/plan.decider.js';
import { planStream } from '../domain/plan.events.js';

/** What puts a plan right, which a project that never was may still need. */
const TAKES_BACK: readonly PlanCommand['kind'][] = ['void-milestone', 'void-step'];

/**
 * Runs a command on a project's plan, by someone who can act for the unit that answers for the project now. Nothing is
 * planned or reached in a project found fake (features.md P12).
 * @throws Refusal PROJECT.UNKNOWN, PROJECT.FOUND_FAKE
 */
export async function changePlan(
  runner: CommandRunner,
  projectId: string,
  context: CommandContext,
  commandFor: (unit: UnitCode) => PlanCommand,
): Promise<Answer> {
  const done = await runner.runPrepared({
    stream: planStream(projectId),
    decider: planDecider,
    command: async () => {
      const project = await requireProject(runner, projectId);
      requireReach(context.actor, project.unit);
      const command = commandFor(project.unit);
      if (!TAKES_BACK.includes(command.kind)) refuseFake(project);
      return command;
    },
    context,
  });
  return answerOf(projectId, done);
}
