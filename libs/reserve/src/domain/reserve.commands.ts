import { type VoidStep } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import {
  type EarlyWorksReported,
  type ProjectPlanned,
  type ReserveConverted,
  type ReserveDropped,
  type ReserveEntered,
  type ReserveReadied,
  type SelectionAdvanced,
  type SiteChecked,
  type ZombieCleared,
  type ZombieRevived,
} from './reserve.events.js';

/** Looks whether an entry has stood still for `idleDays` days or more, on a day that the caller names. */
export interface ReviewReserve {
  readonly kind: 'review-reserve';
  readonly facts: { readonly on: Day; readonly idleDays: number };
}

/** What can be done about an entry that exists. */
export type ReserveChange =
  | { readonly kind: 'check-site'; readonly facts: SiteChecked['data'] }
  | { readonly kind: 'advance-selection'; readonly facts: SelectionAdvanced['data'] }
  | { readonly kind: 'report-early-works'; readonly facts: EarlyWorksReported['data'] }
  | { readonly kind: 'enter-reserve'; readonly facts: ReserveEntered['data'] }
  | { readonly kind: 'mark-ready'; readonly facts: ReserveReadied['data'] }
  | { readonly kind: 'drop-reserve'; readonly facts: ReserveDropped['data'] }
  | { readonly kind: 'revive-zombie'; readonly facts: ZombieRevived['data'] }
  | { readonly kind: 'clear-zombie'; readonly facts: ZombieCleared['data'] }
  | ReviewReserve
  | VoidStep;

/** The same, with what makes a project of it. */
export type ReserveAction =
  ReserveChange | { readonly kind: 'convert-reserve'; readonly facts: ReserveConverted['data'] };

export type ReserveCommand = { readonly today: Day } & (
  { readonly kind: 'plan-project'; readonly facts: ProjectPlanned['data'] } | ReserveAction
);
