import { type Answer, type CommandContext, type CommandRunner, type Prepared, answerOf } from '#libs/command-handling';
import { type UnitCode } from '#libs/values';
import { type UnitCommand } from '../domain/unit.commands.js';
import { unitDecider } from '../domain/unit.decider.js';
import { unitStream } from '../domain/unit.events.js';

/** Runs a command on a registered unit. */
export async function changeUnit(
  runner: CommandRunner,
  code: UnitCode,
  context: CommandContext,
  command: Prepared<UnitCommand>,
): Promise<Answer> {
  const done = await runner.run({ stream: unitStream(code), decider: unitDecider, command, context });
  return answerOf(code, done);
}
