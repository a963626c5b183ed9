import { type Decider, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode, canonicalMoney } from '#libs/values';
import { type LeadCaptured, type LeadConverted, type LeadEvent } from './lead.events.js';

export type LeadCommand = { readonly today: Day } & (
  | { readonly kind: 'capture-lead'; readonly lead: LeadCaptured['data'] }
  | { readonly kind: 'qualify-lead'; readonly note?: string; readonly occurredOn: Day }
  | { readonly kind: 'reject-lead'; readonly reason: string; readonly occurredOn: Day }
  | { readonly kind: 'convert-lead'; readonly conversion: LeadConverted['data'] }
);

export interface Lead {
  readonly status: 'captured' | 'qualified' | 'rejected' | 'converted';
  readonly title: string;
  readonly unit: UnitCode;
  /** The day of the last step: the next can't lie before it. */
  readonly since: Day;
  readonly conversion?: LeadConverted['data'];
}

/** `undefined` until the lead is captured. */
export type LeadState = Lead | undefined;

const STATUS_NAMES = { captured: '待研判', qualified: '有效', rejected: '已否决', converted: '已转项目' } as const;

function refuseUnlessIs(state: LeadState, status: Lead['status'], what: string): asserts state is Lead {
  refuseUnless(state, 'not-found', 'LEAD.UNKNOWN', '没有这条线索');
  refuseUnless(
    state.status === status,
    'conflict',
    'LEAD.WRONG_STATUS',
    `线索状态为“${STATUS_NAMES[state.status]}”，不能${what}`,
  );
}

/** The rules of a lead: captured, then qualified or rejected; a qualified one becomes a project once (features.md L1, L2). */
export const leadDecider: Decider<LeadCommand, LeadState, LeadEvent> = {
  initialState: undefined,

  decide(command, state) {
    switch (command.kind) {
      case 'capture-lead': {
        refuseUnless(!state, 'conflict', 'LEAD.ALREADY_CAPTURED', '这条线索已登记');
        refuseFuture(command.lead.occurredOn, command.today);
        const expectedInvestment = canonicalMoney(command.lead.expectedInvestment);
        return [{ type: 'LeadCaptured', data: { ...command.lead, expectedInvestment } }];
      }
      case 'qualify-lead': {
        refuseUnlessIs(state, 'captured', '认定为有效');
        refuseStep(command.occurredOn, command.today, state);
        return [{ type: 'LeadQualified', data: { note: command.note, occurredOn: command.occurredOn } }];
      }
      case 'reject-lead': {
        refuseUnlessIs(state, 'captured', '否决');
        refuseStep(command.occurredOn, command.today, state);
        return [{ type: 'LeadRejected', data: { reason: command.reason, occurredOn: command.occurredOn } }];
      }
      case 'convert-lead': {
        refuseUnlessIs(state, 'qualified', '转为项目');
        refuseStep(command.conversion.occurredOn, command.today, state);
        return [{ type: 'LeadConverted', data: command.conversion }];
      }
    }
  },

  evolve(state, { type, data }) {
    if (type === 'LeadCaptured')
      return { status: 'captured', title: data.title, unit: data.unit, since: data.occurredOn };
    const lead = { ...(state as Lead), since: data.occurredOn };
    switch (type) {
      case 'LeadQualified':
        return { ...lead, status: 'qualified' };
      case 'LeadRejected':
        return { ...lead, status: 'rejected' };
      case 'LeadConverted':
        return { ...lead, status: 'converted', conversion: data };
    }
  },
};

const refuseStep = (day: Day, today: Day, lead: Lead): void => {
  refuseFuture(day, today);
  refuseBefore(day, lead.since, '上一步');
};
