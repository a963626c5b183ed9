import { type DomainEvent } from '#libs/eventsourcing';
import { type ClassRules, type Day } from '#libs/values';

/** The name is older than the use: negotiations are classed by the same rules as leads. */
export type LeadClassRulesPublished = DomainEvent<'LeadClassRulesPublished', ClassRules & { readonly occurredOn: Day }>;

export const CLASS_RULES_STREAM = 'class-rules-leads';
