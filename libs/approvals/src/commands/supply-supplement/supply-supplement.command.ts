import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { StepBody } from '../step-body.js';

export class SupplySupplementBody extends StepBody {}

export class SupplySupplement extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: SupplySupplementBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
