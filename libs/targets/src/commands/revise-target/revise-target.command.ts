import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { TextField } from '#libs/contract';
import { GoalBody } from '../target-bodies.js';

/** The whole target as it shall be from its day on; `approvedBy` has to be there. */
export class ReviseTargetBody extends GoalBody {
  @TextField('调整理由', 1000) reason: string;
}

export class ReviseTarget extends Command<Answer> {
  constructor(
    readonly body: ReviseTargetBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
