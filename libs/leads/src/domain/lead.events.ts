import { type DomainEvent, type StepVoided } from '#libs/eventsourcing';
import {
  type AccountCode,
  type CreditCode,
  type Day,
  type Introducer,
  type Money,
  type UnitCode,
  type UnitShare,
  type Tier,
} from '#libs/values';
import { type LeadChannel, type LeadMethod } from './vocabulary.js';

/**
 * `unit` captured the lead, in the person of `capturedBy`. `expectedInvestment` in 万元. `firstContactOn` may lie
 * before `occurredOn`, the day of capture; where it is absent, that day is the first contact too.
 */
export type LeadCaptured = DomainEvent<
  'LeadCaptured',
  {
    title: string;
    unit: UnitCode;
    capturedBy?: AccountCode;
    enterprise: string;
    creditCode?: CreditCode;
    region?: string;
    expectedInvestment: Money;
    chain?: string;
    tiers?: Tier[];
    channel: LeadChannel;
    method?: LeadMethod;
    introducer?: Introducer;
    firstContactOn?: Day;
    occurredOn: Day;
  }
>;

/** What talks have changed, or was recorded wrongly: only what is named is different from now on. */
export type LeadRevised = DomainEvent<'LeadRevised', LeadDetails & { occurredOn: Day }>;
export interface LeadDetails {
  title?: string;
  enterprise?: string;
  creditCode?: CreditCode;
  region?: string;
  expectedInvestment?: Money;
  chain?: string;
  tiers?: Tier[];
  channel?: LeadChannel;
  method?: LeadMethod;
  introducer?: Introducer;
  /** Claims that were made before keep the day that they named. */
  firstContactOn?: Day;
}

/** The class that the rules of version `rules` give (features.md L3); without `class`, none fits any more. */
export type LeadClassed = DomainEvent<'LeadClassed', { class?: string; rules: number; occurredOn: Day }>;
/** A major lead goes up to the unit that the rule of its class names, by itself. */
export type LeadReportedUp = DomainEvent<
  'LeadReportedUp',
  { to: UnitCode; class: string; rules: number; occurredOn: Day }
>;

export type LeadQualified = DomainEvent<'LeadQualified', { note?: string; occurredOn: Day }>;
export type LeadRejected = DomainEvent<'LeadRejected', { reason: string; occurredOn: Day }>;
/** From now on `unit` answers for the lead, in the person of `person`. */
export type LeadAssigned = DomainEvent<'LeadAssigned', { unit: UnitCode; person?: AccountCode; occurredOn: Day }>;
export type LeadDropped = DomainEvent<'LeadDropped', { reason: string; occurredOn: Day }>;
export type LeadRevived = DomainEvent<'LeadRevived', { reason: string; occurredOn: Day }>;
/** The lead was the same as `into`, which goes on alone. */
export type LeadMerged = DomainEvent<'LeadMerged', { into: string; reason: string; occurredOn: Day }>;

/** 流转: `fromUnit` offers the lead to `toUnit`, credit to be divided by `shares`, until the end of `expiresOn`. */
export type LeadReferred = DomainEvent<
  'LeadReferred',
  { fromUnit: UnitCode; toUnit: UnitCode; shares: UnitShare[]; expiresOn?: Day; note?: string; occurredOn: Day }
>;
/** `unit`, to which it was offered, answers for the lead from now on. */
export type LeadReferralAccepted = DomainEvent<'LeadReferralAccepted', { unit: UnitCode; occurredOn: Day }>;
export type LeadReferralDeclined = DomainEvent<
  'LeadReferralDeclined',
  { toUnit: UnitCode; reason: string; occurredOn: Day }
>;
/** The unit that offered the lead keeps it. */
export type LeadReferralWithdrawn = DomainEvent<'LeadReferralWithdrawn', { reason: string; occurredOn: Day }>;

/** The lead becomes the project `projectId`; the event holds all that is needed to open it. */
export type LeadConverted = DomainEvent<
  'LeadConverted',
  {
    projectId: string;
    project: {
      name: string;
      unit: UnitCode;
      place?: string;
      chain?: string;
      plannedInvestment?: Money;
      tiers?: Tier[];
      shares?: UnitShare[];
      introducer?: Introducer;
    };
    occurredOn: Day;
  }
>;

/** It was found that there never was such a lead. */
export type LeadVoided = DomainEvent<'LeadVoided', { finding: string; occurredOn: Day }>;
export type LeadStepVoided = StepVoided<'LeadStepVoided'>;

/** What happens to a lead, as against what is recorded by mistake. */
export type LeadStep =
  | LeadCaptured
  | LeadRevised
  | LeadClassed
  | LeadReportedUp
  | LeadQualified
  | LeadRejected
  | LeadAssigned
  | LeadDropped
  | LeadRevived
  | LeadMerged
  | LeadReferred
  | LeadReferralAccepted
  | LeadReferralDeclined
  | LeadReferralWithdrawn
  | LeadConverted
  | LeadVoided;

export type LeadEvent = LeadStep | LeadStepVoided;

const PREFIX = 'lead-';

export const leadStream = (id: string): string => `${PREFIX}${id}`;

/** The lead whose stream it is; `undefined` for any other stream. */
export const leadIdOf = (stream: string): string | undefined =>
  stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
