import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditTrailProjection } from '#libs/audit';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { unitDirectoryProjection } from '#libs/units';
import { Decimal } from '#libs/values';
import { randomOf } from '../../../../test/bench/city/random.js';
import { Log } from '../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../test/support/read-models.js';
import { evolveProject } from '../domain/evolve/evolve-project.js';
import { type ProjectEvent, projectStream } from '../domain/project.events.js';
import { type ProjectState } from '../domain/project.state.js';
import { versionOf } from '../projections/project-summary/columns.js';
import { projectSummaryProjection } from '../projections/project-summary/project-summary.projection.js';
import { type ProjectsQuestion, listProjects } from './list-projects/list-projects.query.js';
import { listResponsibilities } from './list-responsibilities/list-responsibilities.query.js';
import { majorProjects } from './major-projects/major-projects.query.js';

const PROJECTS = 30;
const random = randomOf(23);
const log = new Log();
const units = ['d1', 'd2', 'd3'] as const;
const NAMES = ['年产10万件铸件', '年产90万件薄膜', 'LED 显示', 'Éclair 食品'] as const;

/** Whatever lists look for comes, goes and comes back. */
function* life(number: number): Generator<void, void, void> {
  const id = `p${number}`;
  let unit: (typeof units)[number] = random.pick(units);
  const happen = (type: string, data: object): SequencedEvent =>
    log.append(projectStream(id), { type, data: { occurredOn: '2022-03-01', ...data } });
  const details = () => ({
    name: `${random.pick(NAMES)}${number}`,
    ...(random.chance(0.7) && { kind: random.pick(['new', 'expansion', 'acquisition']) }),
    ...(random.chance(0.7) && { chain: random.pick(['steel', 'food']) }),
    plannedInvestment: random.pick(['10', '200', '3000']),
  });
  const introduced = () => {
    const introducer = random.pick([undefined, { creditCode: 'C1' }, { creditCode: 'C2' }]);
    return introducer && { introducer };
  };
  const parentProjectId = random.chance(0.3) ? 'p0' : undefined;
  happen('ProjectOpened', { ...details(), unit, ...(parentProjectId && { parentProjectId }) });
  const facts: { event: SequencedEvent; milestone?: string; before: string }[] = [];
  const proof = { evidence: [], grade: 'claimed' };
  const steps: (() => unknown)[] = [
    () => happen('ProjectDetailsChanged', details()),
    () => happen('ProjectClassed', { class: random.pick([undefined, 'A', 'B']), rules: 1 }),
    () => happen('GroupAssigned', { group: random.pick(['g1', 'g2']) }),
    () => happen('LeaderAttached', { account: random.pick(['account-1', 'account-2']), duty: '挂钩' }),
    () => happen('LeaderDetached', { account: random.pick(['account-1', 'account-2']) }),
    () => happen('KeyProjectDesignated', { level: 'municipal', year: 2022 }),
    () => happen('IntroducerCorrected', { ...introduced(), reason: '误填' }),
    () => happen('ProjectSuspended', { cause: '停电', forceMajeure: false }),
    () => happen('ProjectResumed', {}),
    () => {
      const toUnit = random.pick(units);
      facts.push({ event: happen('HandedOver', { fromUnit: unit, toUnit, phase: 'service' }), before: unit });
      unit = toUnit;
    },
    () => {
      const terms = { totalInvestment: random.pick(['100', '5000']), fixedAssetInvestment: '50', ...proof };
      facts.push({ event: happen('ContractSigned', terms), milestone: 'contract', before: unit });
    },
    () => facts.push({ event: happen('LandSecured', proof), milestone: 'land', before: unit }),
    () => facts.push({ event: happen('ConstructionStarted', proof), milestone: 'start', before: unit }),
    () => {
      const voided = facts.pop();
      if (!voided) return;
      const { event, milestone, before } = voided;
      if (milestone === undefined) unit = before as typeof unit;
      const what = milestone === undefined ? { answering: before } : { milestone };
      happen('FigureVoided', { eventId: event.id, finding: '不实', ...what });
    },
    () => random.chance(0.1) && happen('ContractTerminated', { reason: '放弃', by: 'both', evidence: [] }),
    () =>
      random.chance(0.1) &&
      happen('FraudFound', { kind: 'project', eventIds: [], finding: '无', approver: 'account-7' }),
  ];
  for (let left = 14; left > 0; left -= 1) {
    yield;
    steps[random.below(steps.length)]?.();
  }
}

const living = Array.from({ length: PROJECTS }, (_, number) => life(number));
for (let open = living; open.length > 0;) {
  const next = open[random.below(open.length)];
  if (next?.next().done) open = open.filter((each) => each !== next);
}

type Version = ReturnType<typeof versionOf> & { readonly id: string; readonly openedSeq: bigint };

