import { type Actor } from '#libs/access';
import { type CommandRunner } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { type InputPlace } from '../domain/inputs/input.events.js';
import { type InputSlot, inputSlots } from '../domain/inputs/slots.js';
import { schemeDecider } from '../domain/scheme.decider.js';
import { schemeStream } from '../domain/scheme.events.js';
import { type Scheme } from '../domain/scheme.js';

/** A version of a scheme as the log has it; the latest when none is named. @throws Refusal SCHEME.UNKNOWN */
export async function schemeIn(runner: CommandRunner, code: string, version?: number): Promise<Scheme> {
  const { state } = await runner.load(schemeStream(code), schemeDecider);
  const known = (versions: readonly Scheme[]) => versions.at(version === undefined ? -1 : version - 1);
  // What is remembered may lack what another process has published since.
  const scheme = known(state.versions) ?? known((await runner.read(schemeStream(code), schemeDecider)).state.versions);
  const which = version === undefined ? '' : `第 ${version} 版`;
  refuseUnless(scheme, 'not-found', 'SCHEME.UNKNOWN', `没有已发布的考核方案“${code}”${which}`, 'scheme');
  return scheme;
}

type Named = Pick<InputPlace, 'input' | 'subject'>;

/**
 * Finds what a scheme asks for under an input, for an actor who may certify it.
 * @throws Refusal INPUT.UNKNOWN, INPUT.NOT_THE_CERTIFYING_UNIT, INPUT.SUBJECT_MISSING, INPUT.COMMON
 */
export function placesIn(
  scheme: Scheme,
  actor: Actor,
): (named: Named, at: string) => { slot: InputSlot; place: InputPlace } {
  const slots = inputSlots(scheme);
  const { code, version, period } = scheme;
  return ({ input, subject }, at) => {
    const slot = slots.get(input);
    const known = `方案“${scheme.name}”要认定的有：${[...slots.keys()].join('、') || '无'}`;
    refuseUnless(slot, 'invalid', 'INPUT.UNKNOWN', `没有“${input}”；${known}`, `${at}.input`);
    requireCertifier(slot, actor, `${at}.input`);
    const common = slot.kind === 'certified' && slot.of === 'all';
    const field = `${at}.subject`;
    refuseUnless(
      common || subject !== undefined,
      'invalid',
      'INPUT.SUBJECT_MISSING',
      `“${input}”须写明考核对象`,
      field,
    );
    refuseUnless(
      !common || subject === undefined,
      'invalid',
      'INPUT.COMMON',
      `“${input}”为各对象共用，不写考核对象`,
      field,
    );
    return { slot, place: { scheme: code, version, period, input, subject, by: actor.unit } };
  };
}

function requireCertifier(slot: InputSlot, actor: Actor, field: string): void {
  refuseUnless(
    slot.by === actor.unit,
    'forbidden',
    'INPUT.NOT_THE_CERTIFYING_UNIT',
    `“${slot.input}”由 ${slot.by} 认定`,
    field,
  );
}
