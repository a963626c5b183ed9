import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { changeLead, offeredUnit } from '../change-lead.js';
import { DeclineReferral } from './decline-referral.command.js';

@CommandHandler(DeclineReferral)
export class DeclineReferralHandler implements ICommandHandler<DeclineReferral> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: DeclineReferral): Promise<Answer> {
    const { reason, occurredOn } = body;
    return changeLead(
      this.runner,
      leadId,
      context,
      { kind: 'decline-referral', reason, occurredOn, today: context.today },
      offeredUnit,
    );
  }
}
