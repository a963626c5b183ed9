import { type Day } from '#libs/values';
import {
  type GroupMemberAdded,
  type GroupMemberRemoved,
  type PersonAppointed,
  type PersonRelieved,
  type UnitEndVoided,
  type UnitMerged,
  type UnitRegistered,
  type UnitRegrouped,
  type UnitRenamed,
  type UnitSplit,
} from './unit.events.js';

/** What can be done about a unit that is registered. */
export type UnitChange =
  | { readonly kind: 'rename-unit'; readonly facts: UnitRenamed['data'] }
  | { readonly kind: 'regroup-unit'; readonly facts: UnitRegrouped['data'] }
  | { readonly kind: 'merge-unit'; readonly facts: UnitMerged['data'] }
  | { readonly kind: 'split-unit'; readonly facts: UnitSplit['data'] }
  | { readonly kind: 'void-end'; readonly facts: Omit<UnitEndVoided['data'], 'eventId'> }
  | { readonly kind: 'add-group-member'; readonly facts: GroupMemberAdded['data'] }
  | { readonly kind: 'remove-group-member'; readonly facts: GroupMemberRemoved['data'] }
  | { readonly kind: 'appoint-person'; readonly facts: PersonAppointed['data'] }
  | { readonly kind: 'relieve-person'; readonly facts: PersonRelieved['data'] };

export type UnitCommand = { readonly today: Day } & (
  { readonly kind: 'register-unit'; readonly facts: UnitRegistered['data'] } | UnitChange
);
