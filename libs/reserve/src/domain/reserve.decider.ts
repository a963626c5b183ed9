import { type Decider, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { canonicalMoney } from '#libs/values';
import { type ReserveCommand } from './reserve.commands.js';
import { type ReserveEvent } from './reserve.events.js';
import { type ReserveState, evolveReserve } from './reserve.state.js';
import {
  advanceSelection,
  checkSite,
  clear,
  convert,
  drop,
  enterReserve,
  markReady,
  reportEarlyWorks,
  review,
  revive,
} from './steps.js';

/** The rules of planning and reserve (features.md P16): idea, site and investor, reserve, ready, project; or struck off. */
export const reserveDecider: Decider<ReserveCommand, ReserveState, ReserveEvent> = {
  initialState: undefined,

  decide(command, state) {
    const { today } = command;
    if (command.kind === 'plan-project') {
      refuseUnless(!state, 'conflict', 'RESERVE.ALREADY_PLANNED', '该谋划项目已登记');
      refuseFuture(command.facts.occurredOn, today);
      const plannedInvestment = canonicalMoney(command.facts.plannedInvestment);
      return [{ type: 'ProjectPlanned', data: { ...command.facts, plannedInvestment } }];
    }
    refuseUnless(state, 'not-found', 'RESERVE.UNKNOWN', '没有这个储备项目');
    switch (command.kind) {
      case 'check-site':
        return checkSite(state, command.facts, today);
      case 'advance-selection':
        return advanceSelection(state, command.facts, today);
      case 'report-early-works':
        return reportEarlyWorks(state, command.facts, today);
      case 'enter-reserve':
        return enterReserve(state, command.facts, today);
      case 'mark-ready':
        return markReady(state, command.facts, today);
      case 'convert-reserve':
        return convert(state, command.facts, today);
      case 'drop-reserve':
        return drop(state, command.facts, today);
      case 'review-reserve':
        return review(state, command, today);
      case 'revive-zombie':
        return revive(state, command.facts, today);
      case 'clear-zombie':
        return clear(state, command.facts, today);
    }
  },

  evolve: evolveReserve,
};
