import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { type VoidStepBody } from '#libs/contract';

export class VoidLeadStep extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: VoidStepBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
