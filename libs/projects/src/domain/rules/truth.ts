import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type FindFraud, type InspectMilestone, type SupplyEvidence, type VoidFigure } from '../project.commands.js';
import { type Milestone, type ProjectEvent } from '../project.events.js';
import { without } from '../evolve/evolver.js';
import { type Reached } from '../project.state.js';
import { type Given } from './given.js';
import { NAMES } from './order.js';
import { type StandingFact, factsAside, restingOn, standingFacts } from './standing-facts.js';

function reachedOf({ project }: Given, milestone: Milestone): Reached {
  const reached = project.reached[milestone];
  refuseUnless(
    reached,
    'conflict',
    'PROJECT.MILESTONE_NOT_RECORDED',
    `该项目没有有效的${NAMES[milestone]}记录`,
    'milestone',
  );
  return reached;
}

/** @throws Refusal PROJECT.LATER_MILESTONE_STANDS when something else rests on the fact. */
function refuseWhileNeeded(fact: StandingFact, { project }: Given, field: string): void {
  const later = fact.neededBy ?? restingOn(standingFacts(project), [fact]).find(({ ofContract }) => !ofContract)?.name;
  refuseUnless(
    later === undefined,
    'conflict',
    'PROJECT.LATER_MILESTONE_STANDS',
    `${fact.name}之后的${later}记录仍有效，须先作废后者`,
    field,
  );
}

/** Papers that came later (features.md P1). @throws Refusal */
export function supplyEvidence({ milestone, evidence, occurredOn }: SupplyEvidence, given: Given): ProjectEvent[] {
  const { eventId, on } = reachedOf(given, milestone);
  refuseUnless(evidence.length > 0, 'invalid', 'EVIDENCE.NONE', '须至少提供一份证据', 'evidence');
  refuseFuture(occurredOn, given.today);
  refuseBefore(occurredOn, on, NAMES[milestone]);
  return [{ type: 'EvidenceSupplied', data: { milestone, eventId, evidence, occurredOn } }];
}

/** An inspection on site verifies a milestone or refutes it (features.md P12, D6). @throws Refusal */
export function inspectMilestone(
  { milestone, seen, inspectionId, finding, occurredOn }: InspectMilestone,
  given: Given,
): ProjectEvent[] {
  const reached = reachedOf(given, milestone);
  const { eventId } = reached;
  refuseFuture(occurredOn, given.today);
  refuseBefore(occurredOn, reached.on, NAMES[milestone]);
  if (!seen) refuseWhileNeeded({ ...reached, name: NAMES[milestone], milestone }, given, 'milestone');
  const data = { milestone, eventId, inspectionId, finding, occurredOn };
  return [{ type: seen ? 'MilestoneVerified' : 'MilestoneRefuted', data }];
}

/** A finding takes a fact back (features.md P12). @throws Refusal when it doesn't stand, or a later one rests on it. */
export function voidFigure({ milestone, eventId, finding, occurredOn }: VoidFigure, given: Given): ProjectEvent[] {
  const field = milestone ? 'milestone' : 'eventId';
  const { project } = given;
  const named = [...standingFacts(project), ...factsAside(project)].find(
    (fact) =>
      (milestone ?? eventId) !== undefined && (milestone ? fact.milestone === milestone : fact.eventId === eventId),
  );
  const name = milestone ? `有效的${NAMES[milestone]}记录` : '所指的有效记录';
  refuseUnless(named, 'conflict', 'PROJECT.NOTHING_TO_VOID', `该项目没有${name}可作废`, field);
  refuseWhileNeeded(named, given, field);
  refuseFuture(occurredOn, given.today);
  refuseBefore(occurredOn, named.on, named.name);
  const { unit } = without(project, [named.eventId]);
  const answering = project.tenures.some((tenure) => tenure.eventId === named.eventId) ? unit : undefined;
  const fact = { eventId: named.eventId, milestone: named.milestone };
  return [{ type: 'FigureVoided', data: { ...fact, finding, answering, occurredOn } }];
}

/** A finding of fraud takes back what it names and all that rests on it (002 五(三)). @throws Refusal */
export function findFraud({ fraud, eventIds, finding, approver, occurredOn }: FindFraud, given: Given): ProjectEvent[] {
  const facts = standingFacts(given.project);
  const named = fraud === 'project' ? facts : namedIn(fraud, eventIds, facts);
  refuseUnless(!given.project.fake, 'conflict', 'PROJECT.FOUND_FAKE', '该项目已被认定为虚假项目');
  refuseFuture(occurredOn, given.today);
  refuseBefore(occurredOn, given.project.openedOn, '立项登记');
  for (const { on, name } of named) refuseBefore(occurredOn, on, name);
  const fallen = [...named, ...restingOn(facts, named)].map(({ eventId }) => eventId);
  return [{ type: 'FraudFound', data: { kind: fraud, eventIds: fallen, finding, approver, occurredOn } }];
}

function namedIn(
  fraud: FindFraud['fraud'],
  eventIds: readonly string[] | undefined,
  facts: readonly StandingFact[],
): StandingFact[] {
  const asked = eventIds ?? [];
  const named = facts.filter(
    (fact) => (fraud === 'start' && fact.milestone === 'start') || asked.includes(fact.eventId),
  );
  const unknown = asked.findIndex((id) => !named.some(({ eventId }) => eventId === id));
  refuseUnless(unknown < 0, 'conflict', 'PROJECT.NOTHING_TO_VOID', '所指事件不是有效记录', `eventIds.${unknown}`);
  refuseUnless(named.length > 0, 'conflict', 'PROJECT.NOTHING_TO_VOID', '没有指明不实的记录', 'eventIds');
  return named;
}
