import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { quotaStream } from '../../domain/quota.events.js';
import { quotaDecider } from '../../domain/quota.js';
import { EndLeadQuota } from './end-lead-quota.command.js';

@CommandHandler(EndLeadQuota)
export class EndLeadQuotaHandler implements ICommandHandler<EndLeadQuota> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ code, body, context }: EndLeadQuota): Promise<Answer> {
    const { from, reason } = body;
    const done = await this.runner.run({
      stream: quotaStream(code),
      decider: quotaDecider,
      command: { kind: 'end-lead-quota', code, from, reason, today: context.today },
      context,
    });
    return answerOf(code, done);
  }
}
