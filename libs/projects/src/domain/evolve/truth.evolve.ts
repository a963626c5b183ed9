import { type Milestone, type TruthEvent, type CorrectionEvent } from '../project.events.js';
import { type Project, type Reached } from '../project.state.js';
import { type Evolvers, factOf, kindsOf, without } from './evolver.js';

type Type = Exclude<TruthEvent, CorrectionEvent>['type'];

/** The milestone changed, if it is still the one that the event names. */
function withReached(
  project: Project,
  { milestone, eventId }: { milestone: Milestone; eventId: string },
  change: (reached: Reached) => Partial<Reached>,
): Project {
  const reached = project.reached[milestone];
  if (reached?.eventId !== eventId) return project;
  return { ...project, reached: { ...project.reached, [milestone]: { ...reached, ...change(reached) } } };
}

/** What is proved, and what is found untrue. */
export const truthEvolvers: Evolvers<Type> = {
  EvidenceSupplied: (project, { data }) =>
    withReached(project, data, ({ grade, evidence }) => ({
      grade: grade === 'claimed' ? 'documented' : grade,
      evidence: kindsOf(data.evidence, evidence),
    })),
  MilestoneVerified: (project, { data }) => withReached(project, data, () => ({ grade: 'inspected' })),
  MilestoneRefuted: (project, { data }) => without(project, [data.eventId]),
  FigureVoided: (project, { data }) => without(project, [data.eventId]),
  FraudFound: (project, event) => {
    const left = without(project, event.data.eventIds);
    return event.data.kind === 'project' ? { ...left, fake: factOf(event) } : left;
  },
};
