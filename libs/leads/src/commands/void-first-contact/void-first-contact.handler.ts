import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReach } from '#libs/access';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { firstContactDecider } from '../../domain/first-contact.js';
import { firstContactsAbout } from '../first-contacts-of.js';
import { requireLead } from '../require-lead.js';
import { VoidFirstContact } from './void-first-contact.command.js';

@CommandHandler(VoidFirstContact)
export class VoidFirstContactHandler implements ICommandHandler<VoidFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: VoidFirstContact): Promise<Answer> {
    const lead = await requireLead(this.runner, leadId);
    requireReach(context.actor, lead.capturedUnit);
    const done = await this.runner.run({
      stream: await firstContactsAbout(this.runner, leadId, lead, context.commandId),
      decider: firstContactDecider,
      command: { kind: 'void-first-contact', leadId, ...factsOf(body), today: context.today },
      context,
    });
    return answerOf(leadId, done);
  }
}
