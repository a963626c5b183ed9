import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { firstContactDecider } from '../../domain/first-contact.js';
import { bindFirstContactsOf, claimedOn } from '../first-contacts-of.js';
import { requireLead } from '../require-lead.js';
import { ClaimFirstContact } from './claim-first-contact.command.js';

@CommandHandler(ClaimFirstContact)
export class ClaimFirstContactHandler implements ICommandHandler<ClaimFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: ClaimFirstContact): Promise<Answer> {
    const {
      capturedUnit: unit,
      enterprise,
      creditCode,
      firstContactOn,
      status,
    } = await requireLead(this.runner, leadId);
    requireReach(context.actor, unit);
    const { evidence = [], occurredOn } = body;
    const claim = { leadId, unit, enterprise, creditCode, contactOn: firstContactOn, evidence, occurredOn };
    const command = { kind: 'claim-first-contact', claim, today: context.today } as const;
    const known = await claimedOn(this.runner, leadId, context.commandId);
    const goesOn = status !== 'voided' && status !== 'merged';
    refuseUnless(known ?? goesOn, 'conflict', 'LEAD.WRONG_STATUS', '线索已作废或并入其他线索，不能申报首谈');
    const done = await this.runner.run({
      stream: known ?? (await bindFirstContactsOf(this.runner, { enterprise, creditCode }, command, context)),
      decider: firstContactDecider,
      command,
      context,
    });
    return answerOf(leadId, done);
  }
}
