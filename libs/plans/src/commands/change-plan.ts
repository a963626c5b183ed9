import { requireReach } from '#libs/access';
import { type Answer, type CommandContext, type CommandRunner, answerOf } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { projectDecider, projectStream } from '#libs/projects';
import { type UnitCode } from '#libs/values';
import { type PlanCommand, planDecider } from '../domain/plan.decider.js';
import { planStream } from '../domain/plan.events.js';

/**
 * Runs a command on a project's plan, by someone who can act for the unit that answers for the project now.
 * @throws Refusal PROJECT.UNKNOWN
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
      const { state: project } = await runner.read(projectStream(projectId), projectDecider);
      refuseUnless(project, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
      requireReach(context.actor, project.unit);
      return commandFor(project.unit);
    },
    context,
  });
  return answerOf(projectId, done);
}
