import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { unitDecider } from '../domain/unit.decider.js';
import { unitStream } from '../domain/unit.events.js';

/** @throws Refusal UNIT.UNKNOWN when no unit is registered under the code that stands in the request's `field`. */
export async function requireUnit(runner: CommandRunner, code: UnitCode, field: string): Promise<void> {
  const { state } = await runner.load(unitStream(code), unitDecider);
  refuseUnless(state, 'invalid', 'UNIT.UNKNOWN', `单位 ${code} 未登记`, field);
}
