import { type Decider, refuseFuture, refuseUnless, ruled } from '#libs/eventsourcing';
import { merge, refuseDivisionCode, regroup, rename, split, voidEnd } from './changes.js';
import { addMember, appoint, relieve, removeMember } from './tenures.js';
import { UNIT_TITLES } from './titles.js';
import { type UnitChange, type UnitCommand } from './unit.commands.js';
import { type UnitEvent } from './unit.events.js';
import { type Unit, type UnitState, evolveUnit } from './unit.state.js';

const change = ruled<UnitChange, Unit, UnitEvent>({
  'rename-unit': rename,
  'regroup-unit': regroup,
  'merge-unit': merge,
  'split-unit': split,
  'void-end': voidEnd,
  'add-group-member': addMember,
  'remove-group-member': removeMember,
  'appoint-person': appoint,
  'relieve-person': relieve,
});

/** The rules of a unit's life (features.md L11, A4): named and grouped from a day on, with members and offices, ended once. */
export const unitDecider: Decider<UnitCommand, UnitState, UnitEvent> = {
  knows: UNIT_TITLES,
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'register-unit') {
      const { facts, today } = command;
      refuseUnless(!state, 'conflict', 'UNIT.ALREADY_REGISTERED', `单位代码 ${facts.code} 已登记`, 'code');
      refuseDivisionCode(facts.kind, facts.divisionCode);
      refuseFuture(facts.occurredOn, today);
      return [{ type: 'UnitRegistered', data: facts }];
    }
    refuseUnless(state, 'not-found', 'UNIT.UNKNOWN', '没有这个单位');
    return change(command, state);
  },

  evolve: evolveUnit,
};
