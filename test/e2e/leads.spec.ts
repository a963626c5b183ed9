import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

describe('leads', () => {
  let ledger: TestLedger;
  const lead = {
    title: '电池材料扩产意向',
    unit: 'luan-01',
    enterprise: '某新材料企业',
    expectedInvestment: '50000',
    channel: 'exhibition',
    occurredOn: '2022-03-01',
  };
  const capture = async () => ((await ledger.post('/v1/leads', lead).expect(201)).body as { id: string }).id;

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
  });
  afterAll(() => ledger.stop());

  it('are captured, qualified and become a project, which names its lead', async () => {
    const id = await capture();
    await ledger.post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-05', note: '可行' }).expect(201);
    const conversion = { name: '电池材料', place: '经开区', occurredOn: '2022-04-01' };
    const { body, headers } = await ledger.post(`/v1/leads/${id}/conversion`, conversion).expect(201);
    const project = (body as { id: string }).id;
    expect(headers.location).toBe(`/v1/projects/${project}`);
    expect((await ledger.get(headers.location!).expect(200)).body).toMatchObject({
      project: { id: project, name: '电池材料', leadId: id, openedOn: '2022-04-01', unit: { code: 'luan-01' } },
    });
    expect((await ledger.get(`/v1/leads/${id}`).expect(200)).body).toMatchObject({
      status: 'converted',
      conversion: { projectId: project },
    });
  });

  it('become one project however often the conversion is sent', async () => {
    const id = await capture();
    await ledger.post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-05' }).expect(201);
    const send = () =>
      ledger.post(`/v1/leads/${id}/conversion`, { name: '再次', occurredOn: '2022-04-01' }, 'reporter', {
        'idempotency-key': 'convert-once',
      });
    const first = await send().expect(201);
    const end = await ledger.logEnd();
    expect((await send().expect(201)).body).toEqual(first.body);
    expect(await ledger.logEnd()).toBe(end);
  });

  it('are rejected with a reason, and then stay leads', async () => {
    const id = await capture();
    await ledger.post(`/v1/leads/${id}/rejection`, { reason: '产能过剩', occurredOn: '2022-03-05' }).expect(201);
    const refusal = await ledger
      .post(`/v1/leads/${id}/conversion`, { name: '不行', occurredOn: '2022-04-01' })
      .expect(409);
    expect(refusal.body).toMatchObject({ code: 'LEAD.WRONG_STATUS' });
    expect((await ledger.get(`/v1/leads/${id}`).expect(200)).body).toMatchObject({ status: 'rejected' });
  });
});
