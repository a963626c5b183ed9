import { CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import { type Answer, type CommandContext, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { Refusal } from '#libs/eventsourcing';
import { derivedId } from '#libs/values';
import { reserveDecider } from '../../domain/reserve.decider.js';
import { reserveStream } from '../../domain/reserve.events.js';
import { zombieReviewDecider } from '../../domain/zombie-review.decider.js';
import { zombieReviewStream } from '../../domain/zombie-review.events.js';
import { FindIdle } from '../../queries/idle-entries/find-idle.js';
import { ReviewIdle } from './review-idle.command.js';

/**
 * The review first records which entries it found, then flags them by one command each, whose id derives from its own:
 * sent again, it flags what it did not get to, and nothing twice.
 */
@CommandHandler(ReviewIdle)
export class ReviewIdleHandler implements ICommandHandler<ReviewIdle> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: QueryBus,
  ) {}

  async execute({ reviewId, body, context }: ReviewIdle): Promise<Answer> {
    const { on, idleDays, unit } = factsOf(body);
    const done = await this.runner.runPrepared({
      stream: zombieReviewStream(reviewId),
      decider: zombieReviewDecider,
      command: async () => {
        const entries = await this.queries.execute(new FindIdle({ on, idleDays, unit }));
        const review = { on, idleDays, unit, entries, occurredOn: on };
        return { kind: 'review-zombies' as const, review, today: context.today };
      },
      context,
    });
    let { position } = done;
    for (const entry of done.state?.entries ?? []) {
      const flagged = await this.flag(entry, body, context);
      if (flagged !== undefined && flagged > position) position = flagged;
    }
    return answerOf(reviewId, { ...done, position });
  }

  /** The place of the flag in the log; nothing when the entry has moved since it was found. */
  private async flag(
    entry: string,
    { on, idleDays }: ReviewIdle['body'],
    context: CommandContext,
  ): Promise<bigint | undefined> {
    const commandId = derivedId('flag-zombie', context.commandId, entry);
    try {
      const { position } = await this.runner.run({
        stream: reserveStream(entry),
        decider: reserveDecider,
        command: { kind: 'review-reserve', facts: { on, idleDays }, today: context.today },
        context: { ...context, commandId, expectedRevision: undefined, causationId: context.commandId },
      });
      return position;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}
