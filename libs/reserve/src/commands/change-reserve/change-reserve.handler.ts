import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { reserveDecider } from '../../domain/reserve.decider.js';
import { reserveStream } from '../../domain/reserve.events.js';
import { ChangeReserve } from './change-reserve.command.js';

/** Runs a change of an entry that exists, by someone who can act for its unit. */
@CommandHandler(ChangeReserve)
export class ChangeReserveHandler implements ICommandHandler<ChangeReserve> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ reserveId, change, context }: ChangeReserve): Promise<Answer> {
    const done = await this.runner.run({
      stream: reserveStream(reserveId),
      decider: reserveDecider,
      command: { ...change, today: context.today },
      context,
      authorize: (entry) => entry && requireReach(context.actor, entry.unit),
    });
    return answerOf(reserveId, done);
  }
}
