import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type Money, type UnitCode } from '#libs/values';

/** Through whom a lead came (001 三(一)3). */
export const LEAD_CHANNELS = [
  'leader-activity',
  'delegation',
  'exhibition',
  'unit',
  'overseas-office',
  'state-enterprise',
  'association',
  'hotline',
  'mailbox',
  'website',
  'outpost',
  'chamber',
  'local-enterprise',
] as const;
export type LeadChannel = (typeof LEAD_CHANNELS)[number];

export type LeadCaptured = DomainEvent<
  'LeadCaptured',
  {
    title: string;
    unit: UnitCode;
    enterprise: string;
    creditCode?: string;
    region?: string;
    expectedInvestment: Money;
    chain?: string;
    channel: LeadChannel;
    occurredOn: Day;
  }
>;
export type LeadQualified = DomainEvent<'LeadQualified', { note?: string; occurredOn: Day }>;
export type LeadRejected = DomainEvent<'LeadRejected', { reason: string; occurredOn: Day }>;
/** The lead becomes the project `projectId`; the event holds all that is needed to open it. */
export type LeadConverted = DomainEvent<
  'LeadConverted',
  { projectId: string; project: { name: string; unit: UnitCode; place?: string; chain?: string }; occurredOn: Day }
>;

export type LeadEvent = LeadCaptured | LeadQualified | LeadRejected | LeadConverted;

export const leadStream = (id: string): string => `lead-${id}`;
