import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { type UnitCode } from '#libs/values';
import { type Batch, type BatchChange, batchDecider } from '../../domain/batch.decider.js';
import { batchStream } from '../../domain/batch.events.js';
import { ChangeBatch } from './change-batch.command.js';

/** Runs a change of a batch that exists, by someone who can act for the unit concerned. */
@CommandHandler(ChangeBatch)
export class ChangeBatchHandler implements ICommandHandler<ChangeBatch> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ batchId, change, context }: ChangeBatch): Promise<Answer> {
    const done = await this.runner.run({
      stream: batchStream(batchId),
      decider: batchDecider,
      command: { ...change, today: context.today },
      context,
      authorize: (batch) => batch && requireReach(context.actor, unitConcerned(batch, change)),
    });
    return answerOf(batchId, done);
  }
}

/** Whoever listed a project can take it off; the rest is the organizer's. */
const unitConcerned = (batch: Batch, change: BatchChange): UnitCode =>
  (change.kind === 'unlist-project' && batch.listed.get(change.facts.projectId)) || batch.unit;
