import { type ClassRules, type Day, classing } from '#libs/values';
import { type LeadEvent } from './lead.events.js';
import { type Lead } from './lead.state.js';

/** What the rules make of a lead as it stands now (features.md L3). Without rules nothing changes. */
export function classedBy(rules: ClassRules | undefined, lead: Lead, occurredOn: Day): LeadEvent[] {
  if (!rules) return [];
  const { classed, reported } = classing(rules, { investment: lead.expectedInvestment, tiers: lead.tiers }, lead);
  return [
    ...(classed ? [{ type: 'LeadClassed', data: { ...classed, occurredOn } } as const] : []),
    ...(reported ? [{ type: 'LeadReportedUp', data: { ...reported, occurredOn } } as const] : []),
  ];
}
