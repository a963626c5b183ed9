import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { visitDecider } from '../../domain/visit.decider.js';
import { visitStream } from '../../domain/visit.events.js';
import { VoidVisit } from './void-visit.command.js';

@CommandHandler(VoidVisit)
export class VoidVisitHandler implements ICommandHandler<VoidVisit> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ visitId, body, context }: VoidVisit): Promise<Answer> {
    const done = await this.runner.run({
      stream: visitStream(visitId),
      decider: visitDecider,
      command: { kind: 'void-visit', ...factsOf(body), today: context.today },
      context,
      authorize: (state) => state && requireReach(context.actor, state.unit),
    });
    return answerOf(visitId, done);
  }
}
