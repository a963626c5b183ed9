import { type VoidStep } from '#libs/eventsourcing';
import { type AccountCode, type ClassRules, type Day, type UnitCode } from '#libs/values';
import { type LeadCaptured, type LeadConverted, type LeadDetails, type LeadReferred } from './lead.events.js';

/** A step that needs a reason. */
interface WithReason {
  readonly reason: string;
  readonly occurredOn: Day;
}

/** `rules` are those in force on the day of the step; without any, nothing is classed. */
interface Classing {
  readonly rules?: ClassRules;
}

export type LeadCommand = { readonly today: Day } & (
  | ({ readonly kind: 'capture-lead'; readonly lead: LeadCaptured['data'] } & Classing)
  | ({ readonly kind: 'revise-lead'; readonly changes: LeadDetails; readonly occurredOn: Day } & Classing)
  | ({ readonly kind: 'qualify-lead'; readonly note?: string; readonly occurredOn: Day } & Classing)
  | ({ readonly kind: 'reject-lead' } & WithReason)
  | { readonly kind: 'assign-lead'; readonly unit?: UnitCode; readonly person?: AccountCode; readonly occurredOn: Day }
  | ({ readonly kind: 'drop-lead' } & WithReason)
  | ({ readonly kind: 'revive-lead' } & WithReason)
  | ({ readonly kind: 'merge-lead'; readonly id: string; readonly into: MergeTarget } & WithReason)
  | { readonly kind: 'refer-lead'; readonly referral: Omit<LeadReferred['data'], 'fromUnit'> }
  | { readonly kind: 'accept-referral'; readonly occurredOn: Day }
  | ({ readonly kind: 'decline-referral' } & WithReason)
  | ({ readonly kind: 'withdraw-referral' } & WithReason)
  | { readonly kind: 'convert-lead'; readonly conversion: LeadConverted['data'] }
  | { readonly kind: 'void-lead'; readonly finding: string; readonly occurredOn: Day }
  | VoidStep
);

/** The lead that another one is merged into, as its own stream says. */
export interface MergeTarget {
  readonly id: string;
  readonly capturedOn: Day;
}
