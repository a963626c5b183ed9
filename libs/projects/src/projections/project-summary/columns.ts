import { type Versioned } from '#libs/read-models';
import { type Grade, type Money, Decimal } from '#libs/values';
import { type Milestone } from '../../domain/project.events.js';
import {
  type Capital,
  type Project,
  accountsInCharge,
  groupOf,
  latestOf,
  localUnitOf,
  readersOf,
  stageOf,
  termsOf,
} from '../../domain/project.state.js';
import { type ProjectStepsRow } from './project-steps.entity.js';
import { type ProjectRow } from './project-summary.entity.js';

/** What a project is looked for by, and shows or tells nobody else of. */
type Sought = Pick<
  ProjectStepsRow,
  'name' | 'kind' | 'class' | 'parentProjectId' | 'keyLevel' | 'introducer' | 'readers' | 'leaders' | 'handedOver'
>;

/** How far a project has come. */
type Steps = Omit<ProjectStepsRow, 'project' | 'projectOpenedSeq' | keyof Versioned | keyof Sought>;

function stepsOf(project: Project): Steps {
  const { terminated, fake, stops } = project;
  const on = (milestone: Milestone) => project.reached[milestone]?.on ?? null;
  return {
    unit: project.unit,
    localUnit: localUnitOf(project),
    group: groupOf(project) ?? null,
    chain: project.chain ?? null,
    leadId: project.leadId ?? null,
    stage: stageOf(project),
    investment: termsOf(project)?.totalInvestment ?? project.plannedInvestment ?? '0',
    signedOn: on('contract'),
    registeredOn: on('registration'),
    landOn: on('land'),
    startedOn: on('start'),
    completedOn: on('completion'),
    producingOn: on('production'),
    outputOn: on('output'),
    suspendedOn: stops.findLast(({ until }) => until === undefined)?.on ?? null,
    terminatedOn: terminated?.on ?? null,
    foundFakeOn: fake?.on ?? null,
  };
}

const soughtOf = (project: Project): Sought => ({
  name: project.name,
  kind: project.kind ?? null,
  class: project.class ?? null,
  parentProjectId: project.parentProjectId ?? null,
  keyLevel: keyLevelOf(project),
  introducer: project.introducer?.creditCode ?? project.introducer?.projectId ?? null,
  readers: readersOf(project),
  leaders: accountsInCharge(project),
  handedOver: project.tenures.length > 1,
});

/** The version of a project that is known from an event on. */
export const versionOf = (project: Project): Steps & Sought => ({ ...stepsOf(project), ...soughtOf(project) });

/** A project's row: where its stream stands, what it shows and by what it is looked for. */
export const rowOf = (
  id: string,
  project: Project,
  { openedSeq, revision }: Pick<ProjectRow, 'openedSeq' | 'revision'>,
): ProjectRow => ({ id, openedSeq, revision, ...columnsOf(project), ...soughtOf(project) });

/** What a project shows of itself; where its stream stands, and by what it is looked for, come on top. */
export type Columns = Omit<
  ProjectRow,
  'id' | 'openedSeq' | 'revision' | 'introducer' | 'readers' | 'leaders' | 'handedOver'
>;

export function columnsOf(project: Project): Columns {
  const { reached } = project;
  const { investment: _, ...steps } = stepsOf(project);
  const terms = termsOf(project);
  return {
    name: project.name,
    kind: project.kind ?? null,
    ...steps,
    place: project.place ?? null,
    industryClass: project.industryClass ?? null,
    nationalCode: project.nationalCode ?? null,
    reserveId: project.reserveId ?? null,
    parentProjectId: project.parentProjectId ?? null,
    keyLevel: keyLevelOf(project),
    openedOn: project.openedOn,
    negotiatedOn: latestOf(project.negotiations) ?? null,
    intentOn: latestOf(project.intents) ?? null,
    class: project.class ?? null,
    acceptedOn: reached.acceptance?.on ?? null,
    handedOverOn: reached.handover?.on ?? null,
    grades: gradesOf(project),
    registerBy: terms?.registerBy ?? null,
    startBy: terms?.startBy ?? null,
    completeBy: terms?.completeBy ?? null,
    produceBy: terms?.produceBy ?? null,
    enterprise: (reached.registration && project.enterprise?.enterprise) ?? terms?.enterprise ?? null,
    creditCode: (reached.registration && project.enterprise?.creditCode) ?? null,
    plannedInvestment: project.plannedInvestment ?? null,
    totalInvestment: terms?.totalInvestment ?? null,
    fixedAssetInvestment: terms?.fixedAssetInvestment ?? null,
    landMu: (reached.land && project.land?.mu) ?? null,
    investmentCompleted: sum(project.progress.map(({ investment }) => investment)),
    capitalArrived: sum(project.capital.map(inYuan)),
  };
}

/** An arrival of capital in 万元, at its own rate. */
export const inYuan = ({ amount, rate }: Pick<Capital, 'amount' | 'rate'>): Money =>
  new Decimal(amount).times(rate).toFixed();

const sum = (amounts: readonly Money[]): Money =>
  amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed();

const gradesOf = ({ reached }: Project): Partial<Record<Milestone, Grade>> =>
  Object.fromEntries(Object.entries(reached).map(([milestone, { grade }]) => [milestone, grade]));

/** The level for which it was designated last, for its last year. */
const keyLevelOf = ({ keyLevels }: Project) => keyLevels.toSorted((a, b) => a.year - b.year).at(-1)?.level ?? null;
