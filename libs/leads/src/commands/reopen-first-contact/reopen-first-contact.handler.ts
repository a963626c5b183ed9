import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { firstContactDecider } from '../../domain/first-contact.js';
import { answeredOn, firstContactsOf } from '../first-contacts-of.js';
import { requireLead } from '../require-lead.js';
import { ReopenFirstContact } from './reopen-first-contact.command.js';

@CommandHandler(ReopenFirstContact)
export class ReopenFirstContactHandler implements ICommandHandler<ReopenFirstContact> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: ReopenFirstContact): Promise<Answer> {
    const done = await this.runner.run({
      stream:
        (await answeredOn(this.runner, leadId, context)) ??
        (await firstContactsOf(this.runner, await requireLead(this.runner, leadId))),
      decider: firstContactDecider,
      command: { kind: 'reopen-first-contact', ...factsOf(body), today: context.today },
      context,
    });
    return answerOf(leadId, done);
  }
}
