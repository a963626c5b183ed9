import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';

/** What a project is listed to do at the event. */
export const DEEDS = ['signing', 'start', 'completion'] as const;
export type Deed = (typeof DEEDS)[number];

/** 集中签约 (monthly); 集中开工, 集中竣工, or 集中开工竣工 at one event (quarterly): what the projects on each list are there to do. */
export const DEEDS_OF = {
  signing: ['signing'],
  start: ['start'],
  completion: ['completion'],
  'start-completion': ['start', 'completion'],
} as const satisfies Record<string, readonly Deed[]>;
export type BatchKind = keyof typeof DEEDS_OF;

export const BATCH_KINDS = Object.keys(DEEDS_OF) as BatchKind[];

/** `unit` organizes it; `heldOn` is the day it is meant for, mostly ahead. */
export type BatchPlanned = DomainEvent<
  'BatchPlanned',
  { kind: BatchKind; name: string; unit: UnitCode; heldOn: Day; occurredOn: Day }
>;
/** A project is to sign, start or be completed at the event; `unit` answers for it on this day. `deed` says which where the event is for several. */
export type ProjectListed = DomainEvent<
  'ProjectListed',
  { projectId: string; unit: UnitCode; deed?: Deed; occurredOn: Day }
>;
export type ProjectUnlisted = DomainEvent<'ProjectUnlisted', { projectId: string; reason: string; occurredOn: Day }>;
/** The event took place on this day; the list is closed. */
export type BatchHeld = DomainEvent<'BatchHeld', { occurredOn: Day }>;

/** It was recorded by mistake that the event took place: the list is open again. */
export type BatchHoldingVoided = DomainEvent<
  'BatchHoldingVoided',
  { eventId: string; reason: string; occurredOn: Day }
>;

export type BatchEvent = BatchPlanned | ProjectListed | ProjectUnlisted | BatchHeld | BatchHoldingVoided;

export const batchStream = (id: string): string => `batch-${id}`;
