import { type DomainEvent } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type DayKind } from './approval.events.js';
import { type ApprovalKind } from './approval.kinds.js';
import { type Material } from './material.js';

/** What an approval takes: its limits in days of the kind `days`, its papers, and whether a promise will do (告知承诺). */
export interface ListedItem {
  readonly kind: ApprovalKind;
  /** One letter, opinion or phase; without it the item is for all of its kind that the list doesn't name. */
  readonly paper?: string;
  readonly days: DayKind;
  readonly statutoryLimit: number;
  readonly promisedLimit?: number;
  readonly byCommitment?: boolean;
  readonly materials: readonly Material[];
}

/** 审批事项清单, version 1, 2, …: from the day `from` until a later version's nothing else is required. An empty one lists nothing. */
export interface ApprovalList {
  readonly version: number;
  readonly from: Day;
  readonly items: readonly ListedItem[];
}

export type ApprovalListPublished = DomainEvent<'ApprovalListPublished', ApprovalList & { readonly occurredOn: Day }>;

export const APPROVAL_LIST_STREAM = 'listed-approvals';

/** Every version, the oldest first. */
export type ApprovalListState = readonly ApprovalList[];

/** The list in force on a day; `undefined` where none is. */
export function approvalListOn(versions: ApprovalListState, day: Day): ApprovalList | undefined {
  const list = versions.findLast(({ from }) => from <= day);
  return list && list.items.length > 0 ? list : undefined;
}

/** What a list says of an approval. */
export const itemFor = ({ items }: ApprovalList, kind: ApprovalKind, paper?: string): ListedItem | undefined =>
  items.find((item) => item.kind === kind && item.paper === paper) ??
  items.find((item) => item.kind === kind && item.paper === undefined);
