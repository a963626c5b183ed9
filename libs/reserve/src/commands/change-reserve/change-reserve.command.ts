import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { type ReserveChange } from '../../domain/reserve.commands.js';

/** Something happens to an entry of the library. */
export class ChangeReserve extends Command<Answer> {
  constructor(
    readonly reserveId: string,
    readonly change: ReserveChange,
    readonly context: CommandContext,
  ) {
    super();
  }
}
