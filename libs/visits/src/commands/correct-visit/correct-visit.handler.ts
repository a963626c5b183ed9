import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { visitDecider } from '../../domain/visit.decider.js';
import { visitStream } from '../../domain/visit.events.js';
import { requireNamed } from '../require-named.js';
import { CorrectVisit } from './correct-visit.command.js';

@CommandHandler(CorrectVisit)
export class CorrectVisitHandler implements ICommandHandler<CorrectVisit> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ visitId, body, context }: CorrectVisit): Promise<Answer> {
    const { correctsEventId, reason, ...visit } = factsOf(body);
    const done = await this.runner.runPrepared({
      stream: visitStream(visitId),
      decider: visitDecider,
      command: async () => {
        requireReach(context.actor, visit.unit);
        await requireNamed(this.runner, visit);
        return { kind: 'correct-visit' as const, visit, correctsEventId, reason, today: context.today };
      },
      context,
      authorize: (state) => state && requireReach(context.actor, state.unit),
    });
    return answerOf(visitId, done);
  }
}
