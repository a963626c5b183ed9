import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

describe('likely duplicates', () => {
  let ledger: TestLedger;
  const lead = {
    title: '电池材料扩产意向',
    unit: 'luan-01',
    enterprise: '宁德时代新能源科技股份有限公司',
    creditCode: '91350100M000100Y43',
    expectedInvestment: '50000',
    channel: 'exhibition',
    occurredOn: '2022-03-01',
  };
  let id: string;

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    id = ((await ledger.post('/v1/leads', lead).expect(201)).body as { id: string }).id;
    const project = { name: '安徽储能基地', unit: 'luan-01', occurredOn: '2022-01-05' };
    const contract = { occurredOn: '2022-02-10', totalInvestment: '120000', fixedAssetInvestment: '100000' };
    const land = { occurredOn: '2022-03-10', parcel: 'HQ-2022-01', mu: '100' };
    await ledger.post('/v1/projects', { ...project, contract, land }).expect(201);
  });
  afterAll(() => ledger.stop());

  const ask = async (question: Record<string, string>) => {
    const { status, body } = await ledger.get(`/v1/duplicates?${new URLSearchParams(question).toString()}`);
    return { status, ...(body as { code?: string; rows?: object[]; asOf?: object }) };
  };

  it('are suggested before anything is captured, with the reasons', async () => {
    expect(await ask({ name: '宁得时代新能源科技', creditCode: lead.creditCode })).toMatchObject({
      status: 200,
      rows: [
        { kind: 'lead', id, unit: { name: '霍邱县' }, reasons: [{ code: 'credit-code' }, { code: 'name-sound' }] },
      ],
      asOf: { seq: expect.any(String) },
    });
    expect(await ask({ parcel: 'hq-2022-01' })).toMatchObject({ rows: [{ kind: 'project', title: '安徽储能基地' }] });
    expect((await ask({ name: '毫不相干的企业' })).rows).toEqual([]);
  });

  it('merge nothing: the same enterprise is captured again when it is wanted', async () => {
    await ledger.post('/v1/leads', lead).expect(201);
    expect((await ask({ creditCode: lead.creditCode })).rows).toHaveLength(2);
  });

  it('are asked about by something', async () => {
    expect(await ask({})).toMatchObject({ status: 422, code: 'DUPLICATES.NOTHING_ASKED' });
    expect(await ask({ name: '长'.repeat(201) })).toMatchObject({ status: 400 });
    expect(await ask({ colour: 'red' })).toMatchObject({ status: 400 });
    await ledger.request.get('/v1/duplicates?name=x').expect(401);
  });
});
