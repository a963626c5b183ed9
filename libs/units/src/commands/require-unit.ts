import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';
import { refuseEnded } from '../domain/changes.js';
import { unitDecider } from '../domain/unit.decider.js';
import { type UnitKind, unitStream } from '../domain/unit.events.js';
import { nameOn } from '../domain/unit.state.js';

/**
 * What every command asks of a unit that it names. A unit that another process ended moments ago may still pass here:
 * no stream holds both the unit and the matter.
 * @param field where the code stands in the request.
 * @param on the matter's day; without it a unit that has merged or split will do, as for what it did in its time.
 * @throws Refusal UNIT.UNKNOWN when no unit is registered under the code; UNIT.MERGED or UNIT.SPLIT, naming the
 * successors, when on that day the unit no longer took new matters.
 */
export async function requireUnit(runner: CommandRunner, code: UnitCode, field: string, on?: Day): Promise<void> {
  const { state: unit } = await runner.loadRecent(unitStream(code), unitDecider);
  refuseUnless(unit, 'invalid', 'UNIT.UNKNOWN', `单位 ${code} 未登记`, field);
  if (on === undefined || !unit.end || on < unit.end.from) return;
  const successors = await Promise.all(unit.end.into.map((successor) => called(runner, successor, on)));
  refuseEnded(unit, on, field, successors.join('、'));
}

/** Like `requireUnit`, of a unit that has to be of a kind. @throws Refusal also UNIT.WRONG_KIND */
export async function requireUnitOfKind(
  runner: CommandRunner,
  kind: UnitKind,
  code: UnitCode,
  field: string,
  on: Day,
): Promise<void> {
  await requireUnit(runner, code, field, on);
  const { state: unit } = await runner.loadRecent(unitStream(code), unitDecider);
  refuseUnless(unit?.kind === kind, 'invalid', 'UNIT.WRONG_KIND', `单位 ${code} 不属于所填类别`, field);
}

/** A unit by its name on that day and its code. */
async function called(runner: CommandRunner, code: UnitCode, on: Day): Promise<string> {
  const { state: unit } = await runner.loadRecent(unitStream(code), unitDecider);
  return unit ? `${nameOn(unit, on)}（${code}）` : code;
}
