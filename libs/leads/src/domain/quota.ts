import { type Decider, type Stepwise, type VoidStep, refuseUnless, stepwise, voidStep } from '#libs/eventsourcing';
import { type Day, type Month } from '#libs/values';
import { type Debtor, type LeadQuotaEvent, type LeadQuotaStep, type QuotaTerms } from './quota.events.js';
import { LEAD_TITLES } from './titles.js';

export type LeadQuotaCommand = { readonly code: string; readonly today: Day } & (
  | { readonly kind: 'set-lead-quota'; readonly terms: QuotaTerms }
  | { readonly kind: 'end-lead-quota'; readonly from: Month; readonly reason: string }
  | VoidStep
);

/** The month from which the last word holds, and whether that was the end; neither until a word stands. */
export interface LeadQuotaState extends Stepwise {
  readonly from?: Month;
  readonly ended?: boolean;
}

const evolveQuota = stepwise<LeadQuotaState, LeadQuotaStep, 'LeadQuotaStepVoided'>(
  (_before, { type, data }) => ({ from: data.from, ended: type === 'LeadQuotaEnded', steps: [] }),
  { voided: 'LeadQuotaStepVoided', begins: [] },
);

/** Who owes how many leads a month is data (features.md L2): set anew for a later month, it leaves earlier months alone. */
export const quotaDecider: Decider<LeadQuotaCommand, LeadQuotaState, LeadQuotaEvent> = {
  knows: LEAD_TITLES,
  initialState: { steps: [] },

  decide(command, state) {
    const { code, today: occurredOn } = command;
    if (command.kind === 'void-step') return voidStep('LeadQuotaStepVoided', state, command.facts, occurredOn);
    const from = command.kind === 'set-lead-quota' ? command.terms.from : command.from;
    refuseUnless(
      state.from === undefined || from >= state.from,
      'conflict',
      'QUOTA.BEFORE_LAST',
      `起算月份 ${from} 早于现行规定的 ${state.from}`,
      'from',
    );
    if (command.kind === 'end-lead-quota') {
      refuseUnless(state.from !== undefined, 'not-found', 'QUOTA.UNKNOWN', '没有这项线索任务');
      refuseUnless(!state.ended, 'conflict', 'QUOTA.ALREADY_ENDED', '这项线索任务已停止');
      return [{ type: 'LeadQuotaEnded', data: { code, from, reason: command.reason, occurredOn } }];
    }
    refuseDebtors(command.terms.who);
    return [{ type: 'LeadQuotaSet', data: { code, ...command.terms, occurredOn } }];
  },

  evolve: (state, event) => evolveQuota(state, event) ?? state,
};

function refuseDebtors(who: readonly Debtor[]): void {
  refuseUnless(who.length > 0, 'invalid', 'QUOTA.NO_DEBTOR', '须写明由谁承担', 'who');
  const keys = who.map(({ unit, person = '' }) => `${unit} ${person}`);
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) < index);
  refuseUnless(repeated < 0, 'invalid', 'QUOTA.REPEATED_DEBTOR', '同一单位（人员）出现两次', `who.${repeated}`);
}
