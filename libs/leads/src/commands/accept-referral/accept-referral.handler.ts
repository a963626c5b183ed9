import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead, offeredUnit } from '../change-lead.js';
import { AcceptReferral } from './accept-referral.command.js';

@CommandHandler(AcceptReferral)
export class AcceptReferralHandler implements ICommandHandler<AcceptReferral> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: AcceptReferral): Promise<Answer> {
    const { occurredOn } = body;
    return changeLead(
      this.runner,
      leadId,
      context,
      { kind: 'accept-referral', occurredOn, today: context.today },
      offeredUnit,
    );
  }
}
