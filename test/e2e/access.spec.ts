import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

describe('access', () => {
  let ledger: TestLedger;
  let own: string;
  let other: string;
  const project = (unit: string) => ({ name: '新材料项目', unit, occurredOn: '2022-01-05' });

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
    own = ((await ledger.post('/v1/projects', project('luan-01')).expect(201)).body as { id: string }).id;
    other = ((await ledger.post('/v1/projects', project('luan-02'), 'department').expect(201)).body as { id: string })
      .id;
  });
  afterAll(() => ledger.stop());

  it.each(['/v1/units', '/v1/projects', '/v1/league-tables', '/v1/postings', '/v1/assessments'])(
    'to %s asks for a token',
    async (path) => {
      const { body, headers } = await ledger.request.get(path).expect(401);
      expect(headers['www-authenticate']).toBe('Bearer');
      expect(body).toMatchObject({ code: 'ACCESS.UNAUTHENTICATED' });
      await ledger.request.get(path).set('authorization', 'Bearer a.b.c').expect(401);
    },
  );

  it('to health and the OpenAPI document is open', async () => {
    await ledger.request.get('/health').expect(200);
    await ledger.request.get('/v1/openapi.json').expect(200);
  });

  it.each<[Role, string, object]>([
    ['auditor', '/v1/projects', project('luan-01')],
    ['leader', '/v1/projects', project('luan-01')],
    ['administrator', '/v1/projects', project('luan-01')],
    [
      'reporter',
      '/v1/units',
      { code: 'luan-03', name: '金寨县', kind: 'district', group: '县区', occurredOn: '2022-01-01' },
    ],
    ['reporter', '/v1/schemes', { scheme: {} }],
  ])('lets no %s write to %s', async (role, path, body) => {
    const end = await ledger.logEnd();
    expect((await ledger.post(path, body, role).expect(403)).body).toMatchObject({ code: 'ACCESS.ROLE_FORBIDDEN' });
    expect(await ledger.logEnd()).toBe(end);
  });

  it('lets a reporter act for its own unit only', async () => {
    const contract = { occurredOn: '2022-02-10', totalInvestment: '1', fixedAssetInvestment: '1' };
    const forbidden = { code: 'ACCESS.UNIT_FORBIDDEN' };
    expect((await ledger.post('/v1/projects', project('luan-02')).expect(403)).body).toMatchObject(forbidden);
    expect((await ledger.post(`/v1/projects/${other}/contract`, contract).expect(403)).body).toMatchObject(forbidden);
    await ledger.post(`/v1/projects/${own}/contract`, contract).expect(201);
  });

  it('lets only those who inspect void a record', async () => {
    const body = { milestone: 'contract', finding: '查无合同', occurredOn: '2022-03-01' };
    await ledger.post(`/v1/projects/${own}/voids`, body, 'reporter').expect(403);
    await ledger.post(`/v1/projects/${own}/voids`, body, 'supervisor').expect(201);
  });

  it('shows reporters and leaders their own unit, auditors everything', async () => {
    for (const role of ['reporter', 'leader'] as const) {
      const { body } = await ledger.get('/v1/projects', role).expect(200);
      expect((body as { rows: { id: string }[] }).rows.map(({ id }) => id)).toEqual([own]);
      await ledger.get(`/v1/projects/${other}`, role).expect(404);
      await ledger.get(`/v1/projects/${other}/history`, role).expect(404);
      await ledger.get(`/v1/projects/${own}/history`, role).expect(200);
      const postings = await ledger.get('/v1/postings?unit=luan-02', role).expect(200);
      expect(postings.body).toMatchObject({ rows: [] });
    }
    const { body } = await ledger.get('/v1/projects').expect(200);
    expect((body as { rows: object[] }).rows).toHaveLength(2);
  });

  it('shows league tables to everyone who has a token', async () => {
    await ledger.get('/v1/league-tables/signed-projects?from=2022-01-01&to=2022-09-30', 'leader').expect(200);
  });
});
