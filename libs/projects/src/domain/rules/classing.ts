import { type ClassRules, type Day, classing } from '#libs/values';
import { type ProjectEvent } from '../project.events.js';
import { type Project, termsOf } from '../project.state.js';

/**
 * What the rules make of a negotiation, by its contract's investment or else the planned one (features.md L3). Without
 * rules nothing changes.
 */
export function classedBy(rules: ClassRules | undefined, project: Project, occurredOn: Day): ProjectEvent[] {
  if (!rules) return [];
  const investment = termsOf(project)?.totalInvestment ?? project.plannedInvestment ?? '0';
  const { classed, reported } = classing(rules, { investment, tiers: project.tiers ?? [] }, project);
  return [
    ...(classed ? [{ type: 'ProjectClassed', data: { ...classed, occurredOn } } as const] : []),
    ...(reported ? [{ type: 'ProjectReportedUp', data: { ...reported, occurredOn } } as const] : []),
  ];
}
