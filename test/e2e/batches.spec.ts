import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

describe('batches', () => {
  let ledger: TestLedger;
  let own: string;
  let other: string;
  const batch = { kind: 'start', name: '三季度集中开工', unit: 'city', heldOn: '2022-09-20', occurredOn: '2022-09-01' };
  const project = async (unit: string) => {
    const contract = { occurredOn: '2022-02-01', totalInvestment: '20000', fixedAssetInvestment: '10000' };
    const body = { name: `项目${unit}`, unit, occurredOn: '2022-01-05', contract };
    return ((await ledger.post('/v1/projects', body, 'department').expect(201)).body as { id: string }).id;
  };
  const planned = async (more: object = {}) =>
    ((await ledger.post('/v1/batches', { ...batch, ...more }, 'department').expect(201)).body as { id: string }).id;
  const act = (id: string, what: string, body: object, as: 'reporter' | 'department' | 'auditor' = 'department') =>
    ledger.post(`/v1/batches/${id}/${what}`, { occurredOn: '2022-09-02', ...body }, as);

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('city', '六安市');
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
    own = await project('luan-01');
    other = await project('luan-02');
  });
  afterAll(() => ledger.stop());

  it('go from plan over list and event to who really started', async () => {
    const id = await planned();
    await act(id, 'projects', { projects: [own] }, 'reporter').expect(201);
    await act(id, 'projects', { projects: [other.toUpperCase()] }).expect(201);
    await act(id, 'holding', { occurredOn: '2022-09-21' }).expect(201);
    await ledger.post(`/v1/projects/${own}/start`, { occurredOn: '2022-09-23' }).expect(201);
    await act(id, 'holding/void', { reason: '误登', occurredOn: '2022-09-22' }).expect(201);
    expect((await act(id, 'holding/void', { reason: '误登' }).expect(409)).body).toMatchObject({
      code: 'BATCH.NOT_HELD',
    });
    const reopened = await ledger.get(`/v1/batches/${id}`).expect(200);
    expect(reopened.body).not.toHaveProperty('batch.heldOn');
    await act(id, 'holding', { occurredOn: '2022-09-21' }).expect(201);
    const { body } = await ledger.get(`/v1/batches/${id}?on=2022-09-30`).expect(200);
    expect(body).toMatchObject({
      batch: { kind: 'start', heldOn: '2022-09-21', listed: 2, reached: 1, rate: '50.0' },
      projects: [
        { project: { id: own, name: '项目luan-01' }, unit: { name: '霍邱县' }, reachedOn: '2022-09-23', daysAfter: 2 },
        { project: { id: other } },
      ],
    });
    expect((body as { projects: object[] }).projects[1]).not.toHaveProperty('reachedOn');
    const list = await ledger.get('/v1/batches?kind=start&on=2022-09-22').expect(200);
    expect(list.body).toMatchObject({
      rows: [{ id, listed: 2, reached: 0, rate: '0.0', definition: expect.stringMatching(/开工/) }],
    });
    expect((await ledger.get(`/v1/batches/${id}?on=2022-09-30`, 'reporter').expect(200)).body).toMatchObject({
      batch: { listed: 1, reached: 1 },
      projects: [{ project: { id: own } }],
    });
  });

  it('hold those that start and those that are completed, each by its own deed', async () => {
    const id = await planned({ kind: 'start-completion', name: '三季度集中开工竣工' });
    await act(id, 'projects', { projects: [own], deed: 'completion' }).expect(201);
    await act(id, 'projects', { projects: [other], deed: 'start' }).expect(201);
    await act(id, 'holding', { occurredOn: '2022-09-21' }).expect(201);
    const { body } = await ledger.get(`/v1/batches/${id}?on=2022-09-30`).expect(200);
    expect(body).toMatchObject({
      batch: {
        kind: 'start-completion',
        listed: 2,
        deeds: [
          { deed: 'start', listed: 1, reached: 0 },
          { deed: 'completion', listed: 1, reached: 0, rate: '0.0' },
        ],
      },
      projects: [
        { project: { id: own }, deed: 'completion' },
        { project: { id: other }, deed: 'start' },
      ],
    });
    const list = await ledger.get('/v1/batches?kind=start-completion').expect(200);
    expect((list.body as { rows: object[] }).rows).toHaveLength(1);
  });

  it.each([
    ['start-completion', {}, 422, 'BATCH.DEED_UNNAMED'],
    ['start-completion', { deed: 'signing' }, 422, 'BATCH.WRONG_DEED'],
    ['start', { deed: 'completion' }, 422, 'BATCH.WRONG_DEED'],
    ['start', { deed: 'party' }, 400, 'REQUEST.INVALID'],
  ])('of %s refuse projects for %j', async (kind, more, status, code) => {
    const id = await planned({ kind });
    const end = await ledger.logEnd();
    const answer = await act(id, 'projects', { projects: [own], ...more }).expect(status);
    expect(answer.body).toMatchObject({ code, field: 'deed' });
    expect(await ledger.logEnd()).toBe(end);
  });

  it('refuse a project that was found never to have been', async () => {
    const id = await planned();
    const fake = await project('luan-01');
    const finding = { kind: 'project', approver: 'account-1', finding: '查无此项目', occurredOn: '2022-09-02' };
    await ledger.post(`/v1/projects/${fake}/fraud-findings`, finding, 'supervisor').expect(201);
    const end = await ledger.logEnd();
    const { body } = await act(id, 'projects', { projects: [own, fake] }).expect(409);
    expect(body).toMatchObject({ code: 'PROJECT.FOUND_FAKE', field: 'projects.1' });
    expect(await ledger.logEnd()).toBe(end);
  });

  it('let a project off the list, with a reason, until they are held', async () => {
    const id = await planned();
    await act(id, 'projects', { projects: [own, other] }).expect(201);
    await act(id, 'projects/removal', { projectId: own.toUpperCase(), reason: '手续未齐' }, 'reporter').expect(201);
    await act(id, 'holding', { occurredOn: '2022-09-20' }).expect(201);
    const late = await act(id, 'projects', { projects: [own], occurredOn: '2022-09-21' }).expect(409);
    expect(late.body).toMatchObject({ code: 'BATCH.ALREADY_HELD' });
    expect((await ledger.get(`/v1/batches/${id}`).expect(200)).body).toMatchObject({
      projects: [{ project: { id: other } }],
    });
  });

  it('belong to their organizer, projects to their unit', async () => {
    const id = await planned();
    const forbidden = { code: 'ACCESS.UNIT_FORBIDDEN' };
    expect((await ledger.post('/v1/batches', batch, 'reporter').expect(403)).body).toMatchObject(forbidden);
    expect((await act(id, 'projects', { projects: [other] }, 'reporter').expect(403)).body).toMatchObject(forbidden);
    await act(id, 'projects', { projects: [other] }).expect(201);
    const removal = { projectId: other, reason: '.' };
    expect((await act(id, 'projects/removal', removal, 'reporter').expect(403)).body).toMatchObject(forbidden);
    expect((await act(id, 'holding', {}, 'reporter').expect(403)).body).toMatchObject(forbidden);
    await act(id, 'holding', {}, 'auditor').expect(403);
    await ledger.get(`/v1/batches/${id}`, 'reporter').expect(404);
  });

  it.each([
    [{ kind: 'party' }, 400, 'REQUEST.INVALID', 'kind'],
    [{ heldOn: '2022-02-30' }, 400, 'REQUEST.INVALID', 'heldOn'],
    [{ heldOn: '2022-08-31' }, 422, 'DAY.BEFORE_PREVIOUS', 'heldOn'],
    [{ occurredOn: '2022-10-01', heldOn: '2022-10-02' }, 422, 'DAY.IN_FUTURE', 'occurredOn'],
    [{ unit: 'nowhere' }, 422, 'UNIT.UNKNOWN', 'unit'],
    [{ colour: 'red' }, 400, 'REQUEST.INVALID', 'colour'],
  ] as const)('refuse to be planned with %j', async (change, status, code, field) => {
    const end = await ledger.logEnd();
    const { body } = await ledger.post('/v1/batches', { ...batch, ...change }, 'department').expect(status);
    expect(body).toMatchObject({ code, field });
    expect(await ledger.logEnd()).toBe(end);
  });

  const NOBODY = '00000000-0000-4000-8000-000000000000';
  it.each([
    ['projects', { projects: [] }, 422, 'BATCH.NO_PROJECTS', 'projects'],
    ['projects', { projects: ['7'] }, 400, 'REQUEST.INVALID', 'projects'],
    ['projects', { projects: [NOBODY] }, 422, 'PROJECT.UNKNOWN', 'projects.0'],
    ['projects/removal', { projectId: NOBODY, reason: '.' }, 409, 'BATCH.NOT_LISTED', 'projectId'],
    ['projects/removal', { projectId: NOBODY }, 400, 'REQUEST.INVALID', 'reason'],
    ['holding', {}, 409, 'BATCH.EMPTY', undefined],
  ] as const)('refuse %s %j', async (what, body, status, code, field) => {
    const id = await planned();
    const end = await ledger.logEnd();
    const answer = await act(id, what, body).expect(status);
    expect(answer.body).toMatchObject(field ? { code, field } : { code });
    expect(await ledger.logEnd()).toBe(end);
    await act(NOBODY, what, body).expect(status === 409 ? 404 : status);
  });
});
