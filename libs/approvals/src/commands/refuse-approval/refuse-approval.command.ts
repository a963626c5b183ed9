import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { TextField } from '#libs/contract';
import { StepBody } from '../step-body.js';

export class RefuseApprovalBody extends StepBody {
  @TextField('不予受理或不予批准的理由', 1000) reason: string;
}

export class RefuseApproval extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: RefuseApprovalBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
