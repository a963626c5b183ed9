import { type Day } from '#libs/values';
import {
  type GroupMemberAdded,
  type GroupMemberRemoved,
  type PersonAppointed,
  type PersonRelieved,
  type UnitMerged,
  type UnitRegistered,
  type UnitRegrouped,
  type UnitRenamed,
  type UnitSplit,
} from './unit.events.js';

export type UnitCommand = { readonly today: Day } & (
  | { readonly kind: 'register-unit'; readonly unit: UnitRegistered['data'] }
  | { readonly kind: 'rename-unit'; readonly renaming: UnitRenamed['data'] }
  | { readonly kind: 'regroup-unit'; readonly regrouping: UnitRegrouped['data'] }
  | { readonly kind: 'merge-unit'; readonly merger: UnitMerged['data'] }
  | { readonly kind: 'split-unit'; readonly split: UnitSplit['data'] }
  | { readonly kind: 'add-group-member'; readonly joining: GroupMemberAdded['data'] }
  | { readonly kind: 'remove-group-member'; readonly leaving: GroupMemberRemoved['data'] }
  | { readonly kind: 'appoint-person'; readonly appointment: PersonAppointed['data'] }
  | { readonly kind: 'relieve-person'; readonly relief: PersonRelieved['data'] }
);
