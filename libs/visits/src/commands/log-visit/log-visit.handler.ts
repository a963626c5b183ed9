import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireUnit } from '#libs/units';
import { visitDecider } from '../../domain/visit.decider.js';
import { visitStream } from '../../domain/visit.events.js';
import { LogVisit } from './log-visit.command.js';

@CommandHandler(LogVisit)
export class LogVisitHandler implements ICommandHandler<LogVisit> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ visitId, body, context }: LogVisit): Promise<Answer> {
    requireReach(context.actor, body.unit);
    await requireUnit(this.runner, body.unit, 'unit', body.to);
    const done = await this.runner.run({
      stream: visitStream(visitId),
      decider: visitDecider,
      command: { kind: 'log-visit', visit: factsOf(body), today: context.today },
      context,
    });
    return answerOf(visitId, done);
  }
}
