import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireUnit } from '#libs/units';
import { quotaStream } from '../../domain/quota.events.js';
import { quotaDecider } from '../../domain/quota.js';
import { SetLeadQuota } from './set-lead-quota.command.js';

@CommandHandler(SetLeadQuota)
export class SetLeadQuotaHandler implements ICommandHandler<SetLeadQuota> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ code, body, context }: SetLeadQuota): Promise<Answer> {
    const terms = factsOf(body);
    const done = await this.runner.runPrepared({
      stream: quotaStream(code),
      decider: quotaDecider,
      command: async () => {
        for (const [index, { unit }] of terms.who.entries()) await requireUnit(this.runner, unit, `who.${index}.unit`);
        return { kind: 'set-lead-quota' as const, code, terms, today: context.today };
      },
      context,
    });
    return answerOf(code, done);
  }
}
