import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postingsProjection } from '#libs/postings';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection, unitStream } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { batchStream } from '../../domain/batch.events.js';
import { batchRegisterProjection } from '../../projections/batch-register/batch-register.projection.js';
import { batchById } from '../batch-by-id/batch-by-id.query.js';
import { type BatchesQuestion, listBatches } from './list-batches.query.js';

const log = new Log();
const record = (stream: string, type: string, occurredOn: string, data: object = {}) =>
  log.append(stream, { type, data: { ...data, occurredOn } });
const PROOF = { evidence: [], grade: 'claimed' };

for (const code of ['city', 'd1', 'd2'])
  record(unitStream(code), 'UnitRegistered', '2021-01-01', { code, name: `名${code}`, kind: 'district', group: 'all' });
const project = (id: string, unit: string, signedOn: string) => {
  record(projectStream(id), 'ProjectOpened', '2022-01-01', { name: `项目${id}`, unit });
  const amounts = { totalInvestment: '1', fixedAssetInvestment: '1' };
  record(projectStream(id), 'ContractSigned', signedOn, { ...amounts, ...PROOF });
};
const start = (id: string, on: string) => record(projectStream(id), 'ConstructionStarted', on, PROOF);
const batch = (id: string, kind: string, heldOn: string, unit = 'city') =>
  record(batchStream(id), 'BatchPlanned', '2022-03-01', { kind, name: `活动${id}`, unit, heldOn });
const list = (id: string, projectId: string, unit: string, deed?: string) =>
  record(batchStream(id), 'ProjectListed', '2022-03-02', { projectId, unit, ...(deed && { deed }) });

project('p1', 'd1', '2022-02-01');
project('p2', 'd2', '2022-02-15');
project('p3', 'd2', '2022-02-20');
batch('q1', 'start', '2022-03-28');
list('q1', 'p1', 'd1');
list('q1', 'p2', 'd2');
list('q1', 'p3', 'd2');
record(batchStream('q1'), 'ProjectUnlisted', '2022-03-03', { projectId: 'p3', reason: '手续未齐' });
const beforeHolding = record(batchStream('q1'), 'BatchHeld', '2022-03-29').seq - 1n;
start('p1', '2022-03-29');
const lateStart = start('p2', '2022-04-10');
const beforeFinding = log.end;
record(projectStream('p2'), 'FigureVoided', '2022-06-01', {
  eventId: lateStart.id,
  milestone: 'start',
  finding: '未见施工',
});
batch('m3', 'signing', '2022-03-15', 'd2');
list('m3', 'p2', 'd2');
list('m3', 'p3', 'd2');
batch('sc', 'start-completion', '2022-05-28');
list('sc', 'p3', 'd2', 'start');
list('sc', 'p1', 'd1', 'completion');
record(batchStream('sc'), 'ProjectUnlisted', '2022-03-03', { projectId: 'p1', reason: '改列' });
list('sc', 'p1', 'd1', 'completion');
list('sc', 'p4', 'd1', 'completion');
record(batchStream('sc'), 'BatchHeld', '2022-05-28');
project('p4', 'd1', '2022-02-20');
start('p4', '2022-04-01');
record(projectStream('p4'), 'ConstructionCompleted', '2022-05-30', PROOF);

