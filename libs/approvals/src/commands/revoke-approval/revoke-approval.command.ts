import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { TextField } from '#libs/contract';
import { StepBody } from '../step-body.js';

export class RevokeApprovalBody extends StepBody {
  @TextField('撤销、注销或失效的原因', 1000) reason: string;
}

export class RevokeApproval extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: RevokeApprovalBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
