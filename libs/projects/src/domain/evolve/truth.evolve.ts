import { type CorrectionEvent, type FactCorrectionEvent, type Milestone, type TruthEvent } from '../project.events.js';
import { type Project, type Reached } from '../project.state.js';
import { type Evolvers, factOf, kindsOf, proved, without } from './evolver.js';

type Type = Exclude<TruthEvent, CorrectionEvent | FactCorrectionEvent>['type'];

/** The milestone changed, if it is still the one that the event names. */
function withReached(
  project: Project,
  { milestone, eventId }: { milestone: Milestone; eventId: string },
  change: (reached: Reached) => Reached,
): Project {
  const reached = project.reached[milestone];
  if (reached?.eventId !== eventId) return project;
  return { ...project, reached: { ...project.reached, [milestone]: change(reached) } };
}

/** What is proved, and what is found untrue. */
export const truthEvolvers: Evolvers<Type> = {
  EvidenceSupplied: (project, event) =>
    withReached(project, event.data, (reached) => {
      const paper = { ...factOf(event), grade: 'documented', evidence: kindsOf(event.data.evidence) } as const;
      return proved(reached, [...reached.papers, paper], reached.inspections);
    }),
  MilestoneVerified: (project, event) =>
    withReached(project, event.data, (reached) =>
      proved(reached, reached.papers, [...reached.inspections, factOf(event)]),
    ),
  MilestoneRefuted: (project, { data }) => without(project, [data.eventId]),
  FigureVoided: (project, { data }) => without(project, [data.eventId]),
  FraudFound: (project, event) => {
    const left = without(project, event.data.eventIds);
    return event.data.kind === 'project' ? { ...left, fake: factOf(event) } : left;
  },
};