/** All projects as they were at a seq, the newest first: every event up to there, one after the other. */
function recounted(asOf: bigint): Version[] {
  const states = new Map<string, { project: NonNullable<ProjectState>; openedSeq: bigint }>();
  for (const event of log.events.slice(0, Number(asOf))) {
    const before = states.get(event.stream);
    const project = evolveProject(before?.project, event as SequencedEvent & Recorded<ProjectEvent>);
    if (project) states.set(event.stream, { project, openedSeq: before?.openedSeq ?? event.seq });
  }
  return Array.from(states, ([stream, { project, openedSeq }]) => ({
    ...versionOf(project),
    id: stream.slice(projectStream('').length),
    openedSeq,
  })).sort((one, other) => Number(other.openedSeq - one.openedSeq));
}

type Asked = Pick<
  ProjectsQuestion,
  | 'unit'
  | 'stage'
  | 'standing'
  | 'kind'
  | 'chain'
  | 'group'
  | 'class'
  | 'parent'
  | 'introducer'
  | 'q'
  | 'visibleUnit'
  | 'few'
>;
const isAsked = (asked: Asked) => (version: Version) =>
  (asked.unit === undefined || version.unit === asked.unit) &&
  (asked.stage === undefined || version.stage === asked.stage) &&
  (asked.kind === undefined || version.kind === asked.kind) &&
  (asked.chain === undefined || version.chain === asked.chain) &&
  (asked.group === undefined || version.group === asked.group) &&
  (asked.class === undefined || version.class === asked.class) &&
  (asked.parent === undefined || version.parentProjectId === asked.parent) &&
  (asked.introducer === undefined || version.introducer === asked.introducer) &&
  (asked.q === undefined || version.name.toLowerCase().includes(asked.q.toLowerCase())) &&
  (asked.visibleUnit === undefined || version.readers.includes(asked.visibleUnit)) &&
  (asked.standing === undefined || isStanding(version, asked.standing));

const isStanding = ({ foundFakeOn, terminatedOn, suspendedOn }: Version, standing: string): boolean => {
  if (standing === 'fake') return foundFakeOn !== null;
  if (standing === 'terminated') return foundFakeOn === null && terminatedOn !== null;
  return foundFakeOn === null && terminatedOn === null && (standing === 'going' || suspendedOn !== null);
};

const EACH: Asked[] = [
  ...units.flatMap((unit) => [{ unit }, { visibleUnit: unit }]),
  ...(['opened', 'contract', 'land', 'start'] as const).map((stage) => ({ stage })),
  ...(['going', 'suspended', 'terminated', 'fake'] as const).map((standing) => ({ standing })),
  ...[
    { kind: 'new' as const },
    { chain: 'steel' },
    { group: 'g1' },
    { class: 'A' },
    { parent: 'p0' },
    { introducer: 'C1' },
  ],
  ...['万件', '薄膜2', 'led', 'éc'].map((q) => ({ q })),
];
// Looked up, walked past, and either.
const FEW = [undefined, 0, 8] as const;
const PAIRS = EACH.flatMap((one) => EACH.map((other) => ({ ...one, ...other, few: random.pick(FEW) })));

describe.each([[1], [7], [1000]])('projects as known then (batches of %d)', (size) => {
  let models: ReadModels;
  const seqs = Array.from({ length: 12 }, (_, index) => (log.end * BigInt(index + 1)) / 12n);
  const page = (asOf: bigint, present = false) => ({ asOf, present, limit: PROJECTS });
  const idsOf = (versions: readonly { id: string }[]) => versions.map(({ id }) => id);

  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection, auditTrailProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  it('are found by whatever they were then', async () => {
    let found = 0;
    for (const asOf of seqs) {
      const then = recounted(asOf);
      for (const asked of asOf === log.end ? PAIRS : [...EACH, ...PAIRS.filter(() => random.chance(0.1))]) {
        const { rows } = await listProjects(models.sql, {
          ...asked,
          ...page(asOf, asOf === log.end && random.chance(0.5)),
        });
        const expected = idsOf(then.filter(isAsked(asked)));
        expect({ asOf, asked, ids: idsOf(rows) }).toEqual({ asOf, asked, ids: expected });
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(1000);
  });

  it('are found by who was responsible', async () => {
    for (const asOf of seqs)
      for (const unit of [undefined, ...units])
        for (const leader of [undefined, 'account-1', 'account-2']) {
          const asked = { unit, leader };
          const { rows } = await listResponsibilities(models.sql, { ...asked, ...page(asOf) });
          const expected = recounted(asOf)
            .filter(isAsked({ unit }))
            .filter(({ leaders }) => leader === undefined || leaders.includes(leader));
          expect({ asOf, asked, ids: idsOf(rows.map(({ project }) => project)) }).toEqual({
            ...{ asOf, asked },
            ids: idsOf(expected),
          });
        }
  });

  it('are found by how much was invested, or by their standing', async () => {
    for (const asOf of seqs)
      for (const minInvestment of [undefined, '100', '200', '3000', '5000']) {
        const { rows } = await majorProjects(models.sql, { minInvestment, few: random.pick(FEW), ...page(asOf) });
        const expected = recounted(asOf).filter(({ investment, keyLevel }) =>
          minInvestment === undefined ? keyLevel !== null : new Decimal(investment).gte(minInvestment),
        );
        expect({ asOf, minInvestment, ids: idsOf(rows) }).toEqual({ asOf, minInvestment, ids: idsOf(expected) });
      }
  });
});
