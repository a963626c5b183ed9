import { type Answer, type CommandContext, type CommandRunner, answerOf } from '#libs/command-handling';
import { type Day, derivedId, digestOf } from '#libs/values';
import { type ProjectDetails } from '../../domain/project.commands.js';
import { projectDecider } from '../../domain/project.decider.js';
import { projectStream } from '../../domain/project.events.js';

/** What a lead has become, as its own stream says. */
export interface Conversion {
  readonly projectId: string;
  readonly project: Omit<ProjectDetails, 'leadId' | 'occurredOn'>;
  readonly occurredOn: Day;
}

/** Opens the project that a lead has become; however often it is called, the project opens once. */
export async function openConvertedLead(
  runner: CommandRunner,
  leadId: string,
  { projectId, project, occurredOn }: Conversion,
  context: CommandContext,
): Promise<Answer> {
  const command = { ...project, leadId, occurredOn };
  const done = await runner.run({
    stream: projectStream(projectId),
    decider: projectDecider,
    command: { kind: 'open-project', project: command, today: occurredOn },
    context: {
      ...context,
      commandId: derivedId('open-converted-lead', leadId),
      commandHash: digestOf(command),
      expectedRevision: undefined,
      causationId: context.commandId,
    },
  });
  return answerOf(projectId, done);
}
