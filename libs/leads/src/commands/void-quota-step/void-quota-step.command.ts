import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { type VoidStepBody } from '#libs/contract';

/** The last word on the quota was recorded by mistake. */
export class VoidQuotaStep extends Command<Answer> {
  constructor(
    readonly code: string,
    readonly body: VoidStepBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
