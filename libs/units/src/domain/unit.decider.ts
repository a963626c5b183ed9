import { type Decider, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { merge, refuseDivisionCode, regroup, rename, split } from './changes.js';
import { addMember, appoint, relieve, removeMember } from './tenures.js';
import { type UnitCommand } from './unit.commands.js';
import { type UnitEvent } from './unit.events.js';
import { type UnitState, evolveUnit } from './unit.state.js';

/** The rules of a unit's life (features.md L11, A4): named and grouped from a day on, with members and offices, ended once. */
export const unitDecider: Decider<UnitCommand, UnitState, UnitEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'register-unit') {
      const { unit, today } = command;
      refuseUnless(!state, 'conflict', 'UNIT.ALREADY_REGISTERED', `单位代码 ${unit.code} 已登记`, 'code');
      refuseDivisionCode(unit.kind, unit.divisionCode);
      refuseFuture(unit.occurredOn, today);
      return [{ type: 'UnitRegistered', data: unit }];
    }
    refuseUnless(state, 'not-found', 'UNIT.UNKNOWN', '没有这个单位');
    switch (command.kind) {
      case 'rename-unit':
        return rename(state, command.renaming, command.today);
      case 'regroup-unit':
        return regroup(state, command.regrouping, command.today);
      case 'merge-unit':
        return merge(state, command.merger, command.today);
      case 'split-unit':
        return split(state, command.split, command.today);
      case 'add-group-member':
        return addMember(state, command.joining, command.today);
      case 'remove-group-member':
        return removeMember(state, command.leaving, command.today);
      case 'appoint-person':
        return appoint(state, command.appointment, command.today);
      case 'relieve-person':
        return relieve(state, command.relief, command.today);
    }
  },

  evolve: evolveUnit,
};
