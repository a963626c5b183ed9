import { type VoidStep } from '#libs/eventsourcing';
import { type Day, type Evidence } from '#libs/values';
import { type ApprovalList } from './approval-list.events.js';
import { type ApprovalClockExcluded, type ApprovalRequested } from './approval.events.js';

/** What a step says of itself: the day it was taken, and the papers that prove it. */
interface Step {
  readonly occurredOn: Day;
  readonly evidence?: Evidence[];
}

/** The limits may be left to the list of the day. */
export type ApprovalRequest = Omit<ApprovalRequested['data'], 'evidence' | 'days' | 'statutoryLimit' | 'listed'> &
  Partial<Pick<ApprovalRequested['data'], 'days' | 'statutoryLimit'>> &
  Step;

/** What is missing at acceptance: `papers` by name, or `items` by their codes on the list. */
export interface Missing {
  readonly papers?: string[];
  readonly items?: string[];
  readonly by: Day;
}

export type ApprovalCommand = { readonly today: Day } & (
  | { readonly kind: 'request'; readonly request: ApprovalRequest; readonly list?: ApprovalList }
  | { readonly kind: 'ask-supplement'; readonly papers: string[]; readonly occurredOn: Day }
  | ({ readonly kind: 'supply-supplement' } & Step)
  | { readonly kind: 'accept'; readonly missing?: Missing; readonly occurredOn: Day }
  | ({
      readonly kind: 'accept-commitment';
      readonly conditions: string[];
      readonly items?: string[];
      readonly by?: Day;
    } & Step)
  | ({ readonly kind: 'supply-owed'; readonly items?: string[] } & Step)
  | { readonly kind: 'exclude-days'; readonly exclusion: Omit<ApprovalClockExcluded['data'], 'occurredOn'> }
  | { readonly kind: 'resume-clock'; readonly occurredOn: Day }
  | ({ readonly kind: 'grant'; readonly number: string } & Step)
  | ({ readonly kind: 'refuse'; readonly reason: string } & Step)
  | { readonly kind: 'withdraw'; readonly reason: string; readonly occurredOn: Day }
  | ({ readonly kind: 'revoke'; readonly reason: string } & Step)
  | VoidStep
);
