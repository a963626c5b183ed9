import { classRulesOn } from '#libs/class-rules';
import { type Answer, type CommandContext, type CommandRunner, answerOf } from '#libs/command-handling';
import { type Day, derivedId, digestOf } from '#libs/values';
import { type ProjectDetails } from '../../domain/project.commands.js';
import { projectDecider } from '../../domain/project.decider.js';
import { projectStream } from '../../domain/project.events.js';

/** What a lead or an entry of the reserve has become, as its own stream says. */
export interface Conversion {
  readonly projectId: string;
  readonly project: Omit<ProjectDetails, 'leadId' | 'reserveId' | 'occurredOn'>;
  readonly occurredOn: Day;
}

/** Opens what has been converted, under an id of its own; however often it is called, the project opens once. */
export type OpenConverted = (
  runner: CommandRunner,
  originId: string,
  conversion: Conversion,
  context: CommandContext,
) => Promise<Answer>;

const openAs =
  (origin: 'leadId' | 'reserveId', commandName: string): OpenConverted =>
  async (runner, originId, { projectId, project, occurredOn }, context) => {
    const command = { ...project, [origin]: originId, occurredOn };
    const done = await runner.runPrepared({
      stream: projectStream(projectId),
      decider: projectDecider,
      command: async () => {
        const rules = await classRulesOn(runner, occurredOn);
        return { kind: 'open-project' as const, project: command, rules, today: occurredOn };
      },
      context: {
        ...context,
        commandId: derivedId(commandName, originId),
        commandHash: digestOf(command),
        expectedRevision: undefined,
        causationId: context.commandId,
      },
    });
    return answerOf(projectId, done);
  };

export const openConvertedLead = openAs('leadId', 'open-converted-lead');
export const openConvertedReserve = openAs('reserveId', 'open-converted-reserve');
