import { type DomainEvent } from '#libs/eventsourcing';
import { type AccountCode, type Day, type SixFields, type TaskDone, type UnitCode, type UnitShare } from '#libs/values';

/** What the new unit takes over (features.md P9): 洽谈, 实施, 投产后服务. */
export const HANDOFF_PHASES = ['negotiation', 'construction', 'service'] as const;
export type HandoffPhase = (typeof HANDOFF_PHASES)[number];

/** From `occurredOn` on `toUnit` answers for the project. */
export type HandedOver = DomainEvent<
  'HandedOver',
  { fromUnit: UnitCode; toUnit: UnitCode; phase: HandoffPhase; occurredOn: Day }
>;
/** The industry group, command post or task force that looks after it, by its unit code (features.md L11). */
export type GroupAssigned = DomainEvent<'GroupAssigned', { group: UnitCode; occurredOn: Day }>;
/** Setting 六定 anew replaces them. */
export type ResponsibilityFixed = DomainEvent<'ResponsibilityFixed', SixFields & { occurredOn: Day }>;
/** 办结: what the 六定 of the event `taskEventId` ask for has been done. */
export type ResponsibilityDone = DomainEvent<'ResponsibilityDone', TaskDone>;
/** A leader takes charge of the project (挂钩, 包保) from `occurredOn` on; `duty` says as what. */
export type LeaderAttached = DomainEvent<'LeaderAttached', { account: AccountCode; duty: string; occurredOn: Day }>;
export type LeaderDetached = DomainEvent<'LeaderDetached', { account: AccountCode; occurredOn: Day }>;
/**
 * Who is credited with what part (features.md L6), for what happens from `from` until `until`, both included; for the
 * metrics named, else for all. `shares` add up to one.
 */
export type CreditShared = DomainEvent<
  'CreditShared',
  { shares: UnitShare[]; from: Day; until?: Day; metrics?: string[]; occurredOn: Day }
>;

export type ResponsibilityEvent =
  | HandedOver
  | GroupAssigned
  | ResponsibilityFixed
  | ResponsibilityDone
  | LeaderAttached
  | LeaderDetached
  | CreditShared;
