import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { TextField } from '#libs/contract';
import { StepBody } from '../step-body.js';

export class GrantApprovalBody extends StepBody {
  @TextField('批准文号（证号）', 100) number: string;
}

export class GrantApproval extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: GrantApprovalBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
