import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireUnit } from '#libs/units';
import { changeLead } from '../change-lead.js';
import { ReferLead } from './refer-lead.command.js';

@CommandHandler(ReferLead)
export class ReferLeadHandler implements ICommandHandler<ReferLead> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: ReferLead): Promise<Answer> {
    const referral = factsOf(body);
    return changeLead(this.runner, leadId, context, async () => {
      await requireUnit(this.runner, referral.toUnit, 'toUnit', referral.occurredOn);
      for (const [index, { unit }] of referral.shares.entries())
        await requireUnit(this.runner, unit, `shares.${index}.unit`, referral.occurredOn);
      return { kind: 'refer-lead', referral, today: context.today };
    });
  }
}
