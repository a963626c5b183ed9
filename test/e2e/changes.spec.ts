import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const CHANGES = '/v1/league-tables/signed-projects/changes?from=2022-01-01&to=2022-09-30';

describe('which events changed a number between two as-ofs', () => {
  let ledger: TestLedger;
  let id: string;
  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    const project = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05' };
    ({ id } = (await ledger.post('/v1/projects', project).expect(201)).body as { id: string });
  });
  afterAll(() => ledger.stop());

  const seqNow = async () => ((await ledger.get('/v1/units').expect(200)).body as { asOf: { seq: string } }).asOf.seq;

  it('is told with their effect, from the table’s number then to its number now', async () => {
    const amounts = { totalInvestment: '10000', fixedAssetInvestment: '8000' };
    const contract = { ...amounts, evidence: [], occurredOn: '2022-02-01' };
    const before = await seqNow();
    await ledger.post(`/v1/projects/${id}/contract`, contract).expect(201);
    const signed = await seqNow();
    await ledger
      .post(
        `/v1/projects/${id}/voids`,
        { milestone: 'contract', finding: '不实', occurredOn: '2022-03-01' },
        'supervisor',
      )
      .expect(201);

    const { body } = await ledger.get(`${CHANGES}&asOfFrom=${before}&unit=luan-01`).expect(200);
    expect(body).toMatchObject({
      metric: { code: 'signed-projects' },
      before: { numerator: '0', asOf: { seq: before } },
      after: { numerator: '0' },
      rows: [
        { seq: signed, unit: { code: 'luan-01', name: '霍邱县' }, numerator: '1' },
        { seq: String(Number(signed) + 1), numerator: '-1' },
      ],
    });
    const { eventId } = (body as { rows: { eventId: string }[] }).rows[0]!;
    expect((await ledger.get(`/v1/events/${eventId}`).expect(200)).body).toMatchObject({ type: 'ContractSigned' });

    const first = await ledger.get(`${CHANGES}&asOfFrom=${before}&asOfTo=${signed}`).expect(200);
    expect(first.body).toMatchObject({ after: { numerator: '1', asOf: { seq: signed } }, rows: [{ numerator: '1' }] });
    const page = await ledger.get(`${CHANGES}&asOfFrom=${before}&limit=1`).expect(200);
    expect((page.body as { rows: unknown[] }).rows).toHaveLength(1);
    expect(page.body).toHaveProperty('next');
  });

  it.each([
    ['asOfFrom=9999', 422, 'AS_OF.UNKNOWN'],
    ['asOfFrom=2&asOfTo=1', 422, 'AS_OF.REVERSED'],
    ['', 400, 'REQUEST.INVALID'],
    ['asOfFrom=1&cursor=x', 422, 'CURSOR.INVALID'],
  ])('refuses %j', async (query, status, code) => {
    expect((await ledger.get(`${CHANGES}&${query}`).expect(status)).body).toMatchObject({ code });
  });
});
