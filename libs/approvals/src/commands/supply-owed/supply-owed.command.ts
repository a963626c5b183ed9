import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { StepBody } from '../step-body.js';

export class SupplyOwedBody extends StepBody {}

export class SupplyOwed extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: SupplyOwedBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
