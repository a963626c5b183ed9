import { type Decider, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';
import { type UnitEvent, type UnitKind } from './unit.events.js';

export interface RegisterUnit {
  readonly kind: 'register-unit';
  readonly unit: { code: UnitCode; name: string; kind: UnitKind; group: string; occurredOn: Day };
  readonly today: Day;
}

export type UnitCommand = RegisterUnit;

/** `undefined` until the unit is registered. */
export type UnitState = { code: UnitCode; name: string; kind: UnitKind; group: string } | undefined;

/** The rules of a unit (features.md L11, A4). */
export const unitDecider: Decider<UnitCommand, UnitState, UnitEvent> = {
  initialState: undefined,

  decide({ unit, today }, state) {
    refuseUnless(!state, 'conflict', 'UNIT.ALREADY_REGISTERED', `单位代码 ${unit.code} 已登记`, 'code');
    refuseFuture(unit.occurredOn, today);
    return [{ type: 'UnitRegistered', data: unit }];
  },

  evolve(_state, { data }) {
    return { code: data.code, name: data.name, kind: data.kind, group: data.group };
  },
};
