import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireUnit } from '#libs/units';
import { reserveDecider } from '../../domain/reserve.decider.js';
import { reserveStream } from '../../domain/reserve.events.js';
import { PlanProject } from './plan-project.command.js';

@CommandHandler(PlanProject)
export class PlanProjectHandler implements ICommandHandler<PlanProject> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ reserveId, body, context }: PlanProject): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: reserveStream(reserveId),
      decider: reserveDecider,
      command: async () => {
        requireReach(context.actor, body.unit);
        await requireUnit(this.runner, body.unit, 'unit', body.occurredOn);
        return { kind: 'plan-project' as const, facts: factsOf(body), today: context.today };
      },
      context,
    });
    return answerOf(reserveId, done);
  }
}
