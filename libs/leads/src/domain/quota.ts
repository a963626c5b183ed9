import { type Decider, type DomainEvent, refuseUnless } from '#libs/eventsourcing';
import { type AccountCode, type Day, type Month, type UnitCode } from '#libs/values';

/** What a quota counts: leads captured, or leads found good (有效信息). */
export const QUOTA_METRICS = ['leads', 'qualified-leads'] as const;
export type QuotaMetric = (typeof QUOTA_METRICS)[number];

/** Someone of a unit who owes leads in person. */
export interface Debtor {
  readonly unit: UnitCode;
  readonly person?: AccountCode;
}

/** So many a month from each debtor: a unit as a whole, or one person of it. From the month `from` on. */
export interface QuotaTerms {
  readonly name: string;
  readonly metric: QuotaMetric;
  readonly perMonth: number;
  readonly who: readonly Debtor[];
  readonly from: Month;
}

export type LeadQuotaSet = DomainEvent<
  'LeadQuotaSet',
  QuotaTerms & { readonly code: string; readonly occurredOn: Day }
>;
/** From the month `from` on nobody owes anything under the quota. */
export type LeadQuotaEnded = DomainEvent<
  'LeadQuotaEnded',
  { readonly code: string; readonly from: Month; readonly reason: string; readonly occurredOn: Day }
>;
export type LeadQuotaEvent = LeadQuotaSet | LeadQuotaEnded;

export type LeadQuotaCommand = { readonly code: string; readonly today: Day } & (
  | { readonly kind: 'set-lead-quota'; readonly terms: QuotaTerms }
  | { readonly kind: 'end-lead-quota'; readonly from: Month; readonly reason: string }
);

/** The month from which the last word holds, and whether that was the end. */
export type LeadQuotaState = { readonly from: Month; readonly ended: boolean } | undefined;

export const quotaStream = (code: string): string => `quota-leads-${code}`;

/** Who owes how many leads a month is data (features.md L2): set anew for a later month, it leaves earlier months alone. */
export const quotaDecider: Decider<LeadQuotaCommand, LeadQuotaState, LeadQuotaEvent> = {
  initialState: undefined,

  decide(command, state) {
    const { code, today: occurredOn } = command;
    const from = command.kind === 'set-lead-quota' ? command.terms.from : command.from;
    refuseUnless(
      !state || from >= state.from,
      'conflict',
      'QUOTA.BEFORE_LAST',
      `起算月份 ${from} 早于现行规定的 ${state?.from}`,
      'from',
    );
    if (command.kind === 'end-lead-quota') {
      refuseUnless(state, 'not-found', 'QUOTA.UNKNOWN', '没有这项线索任务');
      refuseUnless(!state.ended, 'conflict', 'QUOTA.ALREADY_ENDED', '这项线索任务已停止');
      return [{ type: 'LeadQuotaEnded', data: { code, from, reason: command.reason, occurredOn } }];
    }
    refuseDebtors(command.terms.who);
    return [{ type: 'LeadQuotaSet', data: { code, ...command.terms, occurredOn } }];
  },

  evolve: (_state, { type, data }) => ({ from: data.from, ended: type === 'LeadQuotaEnded' }),
};

function refuseDebtors(who: readonly Debtor[]): void {
  refuseUnless(who.length > 0, 'invalid', 'QUOTA.NO_DEBTOR', '须写明由谁承担', 'who');
  const keys = who.map(({ unit, person = '' }) => `${unit} ${person}`);
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) < index);
  refuseUnless(repeated < 0, 'invalid', 'QUOTA.REPEATED_DEBTOR', '同一单位（人员）出现两次', `who.${repeated}`);
}
