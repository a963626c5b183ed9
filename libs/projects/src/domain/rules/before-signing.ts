import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type ClassRules, canonicalMoney } from '#libs/values';
import { evolveProject } from '../evolve/evolve-project.js';
import { type OpenProject, type PlainCommand } from '../project.commands.js';
import { type Details, MILESTONES, type Milestone, type ProjectEvent } from '../project.events.js';
import { type Project, type ProjectState } from '../project.state.js';
import { classedBy } from './classing.js';
import { type Given, refuseClosed, refuseFake } from './given.js';
import { soundIntroducer } from './introducer.js';
import { reachMilestone } from './milestones.js';
import { NAMES, restsOn } from './order.js';
import { soundShares } from './responsibility.js';

type FactsOf<Kind extends PlainCommand['kind']> = Extract<PlainCommand, { kind: Kind }>['facts'];

const soundDetails = <D extends Readonly<Details>>(details: D): D => ({
  ...details,
  plannedInvestment: details.plannedInvestment && canonicalMoney(details.plannedInvestment),
});

/** A project is opened, with what has already happened to it. @throws Refusal */
export function openProject(
  { project, contract, land, start }: OpenProject,
  today: string,
  rules?: ClassRules,
): ProjectEvent[] {
  refuseFuture(project.occurredOn, today);
  const { parentProjectId, kind } = project;
  refuseUnless(
    parentProjectId === undefined || kind === 'expansion',
    'invalid',
    'PROJECT.PARENT_OF_EXPANSION',
    '只有扩建项目可以指明原项目',
    'parentProjectId',
  );
  const shares = project.shares && soundShares(project.shares);
  const introduced = project.introducer && { introducer: soundIntroducer(project.introducer, undefined) };
  const events: ProjectEvent[] = [];
  let state: ProjectState;
  const record = (more: ProjectEvent[]) => {
    for (const event of more) state = evolveProject(state, { ...event, id: 'to be recorded' });
    events.push(...more);
  };
  const given = (at: string): Given => ({ project: state as Project, today, at });
  record([{ type: 'ProjectOpened', data: { ...soundDetails(project), ...introduced, shares } }]);
  if (contract) record(reachMilestone({ milestone: 'contract', terms: contract }, given('contract.')));
  if (land) record(reachMilestone({ milestone: 'land', terms: land }, given('land.')));
  if (start) record(reachMilestone({ milestone: 'start', terms: start }, given('start.')));
  record(classedBy(rules, state as unknown as Project, project.occurredOn));
  return events;
}

/** @throws Refusal */
export function changeDetails(facts: FactsOf<'change-details'>, { project, today, rules }: Given): ProjectEvent[] {
  refuseFake(project);
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, project.openedOn, '立项登记');
  refuseUnless(
    project.parentProjectId === undefined || facts.kind === 'expansion',
    'invalid',
    'PROJECT.PARENT_OF_EXPANSION',
    '只有扩建项目可以指明原项目',
    'kind',
  );
  const dayOf = (milestone: Milestone) => project.reached[milestone]?.on;
  const baseless = MILESTONES.find((milestone) => {
    const [base, on] = [restsOn(facts, milestone), dayOf(milestone)];
    const earlier = base && dayOf(base);
    return base && on && (earlier === undefined || earlier > on);
  });
  refuseUnless(
    !baseless,
    'conflict',
    'PROJECT.KIND_NEEDS_START',
    `已登记的${baseless && NAMES[baseless]}之前没有开工记录，项目性质只能是并购`,
    'kind',
  );
  const changed: ProjectEvent = { type: 'ProjectDetailsChanged', data: soundDetails(facts) };
  const after = evolveProject(project, { ...changed, id: 'to be recorded' }) ?? project;
  return [changed, ...classedBy(rules, after, facts.occurredOn)];
}

/** 列为重点项目, once a level and year. @throws Refusal */
export function designateKeyProject(
  facts: FactsOf<'designate-key-project'>,
  { project, today }: Given,
): ProjectEvent[] {
  const listed = project.keyLevels.some(({ level, year }) => level === facts.level && year === facts.year);
  refuseUnless(!listed, 'conflict', 'PROJECT.ALREADY_KEY', '该项目已列入该年度该级重点项目', 'year');
  refuseClosed(project, facts.occurredOn);
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, project.openedOn, '立项登记');
  return [{ type: 'KeyProjectDesignated', data: facts }];
}

function refuseAfterSigning({ project, today }: Given, day: string): void {
  refuseClosed(project, day);
  refuseFuture(day, today);
  refuseBefore(day, project.openedOn, '立项登记');
  const signedOn = project.reached.contract?.on;
  refuseUnless(
    signedOn === undefined || day <= signedOn,
    'conflict',
    'PROJECT.ALREADY_SIGNED',
    `项目已于 ${signedOn} 签约，其后不再有洽谈或意向`,
    'occurredOn',
  );
}

/** 洽谈. @throws Refusal */
export function recordNegotiation(facts: FactsOf<'record-negotiation'>, given: Given): ProjectEvent[] {
  refuseAfterSigning(given, facts.occurredOn);
  return [{ type: 'NegotiationRecorded', data: facts }];
}

/** 意向书, 框架协议: counts as nothing. @throws Refusal */
export function signLetterOfIntent(facts: FactsOf<'sign-letter-of-intent'>, given: Given): ProjectEvent[] {
  refuseAfterSigning(given, facts.occurredOn);
  const intendedInvestment = facts.intendedInvestment && canonicalMoney(facts.intendedInvestment);
  return [{ type: 'LetterOfIntentSigned', data: { ...facts, intendedInvestment, evidence: facts.evidence ?? [] } }];
}
