import { type Milestone, type Project, type ProjectMetric, type Reached } from '#libs/projects';
import { GRADES } from '#libs/values';
import { type Count, reachedCount } from './count.js';
import { type Part, wholePart } from './part.js';

const METRICS: Readonly<Partial<Record<Milestone, ProjectMetric>>> = {
  contract: 'signed-projects',
  registration: 'registered-projects',
  land: 'land-secured-projects',
  start: 'started-projects',
  completion: 'completed-projects',
  production: 'producing-projects',
  output: 'output-reached-projects',
};

/** Each milestone that stands counts once, on the day it was reached. */
export const milestoneParts: readonly Part[] = [
  ...(Object.entries(METRICS) as [Milestone, ProjectMetric][]).map(([milestone, metric]) =>
    wholePart([({ reached }) => reached[milestone]], ({ reached: { [milestone]: reached } }) =>
      reached ? [reachedCount(metric, reached)] : [],
    ),
  ),
  wholePart([({ reached }) => reached.registration, ({ reached }) => reached.land], landed),
];

/** 落地: registered and with land, from the day of the later; proved as far as the less proved of the two. */
function landed({ reached: { registration, land } }: Project): Count[] {
  if (!registration || !land) return [];
  const later: Reached = land.on >= registration.on ? land : registration;
  const grade = GRADES[Math.min(GRADES.indexOf(land.grade), GRADES.indexOf(registration.grade))] ?? 'claimed';
  const evidence = [...new Set([...registration.evidence, ...land.evidence])].sort();
  return [reachedCount('landed-projects', { ...later, grade, evidence })];
}
