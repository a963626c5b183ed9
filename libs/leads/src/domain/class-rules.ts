import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type Money, type UnitCode, compareMoney } from '#libs/values';
import { type LeadTier } from './vocabulary.js';

/** What makes a lead of a class: at least so much (万元), one of the tiers, or, where both are named, both. */
export interface ClassCondition {
  readonly minInvestment?: Money;
  readonly tiers?: readonly LeadTier[];
}

/** A class of leads: any one condition makes it. `reportTo` is told of every lead of the class (features.md L3). */
export interface LeadClass {
  readonly code: string;
  readonly name: string;
  readonly when: readonly ClassCondition[];
  readonly reportTo?: UnitCode;
}

/** Version 1, 2, …: in force from the day `from` until a later version's. The first class that fits is a lead's. */
export interface ClassRules {
  readonly version: number;
  readonly from: Day;
  readonly classes: readonly LeadClass[];
}

export type LeadClassRulesPublished = DomainEvent<'LeadClassRulesPublished', ClassRules & { readonly occurredOn: Day }>;

export const CLASS_RULES_STREAM = 'class-rules-leads';

/** The class of a lead of that size and those tiers; `undefined` when no class fits. */
export const classOf = (
  { classes }: ClassRules,
  lead: { readonly expectedInvestment: Money; readonly tiers: readonly LeadTier[] },
): LeadClass | undefined => classes.find(({ when }) => when.some((condition) => holds(condition, lead)));

const holds = (
  { minInvestment, tiers }: ClassCondition,
  lead: { readonly expectedInvestment: Money; readonly tiers: readonly LeadTier[] },
): boolean =>
  (minInvestment === undefined || compareMoney(lead.expectedInvestment, minInvestment) >= 0) &&
  (tiers === undefined || tiers.some((tier) => lead.tiers.includes(tier)));
