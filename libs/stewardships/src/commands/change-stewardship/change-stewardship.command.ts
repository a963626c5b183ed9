import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { type StewardshipChange } from '../../domain/stewardship.commands.js';

/** Any command on a stewardship that there is. */
export class ChangeStewardship extends Command<Answer> {
  constructor(
    readonly id: string,
    readonly change: StewardshipChange,
    readonly context: CommandContext,
  ) {
    super();
  }
}
