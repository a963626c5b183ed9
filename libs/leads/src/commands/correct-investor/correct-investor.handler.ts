import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { firstContactStream, investorDecider } from '../../domain/investor.js';
import { requireInvestorStream } from '../require-investor-stream.js';
import { CorrectInvestor } from './correct-investor.command.js';

@CommandHandler(CorrectInvestor)
export class CorrectInvestorHandler implements ICommandHandler<CorrectInvestor> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ creditCode, body, context }: CorrectInvestor): Promise<Answer> {
    const facts = factsOf(body);
    const correction = { creditCode, ...facts, stream: firstContactStream(facts.enterprise) };
    const done = await this.runner.run({
      stream: requireInvestorStream(creditCode),
      decider: investorDecider,
      command: { kind: 'correct-investor', correction, today: context.today },
      context,
    });
    return answerOf(creditCode, done);
  }
}
