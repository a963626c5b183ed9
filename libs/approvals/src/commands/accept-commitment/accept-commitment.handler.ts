import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { AcceptCommitment } from './accept-commitment.command.js';

@CommandHandler(AcceptCommitment)
export class AcceptCommitmentHandler implements ICommandHandler<AcceptCommitment> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: AcceptCommitment): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'accept-commitment',
      ...factsOf(body),
      today: context.today,
    });
  }
}
