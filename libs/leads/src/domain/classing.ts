import { type Day } from '#libs/values';
import { type ClassRules, classOf } from './class-rules.js';
import { type LeadEvent } from './lead.events.js';
import { type Lead } from './lead.state.js';

/**
 * What the rules make of a lead as it stands now: its class where that has changed, and a report to the unit that the
 * rule names, once a unit (features.md L3). Without rules nothing changes.
 */
export function classing(lead: Lead, rules: ClassRules | undefined, occurredOn: Day): LeadEvent[] {
  if (!rules) return [];
  const found = classOf(rules, lead);
  const given = { rules: rules.version, occurredOn };
  const events: LeadEvent[] = [];
  if (found?.code !== lead.class) events.push({ type: 'LeadClassed', data: { class: found?.code, ...given } });
  const to = found?.reportTo;
  if (found && to !== undefined && to !== lead.unit && !lead.reportedTo.includes(to))
    events.push({ type: 'LeadReportedUp', data: { to, class: found.code, ...given } });
  return events;
}
