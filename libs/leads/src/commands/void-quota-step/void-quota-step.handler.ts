import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { quotaStream } from '../../domain/quota.events.js';
import { quotaDecider } from '../../domain/quota.js';
import { VoidQuotaStep } from './void-quota-step.command.js';

@CommandHandler(VoidQuotaStep)
export class VoidQuotaStepHandler implements ICommandHandler<VoidQuotaStep> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ code, body, context }: VoidQuotaStep): Promise<Answer> {
    const done = await this.runner.run({
      stream: quotaStream(code),
      decider: quotaDecider,
      command: { kind: 'void-step', code, facts: factsOf(body), today: context.today },
      context,
    });
    return answerOf(code, done);
  }
}
