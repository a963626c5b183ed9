import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditTrailProjection } from '#libs/audit';
import { unitDirectoryProjection, unitStream } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type Milestone, projectStream } from '../../domain/project.events.js';
import { listProjects, type ProjectsQuestion } from '../../queries/list-projects/list-projects.query.js';
import { projectNames } from '../../queries/project-names/project-names.query.js';
import { projectStateOf } from '../../queries/project-summary/project-record.query.js';
import { projectSummaryOf } from '../../queries/project-summary/project-summary.query.js';
import { projectSummaryProjection } from './project-summary.projection.js';

const PROOF = { evidence: [], grade: 'claimed' } as const;
const log = new Log();

const open = (id: string, name: string, unit: string) =>
  log.append(projectStream(id), {
    type: 'ProjectOpened',
    data: { name, unit, place: '开发区', chain: 'steel', occurredOn: '2022-01-01' },
  });
const reach = (id: string, type: string, occurredOn: string, more = {}) =>
  log.append(projectStream(id), { type, data: { ...more, ...PROOF, occurredOn } });
const sign = (id: string) =>
  reach(id, 'ContractSigned', '2022-02-01', { totalInvestment: '120.50', fixedAssetInvestment: '100' });
const takeBack = (id: string, milestone: Milestone, { id: eventId }: { id: string }) =>
  log.append(projectStream(id), {
    type: 'FigureVoided',
    data: { eventId, milestone, finding: '不实', occurredOn: '2022-09-01' },
  });

log.append(unitStream('d1'), {
  type: 'UnitRegistered',
  data: { code: 'd1', name: '一区', kind: 'district', group: 'all', occurredOn: '2021-01-01' },
});
open('whole', '全程项目', 'd1');
sign('whole');
reach('whole', 'LandSecured', '2022-03-01');
reach('whole', 'ConstructionStarted', '2022-04-01');
reach('whole', 'DesignCapacityReached', '2022-05-01');
open('fallen', '100%_真\\项目', 'd1');
const contract = sign('fallen');
reach('fallen', 'LandSecured', '2022-03-01');
takeBack('fallen', 'start', reach('fallen', 'ConstructionStarted', '2022-04-01'));
open('void', 'Robot 工厂', 'd2');
takeBack('void', 'contract', sign('void'));
log.append(projectStream('void'), { type: 'SomethingNew', data: {} });
/** What the log above leaves. */
const then = log.end;
for (const id of ['whole', 'fallen', 'void']) {
  log.append(projectStream(id), { type: 'ProjectDetailsChanged', data: { name: '改名', occurredOn: '2022-09-02' } });
  const handedTo = { fromUnit: 'd1', toUnit: 'd3', phase: 'construction', occurredOn: '2022-09-03' };
  log.append(projectStream(id), { type: 'HandedOver', data: handedTo });
}
open('new', 'Robot 新厂', 'd1');
log.append(projectStream('new'), {
  type: 'FraudFound',
  data: { kind: 'project', eventIds: [], finding: '无此项目', approver: 'account-7', occurredOn: '2022-09-04' },
});
const THEN = { asOf: then, present: false };
const NOW = { asOf: then, present: true };

describe.each([[1], [100]])('project summaries (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection);
    await models.feed(log.events.slice(0, Number(then)), [size]);
  });
  afterAll(() => models.drop());

  it('show every milestone that stands', async () => {
    expect(await projectSummaryOf(models.sql, 'whole')).toEqual({
      id: 'whole',
      name: '全程项目',
      unit: { code: 'd1', name: '一区' },
      localUnit: { code: 'd1', name: '一区' },
      place: '开发区',
      chain: 'steel',
      stage: 'output',
      openedOn: '2022-01-01',
      signedOn: '2022-02-01',
      landOn: '2022-03-01',
      startedOn: '2022-04-01',
      outputOn: '2022-05-01',
      totalInvestment: '120.50',
      fixedAssetInvestment: '100',
      grades: { contract: 'claimed', land: 'claimed', start: 'claimed', output: 'claimed' },
      investmentCompleted: '0',
      capitalArrived: '0',
      revision: '4',
    });
  });

  it('fall back to the furthest milestone that still stands', async () => {
    const fallen = await projectSummaryOf(models.sql, 'fallen');
    expect(fallen).toMatchObject({ stage: 'land', signedOn: '2022-02-01', revision: '4' });
    expect(fallen?.startedOn).toBeUndefined();
    const state = await projectStateOf(models.sql, 'fallen');
    expect(state?.reached.contract?.eventId).toBe(contract.id);
  });

  it('lose the amounts with the contract, and follow the stream past events they say nothing of', async () => {
    const summary = await projectSummaryOf(models.sql, 'void');
    expect(summary).toMatchObject({ stage: 'opened', revision: '3', unit: { code: 'd2', name: 'd2' } });
    expect(summary?.totalInvestment).toBeUndefined();
    expect(summary?.signedOn).toBeUndefined();
  });

  it('hide what another unit answers for', async () => {
    expect(await projectSummaryOf(models.sql, 'whole', 'd2')).toBeUndefined();
    expect(await projectSummaryOf(models.sql, 'whole', 'd1')).toBeDefined();
    expect(await projectSummaryOf(models.sql, 'nothing')).toBeUndefined();
  });
});

describe.each([
  [1, 'now', NOW],
  [100, 'now', NOW],
  [1, 'then', THEN],
  [3, 'then', THEN],
  [100, 'then', THEN],
] as const)('lists of projects (batches of %d) as known %s', (size, _, known) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection, auditTrailProjection);
    await models.feed(known.present ? log.events.slice(0, Number(then)) : log.events, [size]);
  });
  afterAll(() => models.drop());

  const ids = async (question: Partial<ProjectsQuestion>) =>
    (await listProjects(models.sql, { ...known, limit: 100, ...question })).rows.map(({ id }) => id);

  it.each([
    [{}, ['void', 'fallen', 'whole']],
    [{ unit: 'd1' }, ['fallen', 'whole']],
    [{ stage: 'land' }, ['fallen']],
    [{ standing: 'going' }, ['void', 'fallen', 'whole']],
    [{ standing: 'fake' }, []],
    [{ q: 'robot' }, ['void']],
    [{ q: '100%_真\\' }, ['fallen']],
    [{ q: '_' }, ['fallen']],
    [{ q: '%' }, ['fallen']],
    [{ q: '没有' }, []],
    [{ visibleUnit: 'd2' }, ['void']],
    [{ visibleUnit: 'd2', unit: 'd1' }, []],
  ] as [Partial<ProjectsQuestion>, string[]][])('are listed newest first: %j', async (question, expected) => {
    expect(await ids(question)).toEqual(expected);
  });

  it('come in pages', async () => {
    const first = await listProjects(models.sql, { ...known, limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual(['void', 'fallen']);
    expect(await ids({ limit: 2, cursor: first.next })).toEqual(['whole']);
    expect(await listProjects(models.sql, { ...known, limit: 3 })).not.toHaveProperty('next');
  });

  it('give names, and the id for a project that is not known', async () => {
    const nameOf = await projectNames(models.sql, ['void', 'new'], known.present ? undefined : known.asOf);
    expect([nameOf('void').name, nameOf('new').name]).toEqual(['Robot 工厂', 'new']);
  });
});
