import { type Decider, refuseFuture, refuseUnless, ruled } from '#libs/eventsourcing';
import { canonicalMoney } from '#libs/values';
import { type ReserveAction, type ReserveCommand } from './reserve.commands.js';
import { type ReserveEvent } from './reserve.events.js';
import { type ReserveEntry, type ReserveState, evolveReserve } from './reserve.state.js';
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
  takeBack,
} from './steps.js';
import { RESERVE_TITLES } from './titles.js';

const change = ruled<ReserveAction, ReserveEntry, ReserveEvent>({
  'check-site': checkSite,
  'advance-selection': advanceSelection,
  'report-early-works': reportEarlyWorks,
  'enter-reserve': enterReserve,
  'mark-ready': markReady,
  'convert-reserve': convert,
  'drop-reserve': drop,
  'review-reserve': review,
  'revive-zombie': revive,
  'clear-zombie': clear,
  'void-step': takeBack,
});

/** The rules of planning and reserve (features.md P16): idea, site and investor, reserve, ready, project; or struck off. */
export const reserveDecider: Decider<ReserveCommand, ReserveState, ReserveEvent> = {
  knows: RESERVE_TITLES,
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'plan-project') {
      refuseUnless(!state, 'conflict', 'RESERVE.ALREADY_PLANNED', '该谋划项目已登记');
      refuseFuture(command.facts.occurredOn, command.today);
      const plannedInvestment = canonicalMoney(command.facts.plannedInvestment);
      return [{ type: 'ProjectPlanned', data: { ...command.facts, plannedInvestment } }];
    }
    refuseUnless(state, 'not-found', 'RESERVE.UNKNOWN', '没有这个储备项目');
    return change(command, state);
  },

  evolve: evolveReserve,
};
