import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { visitDecider } from '../../domain/visit.decider.js';
import { visitStream } from '../../domain/visit.events.js';
import { requireNamed } from '../require-named.js';
import { LogVisit } from './log-visit.command.js';

@CommandHandler(LogVisit)
export class LogVisitHandler implements ICommandHandler<LogVisit> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ visitId, body, context }: LogVisit): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: visitStream(visitId),
      decider: visitDecider,
      command: async () => {
        requireReach(context.actor, body.unit);
        await requireNamed(this.runner, body);
        return { kind: 'log-visit' as const, visit: factsOf(body), today: context.today };
      },
      context,
    });
    return answerOf(visitId, done);
  }
}
