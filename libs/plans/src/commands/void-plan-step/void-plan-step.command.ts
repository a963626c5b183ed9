import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { type VoidStepBody } from '#libs/contract';

export class VoidPlanStep extends Command<Answer> {
  constructor(
    readonly projectId: string,
    readonly body: VoidStepBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
