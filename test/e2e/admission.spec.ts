import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

describe('admission before signing', () => {
  let ledger: TestLedger;
  const rules = {
    from: '2022-06-01',
    checks: [
      { code: 'eia', name: '环评可行' },
      { code: 'land-use', name: '亩均投资', measure: 'investment-per-mu', atLeast: '300' },
    ],
    criteria: [{ code: 'technology', name: '科技含量', max: 100 }],
    passScore: 60,
  };
  const review = {
    facts: { investment: '30000', landMu: '100' },
    judgements: [{ check: 'eia', passed: true }],
    scores: [{ criterion: 'technology', score: 80 }],
    occurredOn: '2022-06-10',
  };
  const project = { name: '准入项目', unit: 'luan-01', occurredOn: '2022-01-05' };
  const contract = { occurredOn: '2022-06-15', totalInvestment: '30000', fixedAssetInvestment: '20000' };
  const open = async () => ((await ledger.post('/v1/projects', project).expect(201)).body as { id: string }).id;
  const standing = async (id: string, on = '2022-06-15') =>
    ((await ledger.get(`/v1/projects/${id}/admission?on=${on}`).expect(200)).body as { standing: string }).standing;
  const refusedSigning = async (id: string) => {
    const before = await ledger.logEnd();
    const { body } = await ledger.post(`/v1/projects/${id}/contract`, contract).expect(409);
    expect(body).toMatchObject({ code: 'PROJECT.NOT_ADMITTED', field: 'occurredOn' });
    expect(await ledger.logEnd()).toBe(before);
  };

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
  });
  afterAll(() => ledger.stop());

  it('is not asked for until rules are in force, and a signing that was answered stays answered', async () => {
    const id = await open();
    const send = () =>
      ledger.post(`/v1/projects/${id}/contract`, contract, 'reporter', { 'idempotency-key': 'signed-early' });
    const first = await send().expect(201);
    expect(await standing(id)).toBe('not-required');
    await ledger.post('/v1/admission-rules', rules, 'reporter').expect(403);
    await ledger.post('/v1/admission-rules', rules, 'administrator').expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
    expect(await standing(id)).toBe('not-reviewed');
  });

  it('lets a project sign once a review has admitted it', async () => {
    const id = await open();
    await refusedSigning(id);
    await ledger.post(`/v1/projects/${id}/admission`, review, 'reporter').expect(403);
    await ledger.post(`/v1/projects/${id}/admission`, review, 'department').expect(201);
    expect(await standing(id)).toBe('admitted');
    await ledger.post(`/v1/projects/${id}/contract`, contract).expect(201);
  });

  it('keeps out what wastes land, until a named approver lets it in for a reason', async () => {
    const id = await open();
    const wasteful = { ...review, facts: { investment: '30000', landMu: '100.01' } };
    await ledger.post(`/v1/projects/${id}/admission`, wasteful, 'department').expect(201);
    await refusedSigning(id);
    const override = { approver: 'account-9', reason: '补链关键环节', occurredOn: '2022-06-12' };
    const own = { ...override, approver: 'department-luan-01' };
    const { body } = await ledger.post(`/v1/projects/${id}/admission/override`, own, 'department').expect(422);
    expect(body).toMatchObject({ code: 'ADMISSION.OWN_APPROVAL', field: 'approver' });
    await ledger
      .post(`/v1/projects/${id}/admission/override`, { ...override, reason: undefined }, 'department')
      .expect(400);
    await ledger.post(`/v1/projects/${id}/admission/override`, override, 'department').expect(201);
    await ledger.post(`/v1/projects/${id}/contract`, contract).expect(201);
    const list = await ledger.get('/v1/admissions?outcome=overridden').expect(200);
    expect(list.body).toMatchObject({ rows: [{ projectId: id, approver: 'account-9', failed: ['亩均投资'] }] });
    const other = `Bearer ${await ledger.token('reporter', 'luan-02')}`;
    expect((await ledger.get('/v1/admissions', 'reporter').set('authorization', other)).body).toMatchObject({
      rows: [],
    });
    await ledger.get(`/v1/projects/${id}/admission?on=2022-06-15`, 'reporter').set('authorization', other).expect(404);
  });

  it('is asked of a project that is opened with its contract too', async () => {
    const { body } = await ledger.post('/v1/projects', { ...project, contract }).expect(409);
    expect(body).toMatchObject({ code: 'PROJECT.NOT_ADMITTED', field: 'contract.occurredOn' });
    const earlier = { ...contract, occurredOn: '2022-05-31' };
    await ledger.post('/v1/projects', { ...project, contract: earlier }).expect(201);
  });

  it('knows no review of what is no project', async () => {
    const nothing = '/v1/projects/00000000-0000-4000-8000-000000000000';
    await ledger.post(`${nothing}/admission`, review, 'department').expect(404);
    await ledger.post(`${nothing}/contract`, contract).expect(404);
    await ledger.get(`${nothing}/admission?on=2022-06-15`).expect(404);
  });

  it.each([
    ['judgements.0.passed', { judgements: [{ check: 'eia', passed: '是' }] }],
    ['facts.landMu', { facts: { landMu: -1 } }],
    ['scores.0.score', { scores: [{ criterion: 'technology', score: 1.5 }] }],
    ['occurredOn', { occurredOn: '2022-06-31' }],
  ])('refuses a review with a bad %s', async (field, change) => {
    const id = await open();
    const answer = await ledger
      .post(`/v1/projects/${id}/admission`, { ...review, ...change }, 'department')
      .expect(400);
    expect(answer.body).toMatchObject({ field });
  });

  it('neither reviews nor lets in a project that was found never to have been, until the finding is void', async () => {
    const id = await open();
    await ledger
      .post(`/v1/projects/${id}/admission`, { ...review, judgements: [{ check: 'eia', passed: false }] }, 'department')
      .expect(201);
    const fraud = { kind: 'project', approver: 'account-1', finding: '查无此项目', occurredOn: '2022-06-11' };
    const found = await ledger.post(`/v1/projects/${id}/fraud-findings`, fraud, 'supervisor').expect(201);
    expect(found.body).toMatchObject({ id });
    const end = await ledger.logEnd();
    const override = { approver: 'account-9', reason: '补链', occurredOn: '2022-06-12' };
    for (const [path, body] of [
      ['admission', { ...review, occurredOn: '2022-06-12' }],
      ['admission/override', override],
    ] as const) {
      const answer = await ledger.post(`/v1/projects/${id}/${path}`, body, 'department').expect(409);
      expect(answer.body).toMatchObject({ code: 'PROJECT.FOUND_FAKE' });
    }
    expect(await ledger.logEnd()).toBe(end);
    const history = await ledger.get(`/v1/projects/${id}/history`).expect(200);
    const { entries } = history.body as { entries: { eventId: string; type: string }[] };
    const eventId = entries.find(({ type }) => type === 'FraudFound')?.eventId;
    const withdrawn = { eventId, finding: '查明确有此项目', occurredOn: '2022-06-12' };
    await ledger.post(`/v1/projects/${id}/voids`, withdrawn, 'supervisor').expect(201);
    await ledger.post(`/v1/projects/${id}/admission/override`, override, 'department').expect(201);
  });

  it('shows its rules and what they can measure', async () => {
    const { body } = await ledger.get('/v1/admission-rules').expect(200);
    expect(body).toMatchObject({ versions: [{ version: 1, from: '2022-06-01' }], measures: expect.any(Array) });
  });
});
