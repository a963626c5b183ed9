import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeLead } from '../change-lead.js';
import { VoidLeadStep } from './void-lead-step.command.js';

@CommandHandler(VoidLeadStep)
export class VoidLeadStepHandler implements ICommandHandler<VoidLeadStep> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ leadId, body, context }: VoidLeadStep): Promise<Answer> {
    const facts = factsOf(body);
    return changeLead(this.runner, leadId, context, { kind: 'void-step', facts, today: context.today });
  }
}
