import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { VoidApprovalStep } from './void-approval-step.command.js';

@CommandHandler(VoidApprovalStep)
export class VoidApprovalStepHandler implements ICommandHandler<VoidApprovalStep> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: VoidApprovalStep): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'void-step',
      facts: factsOf(body),
      today: context.today,
    });
  }
}
