import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { classRulesOn } from '#libs/class-rules';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { requireIntroducer } from '#libs/projects';
import { changeLead } from '../change-lead.js';
import { creditCodeWarnings } from '../lead-details.js';
import { ReviseLead } from './revise-lead.command.js';

@CommandHandler(ReviseLead)
export class ReviseLeadHandler implements ICommandHandler<ReviseLead> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ leadId, body, context }: ReviseLead): Promise<Answer> {
    const { occurredOn, ...changes } = factsOf(body);
    const answer = await changeLead(this.runner, leadId, context, async () => {
      const rules = await classRulesOn(this.runner, occurredOn);
      const introducer = await requireIntroducer(this.runner, changes.introducer);
      const named = { ...changes, ...(introducer && { introducer }) };
      return { kind: 'revise-lead', changes: named, occurredOn, rules, today: context.today };
    });
    const warnings = creditCodeWarnings(changes.creditCode);
    return { ...answer, ...(warnings.length > 0 && { warnings }) };
  }
}