describe.each([[1], [4], [100]])('batches (log in batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(
      unitDirectoryProjection,
      projectSummaryProjection,
      postingsProjection,
      batchRegisterProjection,
    );
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const page = (question: Partial<BatchesQuestion> = {}) =>
    listBatches(models.sql, { on: '2022-12-31', asOf: log.end, limit: 10, ...question });
  const figures = async (question: Partial<BatchesQuestion>) =>
    (await page(question)).rows.map(({ id, listed, reached, rate = '–' }) => `${id} ${reached}/${listed} ${rate}`);
  const one = (id: string, question: { on?: string; asOf?: bigint; visibleUnit?: string } = {}) =>
    batchById(models.sql, { id, on: '2022-12-31', asOf: log.end, ...question });

  it('say who of the listed really got there, newest first; one that was not held has no rate', async () => {
    expect(await figures({})).toEqual(['sc 1/3 33.3', 'm3 2/2 –', 'q1 1/2 50.0']);
    expect((await page()).rows[2]).toMatchObject({
      name: '活动q1',
      unit: { name: '名city' },
      plannedFor: '2022-03-28',
      heldOn: '2022-03-29',
      definition: expect.stringMatching(/分母为活动举办时名单中的项目.*开工/),
    });
  });

  it('count to the day asked about, as known at the seq asked about', async () => {
    expect(await figures({ kind: 'start', asOf: beforeFinding })).toEqual(['q1 2/2 100.0']);
    expect(await figures({ kind: 'start', asOf: beforeFinding, on: '2022-04-09' })).toEqual(['q1 1/2 50.0']);
    expect(await figures({ kind: 'start', on: '2022-03-28' })).toEqual(['q1 0/2 0.0']);
    expect(await figures({ asOf: beforeHolding })).toEqual(['q1 0/2 –']);
    expect(await figures({ asOf: beforeHolding - 1n })).toEqual(['q1 0/3 –']);
  });

  it('open to each project and its own day', async () => {
    expect((await one('q1', { asOf: beforeFinding }))?.projects).toEqual([
      {
        project: { id: 'p1', name: '项目p1' },
        unit: { code: 'd1', name: '名d1' },
        listedOn: '2022-03-02',
        reachedOn: '2022-03-29',
        deed: 'start',
        daysAfter: 0,
      },
      {
        project: { id: 'p2', name: '项目p2' },
        unit: { code: 'd2', name: '名d2' },
        listedOn: '2022-03-02',
        reachedOn: '2022-04-10',
        deed: 'start',
        daysAfter: 12,
      },
    ]);
    expect((await one('q1'))?.projects[1]?.reachedOn).toBeUndefined();
    expect(await one('nothing')).toBeUndefined();
    expect(await one('m3', { asOf: beforeHolding })).toBeUndefined();
  });

  it('hold projects that start beside projects that are completed, each counted by what it is listed for', async () => {
    const shown = await one('sc');
    expect(shown?.batch).toMatchObject({
      kind: 'start-completion',
      deeds: [
        { deed: 'start', listed: 1, reached: 0, rate: '0.0' },
        { deed: 'completion', listed: 2, reached: 1, rate: '50.0' },
      ],
      definition: expect.stringMatching(/开工或竣工（按其所列事项）/),
    });
    expect(
      shown?.projects.map(({ project, deed, reachedOn, daysAfter }) => [project.id, deed, reachedOn, daysAfter]),
    ).toEqual([
      ['p3', 'start', undefined, undefined],
      ['p1', 'completion', undefined, undefined],
      ['p4', 'completion', '2022-05-30', 2],
    ]);
    expect((await one('sc', { on: '2022-05-29' }))?.batch).toMatchObject({ reached: 0 });
  });

  it('show a unit its own projects, and all of what it organizes', async () => {
    expect(await figures({ visibleUnit: 'd1' })).toEqual(['sc 1/2 50.0', 'q1 1/1 100.0']);
    expect(await figures({ visibleUnit: 'd2' })).toEqual(['sc 0/1 0.0', 'm3 2/2 –', 'q1 0/1 0.0']);
    expect(await figures({ visibleUnit: 'city' })).toEqual(['sc 1/3 33.3', 'q1 1/2 50.0']);
    expect(await one('m3', { visibleUnit: 'd1' })).toBeUndefined();
  });

  it.each<[Partial<BatchesQuestion>, string[]]>([
    [{ kind: 'signing' }, ['m3']],
    [{ unit: 'city' }, ['sc', 'q1']],
    [{ kind: 'start-completion' }, ['sc']],
    [{ from: '2022-03-16' }, ['sc', 'q1']],
    [{ to: '2022-03-15' }, ['m3']],
    [{ kind: 'completion' }, []],
  ])('keep to %j', async (question, ids) => {
    expect((await page(question)).rows.map(({ id }) => id)).toEqual(ids);
  });

  it('come page by page', async () => {
    const first = await page({ limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual(['sc', 'm3']);
    const second = await page({ limit: 2, cursor: first.next });
    expect([second.rows.map(({ id }) => id), second.next]).toEqual([['q1'], undefined]);
  });
});
