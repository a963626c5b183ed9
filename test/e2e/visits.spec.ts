import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

describe('visits', () => {
  let ledger: TestLedger;
  let project: string;
  const visit = { unit: 'luan-01', kind: 'outing', place: '苏州', from: '2022-09-01', to: '2022-09-03' };

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    const contract = { occurredOn: '2022-02-10', totalInvestment: '120000', fixedAssetInvestment: '100000' };
    const body = { name: '重大项目', unit: 'luan-01', occurredOn: '2022-01-05', contract };
    project = ((await ledger.post('/v1/projects', body).expect(201)).body as { id: string }).id;
  });
  afterAll(() => ledger.stop());

  it('are corrected whole and found untrue, and count accordingly', async () => {
    const log = async () => ((await ledger.post('/v1/visits', visit).expect(201)).body as { id: string }).id;
    const count = async (metric: string) => {
      const { body } = await ledger.get(`/v1/postings?metric=${metric}`).expect(200);
      const { rows } = body as { rows: { quantity: string }[] };
      return String(rows.reduce((sum, { quantity }) => sum + Number(quantity), 0));
    };
    const id = await log();
    const { body: shown } = await ledger.get(`/v1/visits/${id}`).expect(200);
    const { eventId: correctsEventId } = shown as { eventId: string };
    const correction = { ...visit, kind: 'reception', to: '2022-09-02', correctsEventId, reason: '类别填错' };
    await ledger.post(`/v1/visits/${id}/correction`, { ...correction, to: '2022-10-01' }).expect(422);
    await ledger.post(`/v1/visits/${id}/correction`, correction).expect(201);
    expect([await count('outings'), await count('receptions')]).toEqual(['0', '1']);
    const again = await ledger.post(`/v1/visits/${id}/correction`, correction).expect(409);
    expect(again.body).toMatchObject({ code: 'VISIT.NOTHING_TO_CORRECT', field: 'correctsEventId' });
    expect((await ledger.get('/v1/visits').expect(200)).body).toMatchObject({
      rows: [{ id, kind: 'reception', days: 2 }],
    });

    const finding = { finding: '查无此行', occurredOn: '2022-09-20' };
    await ledger.post(`/v1/visits/${id}/void`, finding).expect(403);
    await ledger.post(`/v1/visits/${id}/void`, finding, 'supervisor').expect(201);
    expect(await count('receptions')).toBe('0');
    expect((await ledger.get('/v1/visits').expect(200)).body).toMatchObject({ rows: [] });
    expect((await ledger.get(`/v1/visits/${id}`).expect(200)).body).toMatchObject({ voidedOn: '2022-09-20' });
    const late = await ledger.post(`/v1/visits/${id}/void`, finding, 'supervisor').expect(409);
    expect(late.body).toMatchObject({ code: 'VISIT.VOID' });
  });

  it('are logged, listed, counted, and show what a leader did in person for a major project', async () => {
    const inPerson = { ...visit, leader: 'account-1', inPerson: ['negotiate', 'supervise'], projects: [project] };
    const { body } = await ledger.post('/v1/visits', inPerson).expect(201);
    await ledger.post('/v1/visits', { ...visit, kind: 'enterprise', leaderDuty: '县长' }).expect(201);
    const { id } = body as { id: string };
    expect((await ledger.get(`/v1/visits/${id}`).expect(200)).body).toMatchObject({
      leader: 'account-1',
      occurredOn: '2022-09-03',
    });
    const listed = await ledger.get(`/v1/visits?project=${project}&month=2022-09`).expect(200);
    expect(listed.body).toMatchObject({ rows: [{ id, unit: { name: '霍邱县' }, days: 3 }] });
    const counted = await ledger.get('/v1/visits/counts?from=2022-09-01&to=2022-09-30&by=unit,month').expect(200);
    expect(counted.body).toMatchObject({
      rows: [{ unit: { code: 'luan-01' }, month: '2022-09', visits: 2, outings: 1, enterpriseVisits: 1, days: 6 }],
    });
    const table = await ledger
      .get('/v1/visits/in-person?from=2022-01-01&to=2022-12-31&minInvestment=100000')
      .expect(200);
    expect(table.body).toMatchObject({
      rows: [
        {
          id: project,
          investment: '120000',
          done: { negotiate: 1, coordinate: 0, supervise: 1 },
          missing: ['coordinate'],
        },
      ],
    });
    const other = `Bearer ${await ledger.token('reporter', 'luan-02')}`;
    for (const path of ['/v1/visits', '/v1/visits/counts?from=2022-01-01&to=2022-12-31&by=unit'])
      expect((await ledger.get(path, 'reporter').set('authorization', other)).body).toMatchObject({ rows: [] });
  });

  it.each([
    [{ kind: 'stroll' }, 400, 'kind'],
    [{ inPerson: ['sleep'] }, 400, 'inPerson'],
    [{ leader: '张三' }, 400, 'leader'],
    [{ projects: ['x'] }, 400, 'projects'],
    [{ leads: '00000000-0000-4000-8000-000000000000' }, 400, 'leads'],
    [{ leads: ['00000000-0000-4000-8000-000000000000'] }, 422, 'leads.0'],
    [{ projects: ['00000000-0000-4000-8000-000000000000'] }, 422, 'projects.0'],
    [{ inPerson: ['negotiate'], leader: 'account-1' }, 422, 'projects'],
    [{ to: '2022-10-01' }, 422, 'to'],
    [{ unit: 'luan-02' }, 403, undefined],
  ])('are refused with %j', async (change, status, field) => {
    const before = await ledger.logEnd();
    const answer = await ledger.post('/v1/visits', { ...visit, ...change });
    expect([answer.status, (answer.body as { field?: string }).field]).toEqual([status, field]);
    expect(await ledger.logEnd()).toBe(before);
  });

  it('are counted by what there is, over a period', async () => {
    await ledger.get('/v1/visits/counts?from=2022-01-01&to=2022-12-31&by=weather').expect(422);
    await ledger.get('/v1/visits/counts?from=2022-12-31&to=2022-01-01&by=unit').expect(422);
    await ledger.get('/v1/visits/in-person?from=2022-01-01').expect(400);
  });
});
