import { type Stepwise, stepwise } from '#libs/eventsourcing';
import {
  type AccountCode,
  type CreditCode,
  type Day,
  type Introducer,
  type Money,
  type UnitCode,
  type UnitShare,
  type Tier,
} from '#libs/values';
import { type LeadConverted, type LeadReferred, type LeadStep } from './lead.events.js';
import { type LeadChannel, type LeadMethod, type LeadStatus } from './vocabulary.js';

/** The days of the steps that a lead has made: what a funnel counts between. */
export interface LeadDays {
  readonly firstContactOn: Day;
  readonly capturedOn: Day;
  readonly qualifiedOn?: Day;
  readonly rejectedOn?: Day;
  readonly droppedOn?: Day;
  readonly referredOn?: Day;
  readonly mergedOn?: Day;
  readonly convertedOn?: Day;
}

export interface Lead extends LeadDays, Stepwise {
  readonly status: LeadStatus;
  readonly title: string;
  /** Answers for the lead now. */
  readonly unit: UnitCode;
  /** Captured it: the quota counts it there, whoever goes on with it. */
  readonly capturedUnit: UnitCode;
  readonly capturedBy?: AccountCode;
  readonly assignee?: AccountCode;
  readonly enterprise: string;
  readonly creditCode?: CreditCode;
  readonly region?: string;
  /** 万元. */
  readonly expectedInvestment: Money;
  readonly chain?: string;
  readonly tiers: readonly Tier[];
  readonly channel: LeadChannel;
  readonly method?: LeadMethod;
  /** Who brought the enterprise in, where another enterprise did. */
  readonly introducer?: Introducer;
  readonly class?: string;
  readonly reportedTo: readonly UnitCode[];
  /** Why it was rejected, dropped, revived or merged, last. */
  readonly reason?: string;
  /** Offered to another unit, which has not answered yet. */
  readonly referral?: LeadReferred['data'];
  /** How credit is divided, as the referral that was accepted says. */
  readonly shares?: readonly UnitShare[];
  readonly mergedInto?: string;
  readonly conversion?: LeadConverted['data'];
  /** The day of the last step: the next can't lie before it. */
  readonly since: Day;
}

/** `undefined` until the lead is captured. */
export type LeadState = Lead | undefined;

/** The units that may see a lead: who answers, who captured it, who shares in it, who is asked to take it, who is told. */
export const viewersOf = ({ unit, capturedUnit, shares = [], referral, reportedTo }: Lead): UnitCode[] => [
  ...new Set([
    unit,
    capturedUnit,
    ...shares.map((share) => share.unit),
    ...(referral ? [referral.toUnit] : []),
    ...reportedTo,
  ]),
];

/** What a lead is after one more step. */
function evolve(state: LeadState, event: LeadStep): LeadState {
  if (event.type === 'LeadCaptured') {
    const { occurredOn, firstContactOn = occurredOn, tiers = [], unit, ...lead } = event.data;
    const days = { firstContactOn, capturedOn: occurredOn, since: occurredOn };
    return { ...lead, unit, capturedUnit: unit, tiers, status: 'captured', reportedTo: [], ...days, steps: [] };
  }
  return state && after({ ...state, since: event.data.occurredOn }, event);
}

/** What a lead is after one more event; what the rules of classing make of a step is a part of it. */
export const evolveLead = stepwise(evolve, {
  voided: 'LeadStepVoided',
  begins: ['LeadCaptured'],
  along: ['LeadClassed', 'LeadReportedUp'],
});

function after(lead: Lead, event: Exclude<LeadStep, { type: 'LeadCaptured' }>): Lead {
  const { occurredOn } = event.data;
  switch (event.type) {
    case 'LeadRevised': {
      const { occurredOn: _, ...changes } = event.data;
      return { ...lead, ...changes };
    }
    case 'LeadClassed':
      return { ...lead, class: event.data.class };
    case 'LeadReportedUp':
      return { ...lead, reportedTo: [...lead.reportedTo, event.data.to] };
    case 'LeadQualified':
      return { ...lead, status: 'qualified', qualifiedOn: occurredOn };
    case 'LeadRejected':
      return { ...lead, status: 'rejected', rejectedOn: occurredOn, reason: event.data.reason };
    case 'LeadAssigned':
      return { ...lead, unit: event.data.unit, assignee: event.data.person };
    case 'LeadDropped':
      return { ...lead, status: 'dropped', droppedOn: occurredOn, reason: event.data.reason };
    case 'LeadRevived':
      return {
        ...lead,
        status: lead.qualifiedOn ? 'qualified' : 'captured',
        rejectedOn: undefined,
        droppedOn: undefined,
        reason: event.data.reason,
      };
    case 'LeadMerged':
      return {
        ...lead,
        status: 'merged',
        mergedOn: occurredOn,
        mergedInto: event.data.into,
        reason: event.data.reason,
      };
    case 'LeadVoided':
      return { ...lead, status: 'voided', reason: event.data.finding };
    case 'LeadReferred':
      return { ...lead, referral: event.data };
    case 'LeadReferralAccepted': {
      const { referral, ...rest } = lead;
      return { ...rest, unit: event.data.unit, assignee: undefined, shares: referral?.shares, referredOn: occurredOn };
    }
    case 'LeadReferralDeclined':
    case 'LeadReferralWithdrawn': {
      const { referral, ...rest } = lead;
      return rest;
    }
    case 'LeadConverted':
      return { ...lead, status: 'converted', convertedOn: occurredOn, conversion: event.data };
  }
}
