import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { unitDecider } from '../../domain/unit.decider.js';
import { unitStream } from '../../domain/unit.events.js';
import { RegisterUnit } from './register-unit.command.js';

@CommandHandler(RegisterUnit)
export class RegisterUnitHandler implements ICommandHandler<RegisterUnit> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ body, context }: RegisterUnit): Promise<Answer> {
    const done = await this.runner.run({
      stream: unitStream(body.code),
      decider: unitDecider,
      command: { kind: 'register-unit', facts: factsOf(body), today: context.today },
      context,
    });
    return answerOf(body.code, done);
  }
}
