import { type DomainEvent } from '#libs/eventsourcing';
import {
  type Day,
  type Evidence,
  type Introducer,
  type Money,
  type Tier,
  type UnitCode,
  type UnitShare,
} from '#libs/values';

/** 新建, 扩建, 技改, 并购. */
export const PROJECT_KINDS = ['new', 'expansion', 'renovation', 'acquisition'] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** What a project is, apart from what happens to it. */
export interface Details {
  name: string;
  kind?: ProjectKind;
  place?: string;
  chain?: string;
  /** A class of GB/T 4754, four digits. */
  industryClass?: string;
  /** 项目代码, 4-6-2-2-6 with hyphens. */
  nationalCode?: string;
  /** 万元, as planned before any contract. */
  plannedInvestment?: Money;
  /** The standing of the investor or the plan. */
  tiers?: Tier[];
}

/**
 * `localUnit` is the place that answers first throughout (第一责任单位); without it that is `unit`. `shares` are what a
 * referral agreed on, in force from this day. An expansion names its parent; the parent's stream says nothing of it.
 * `introducer` is the enterprise that brought it in (以商引商).
 */
export type ProjectOpened = DomainEvent<
  'ProjectOpened',
  Details & {
    unit: UnitCode;
    localUnit?: UnitCode;
    leadId?: string;
    reserveId?: string;
    parentProjectId?: string;
    shares?: UnitShare[];
    introducer?: Introducer;
    occurredOn: Day;
  }
>;
/** What the project is from now on, whole. */
export type ProjectDetailsChanged = DomainEvent<'ProjectDetailsChanged', Details & { occurredOn: Day }>;
/** Who really brought it in, from now on; without `introducer`, no enterprise did. */
export type IntroducerCorrected = DomainEvent<
  'IntroducerCorrected',
  { introducer?: Introducer; reason: string; occurredOn: Day }
>;

/** 国家, 省, 市, 县区重点项目. */
export const KEY_LEVELS = ['national', 'provincial', 'municipal', 'district'] as const;
export type KeyLevel = (typeof KEY_LEVELS)[number];

/** On the list of key projects of that level for a year. */
export type KeyProjectDesignated = DomainEvent<
  'KeyProjectDesignated',
  { level: KeyLevel; year: number; occurredOn: Day }
>;
/** The class that the rules of version `rules` give a negotiation (features.md L3); without `class`, none fits any more. */
export type ProjectClassed = DomainEvent<'ProjectClassed', { class?: string; rules: number; occurredOn: Day }>;
/** A major negotiation goes up to the unit that the rule of its class names, by itself. */
export type ProjectReportedUp = DomainEvent<
  'ProjectReportedUp',
  { to: UnitCode; class: string; rules: number; occurredOn: Day }
>;
/** A round of negotiation, and what came of it. */
export type NegotiationRecorded = DomainEvent<'NegotiationRecorded', { note: string; occurredOn: Day }>;
/** 意向书, 框架协议: never counts as signed. */
export type LetterOfIntentSigned = DomainEvent<
  'LetterOfIntentSigned',
  { note?: string; intendedInvestment?: Money; evidence: Evidence[]; occurredOn: Day }
>;

export type BeforeSigningEvent =
  | ProjectOpened
  | ProjectDetailsChanged
  | IntroducerCorrected
  | ProjectClassed
  | ProjectReportedUp
  | KeyProjectDesignated
  | NegotiationRecorded
  | LetterOfIntentSigned;
