import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireUnit } from '#libs/units';
import { batchDecider } from '../../domain/batch.decider.js';
import { batchStream } from '../../domain/batch.events.js';
import { PlanBatch } from './plan-batch.command.js';

@CommandHandler(PlanBatch)
export class PlanBatchHandler implements ICommandHandler<PlanBatch> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ batchId, body, context }: PlanBatch): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: batchStream(batchId),
      decider: batchDecider,
      command: async () => {
        requireReach(context.actor, body.unit);
        await requireUnit(this.runner, body.unit, 'unit', body.occurredOn);
        return { kind: 'plan-batch' as const, facts: factsOf(body), today: context.today };
      },
      context,
    });
    return answerOf(batchId, done);
  }
}
