import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { firstContactDecider } from '../../domain/first-contact.js';
import { firstContactsAbout } from '../first-contacts-of.js';
import { requireLead } from '../require-lead.js';
import { SettleFirstContact } from './settle-first-contact.command.js';

@CommandHandler(SettleFirstContact)
export class SettleFirstContactHandler implements ICommandHandler<SettleFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: SettleFirstContact): Promise<Answer> {
    const { reason, occurredOn } = body;
    const lead = await requireLead(this.runner, leadId);
    const done = await this.runner.run({
      stream: await firstContactsAbout(this.runner, leadId, lead, context.commandId),
      decider: firstContactDecider,
      command: { kind: 'settle-first-contact', leadId, reason, occurredOn, today: context.today },
      context,
    });
    return answerOf(leadId, done);
  }
}
