import {
  type Answer,
  type CommandContext,
  type CommandRunner,
  type Preparable,
  answerOf,
  preparation,
} from '#libs/command-handling';
import { type UnitCode } from '#libs/values';
import { type UnitCommand } from '../domain/unit.commands.js';
import { unitDecider } from '../domain/unit.decider.js';
import { unitStream } from '../domain/unit.events.js';

/** Runs a command on a registered unit. */
export async function changeUnit(
  runner: CommandRunner,
  code: UnitCode,
  context: CommandContext,
  command: Preparable<UnitCommand>,
): Promise<Answer> {
  const done = await runner.runPrepared({
    stream: unitStream(code),
    decider: unitDecider,
    command: preparation(command),
    context,
  });
  return answerOf(code, done);
}
