import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { requireUnit } from '#libs/units';
import { projectDecider } from '../../domain/project.decider.js';
import { projectStream } from '../../domain/project.events.js';
import { OpenProject } from './open-project.command.js';

@CommandHandler(OpenProject)
export class OpenProjectHandler implements ICommandHandler<OpenProject> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ projectId, body, context }: OpenProject): Promise<Answer> {
    const { name, unit, place, chain, occurredOn, contract, land, start } = body;
    requireReach(context.actor, unit);
    await requireUnit(this.runner, unit, 'unit', occurredOn);
    const done = await this.runner.run({
      stream: projectStream(projectId),
      decider: projectDecider,
      command: {
        kind: 'open-project',
        project: { name, unit, place, chain, occurredOn },
        contract,
        land,
        start,
        today: context.today,
      },
      context,
    });
    return answerOf(projectId, done);
  }
}
