import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { firstContactDecider } from '../../domain/first-contact.js';
import { firstContactsAbout } from '../first-contacts-of.js';
import { requireLead } from '../require-lead.js';
import { ReopenFirstContact } from './reopen-first-contact.command.js';

@CommandHandler(ReopenFirstContact)
export class ReopenFirstContactHandler implements ICommandHandler<ReopenFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: ReopenFirstContact): Promise<Answer> {
    const lead = await requireLead(this.runner, leadId);
    const done = await this.runner.run({
      stream: await firstContactsAbout(this.runner, leadId, lead, context.commandId),
      decider: firstContactDecider,
      command: { kind: 'reopen-first-contact', ...factsOf(body), today: context.today },
      context,
    });
    return answerOf(leadId, done);
  }
}
