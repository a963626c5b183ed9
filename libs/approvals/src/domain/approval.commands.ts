import { type VoidStep } from '#libs/eventsourcing';
import { type Day, type Evidence } from '#libs/values';
import { type ApprovalClockExcluded, type ApprovalRequested } from './approval.events.js';

/** What a step says of itself: the day it was taken, and the papers that prove it. */
interface Step {
  readonly occurredOn: Day;
  readonly evidence?: Evidence[];
}

export type ApprovalRequest = Omit<ApprovalRequested['data'], 'evidence'> & Step;

export type ApprovalCommand = { readonly today: Day } & (
  | { readonly kind: 'request'; readonly request: ApprovalRequest }
  | { readonly kind: 'ask-supplement'; readonly papers: string[]; readonly occurredOn: Day }
  | ({ readonly kind: 'supply-supplement' } & Step)
  | { readonly kind: 'accept'; readonly missing?: { papers: string[]; by: Day }; readonly occurredOn: Day }
  | ({ readonly kind: 'accept-commitment'; readonly conditions: string[]; readonly by?: Day } & Step)
  | ({ readonly kind: 'supply-owed' } & Step)
  | { readonly kind: 'exclude-days'; readonly exclusion: Omit<ApprovalClockExcluded['data'], 'occurredOn'> }
  | { readonly kind: 'resume-clock'; readonly occurredOn: Day }
  | ({ readonly kind: 'grant'; readonly number: string } & Step)
  | ({ readonly kind: 'refuse'; readonly reason: string } & Step)
  | { readonly kind: 'withdraw'; readonly reason: string; readonly occurredOn: Day }
  | ({ readonly kind: 'revoke'; readonly reason: string } & Step)
  | VoidStep
);
