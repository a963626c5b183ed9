import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Page {
  rows: { kind: string; code: string; daysOverdue: number; link: string }[];
  next?: string;
  asOf: { seq: string };
}

describe('the overdue list', () => {
  let ledger: TestLedger;
  let project: string;

  const as = async (unit: string, role: Role) => ({ authorization: `Bearer ${await ledger.token(role, unit)}` });
  const page = async (query: string, headers: Record<string, string> = {}) =>
    (await ledger.get(`/v1/overdue?${query}`).set(headers).expect(200)).body as Page;
  const lines = async (query: string, headers = {}) =>
    (await page(query, headers)).rows.map(({ kind, code, daysOverdue }) => `${kind} ${code} ${daysOverdue}`);

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
    await ledger.unit('zhujian', '住建局');
    const contract = {
      occurredOn: '2022-02-01',
      totalInvestment: '9000',
      fixedAssetInvestment: '8000',
      startBy: '2022-03-10',
    };
    const body = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05', contract };
    project = ((await ledger.post('/v1/projects', body).expect(201)).body as { id: string }).id;
    const milestones = [{ code: 'land', name: '拿地', plannedOn: '2022-03-05', order: 1 }];
    await ledger.post(`/v1/projects/${project}/plan`, { milestones, occurredOn: '2022-02-02' }).expect(201);
    const permit = {
      kind: 'construction-permit',
      department: 'zhujian',
      days: 'working',
      statutoryLimit: 5,
      occurredOn: '2022-03-01',
    };
    const requested = await ledger.post(`/v1/projects/${project}/approvals`, permit).expect(201);
    const acceptance = `/v1/approvals/${(requested.body as { id: string }).id}/acceptance`;
    await ledger
      .post(acceptance, { occurredOn: '2022-03-01' }, 'department', await as('zhujian', 'department'))
      .expect(201);
  });
  afterAll(() => ledger.stop());

  it('gathers contract, plan and approvals', async () => {
    expect(await lines('on=2022-03-11')).toEqual(['plan land 6', 'approval construction-permit 3', 'contract start 1']);
    expect(await lines('on=2022-03-11&kind=contract')).toEqual(['contract start 1']);
    expect(await lines('on=2022-03-11&holder=zhujian')).toEqual(['approval construction-permit 3']);
    expect((await page('on=2022-03-11')).rows[0]).toMatchObject({
      link: `/v1/projects/${project}`,
      project: { name: '新材料项目' },
      holder: { code: 'luan-01', name: '霍邱县' },
    });
  });

  it('lets go of what is done, and remembers', async () => {
    const { asOf } = await page('on=2022-03-20');
    await ledger.post(`/v1/projects/${project}/start`, { occurredOn: '2022-03-15' }).expect(201);
    expect(await lines('on=2022-03-20')).toEqual(['plan land 15', 'approval construction-permit 12']);
    expect(await lines('on=2022-03-12')).toContain('contract start 2');
    expect(await lines(`on=2022-03-20&asOf=${asOf.seq}`)).toContain('contract start 10');
  });

  it('comes page by page', async () => {
    const first = await page('on=2022-03-20&limit=1');
    expect(first.rows).toHaveLength(1);
    const second = await page(`on=2022-03-20&limit=1&cursor=${first.next}`);
    expect(second.rows).toMatchObject([{ kind: 'approval' }]);
    expect(second.next).toBeUndefined();
  });

  it('shows units what concerns them', async () => {
    expect(await lines('on=2022-03-20', await as('luan-01', 'leader'))).toHaveLength(2);
    expect(await lines('on=2022-03-20', await as('zhujian', 'leader'))).toEqual(['approval construction-permit 12']);
    expect(await lines('on=2022-03-20', await as('luan-02', 'reporter'))).toEqual([]);
  });

  it.each(['kind=nonsense', 'on=2022-02-30', 'unit=A', 'limit=0', 'colour=red', 'project=7'])(
    'refuses the question %s',
    async (query) => {
      expect((await ledger.get(`/v1/overdue?${query}`).expect(400)).body).toMatchObject({ field: query.split('=')[0] });
    },
  );

  it('refuses a cursor of its own making only', async () => {
    const forged = Buffer.from("2022-03-01.plan.x') --").toString('base64url');
    expect((await ledger.get(`/v1/overdue?cursor=${forged}`).expect(422)).body).toMatchObject({
      code: 'CURSOR.INVALID',
    });
  });
});
