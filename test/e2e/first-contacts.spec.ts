import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

type Body = Record<string, unknown> & { id: string; entries: { type: string }[]; asOf: { seq: string } };

const CODE = '91350100M000100Y43';

/** A claim to a first contact that was a mistake, and a credit code that was met with the wrong investor. */
describe('the first contact, put right', () => {
  let ledger: TestLedger;

  const as = async (unit: string, role: Role) => ({ authorization: `Bearer ${await ledger.token(role, unit)}` });
  const post = async (path: string, body: object, unit = 'luan-01', role: Role = 'reporter') =>
    (await ledger.post(path, body, role, await as(unit, role)).expect(201)).body as Body;
  const refused = async (path: string, body: object, unit = 'luan-01', role: Role = 'reporter') => {
    const end = await ledger.logEnd();
    const { status, body: problem } = await ledger.post(path, body, role, await as(unit, role));
    expect(await ledger.logEnd()).toBe(end);
    return [status, (problem as { code: string }).code];
  };
  const get = async (path: string) => (await ledger.get(path).expect(200)).body as Body;
  const capture = async (enterprise: string, unit = 'luan-01', creditCode?: string) => {
    const lead = { title: enterprise, unit, enterprise, creditCode, expectedInvestment: '1', channel: 'exhibition' };
    return (await post('/v1/leads', { ...lead, occurredOn: '2022-03-01' }, unit)).id;
  };
  const claim = (id: string, unit?: string) =>
    post(`/v1/leads/${id}/first-contact`, { occurredOn: '2022-03-02' }, unit);
  const mistake = { reason: '误报', occurredOn: '2022-03-04' };
  const claiming = async (id: string) => {
    const { standing, claims } = await get(`/v1/leads/${id}/first-contact`);
    return [standing, ...(claims as { leadId: string }[]).map(({ leadId }) => leadId)];
  };

  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const code of ['luan-01', 'luan-02']) await ledger.unit(code, code);
  });
  afterAll(() => ledger.stop());

  it('takes a claim back, which shows in its history; a true one is made anew', async () => {
    const [mine, theirs] = [await capture('甲公司'), await capture('甲公司', 'luan-02')];
    await claim(mine);
    await claim(theirs, 'luan-02');
    const contested = (await get('/v1/units')).asOf.seq;
    const path = `/v1/leads/${mine}/first-contact`;
    expect(await refused(`${path}/void`, mistake, 'luan-02')).toEqual([403, 'ACCESS.UNIT_FORBIDDEN']);
    expect(await refused(`${path}/void`, { ...mistake, occurredOn: '2022-03-01' })).toEqual([
      422,
      'DAY.BEFORE_PREVIOUS',
    ]);
    await post(`${path}/void`, mistake);
    expect(await refused(`${path}/void`, mistake)).toEqual([409, 'FIRST_CONTACT.NOT_CLAIMED']);
    expect(await claiming(theirs)).toEqual(['held', theirs]);
    expect(await refused(`${path}/settlement`, mistake, 'city', 'department')).toEqual([
      409,
      'FIRST_CONTACT.NOT_CLAIMED',
    ]);
    await claim(mine);
    expect(await claiming(mine)).toEqual(['contested', theirs, mine]);
    const types = async (asOf = '') => (await get(`${path}/history${asOf}`)).entries.map(({ type }) => type);
    const claimed = 'FirstContactClaimed';
    expect(await types()).toEqual([claimed, claimed, 'FirstContactClaimVoided', claimed]);
    expect(await types(`?asOf=${contested}`)).toEqual([claimed, claimed]);

    await post(`${path}/settlement`, { reason: '有纪要', occurredOn: '2022-03-05' }, 'city', 'department');
    expect(await refused(`${path}/void`, mistake)).toEqual([409, 'FIRST_CONTACT.SETTLED']);
    await post(`${path}/reopening`, { reason: '纪要有误', occurredOn: '2022-03-05' }, 'city', 'department');
    await post(`${path}/void`, mistake);
    expect(await claiming(mine)).toEqual(['held', theirs]);
  });

  it('gives a credit code to its true investor; claims made before are found where they were made', async () => {
    const wrong = await capture('乙公司', 'luan-01', CODE);
    expect(await refused(`/v1/leads/${wrong}/first-contact`, { occurredOn: '2999-01-01' })).toEqual([
      422,
      'DAY.IN_FUTURE',
    ]);
    await claim(wrong);
    const owner = await capture('丙公司', 'luan-02', CODE);
    await claim(owner, 'luan-02');
    expect(await claiming(owner)).toEqual(['contested', wrong, owner]);

    const found = await get(`/v1/investors/${CODE}`);
    expect(found).toMatchObject({ creditCode: CODE, enterprise: '乙公司' });
    await ledger
      .get(`/v1/investors/${CODE}`)
      .set(await as('luan-01', 'reporter'))
      .expect(404);
    const correction = { enterprise: '丙公司', correctsEventId: found.eventId, ...mistake };
    const path = `/v1/investors/${CODE}/correction`;
    expect(await refused(path, correction)).toEqual([403, 'ACCESS.ROLE_FORBIDDEN']);
    expect(await refused('/v1/investors/91350100M000100Y44/correction', correction, 'city', 'supervisor')).toEqual([
      400,
      'REQUEST.INVALID',
    ]);
    await post(path, correction, 'city', 'supervisor');
    expect(await refused(path, correction, 'city', 'supervisor')).toEqual([409, 'INVESTOR.NOTHING_TO_CORRECT']);
    expect(await get(`/v1/investors/${CODE}`)).toMatchObject({ enterprise: '丙公司', revision: '1' });
    const then = { enterprise: '乙公司', eventId: found.eventId, revision: '0' };
    expect(await get(`/v1/investors/${CODE}?asOf=${found.asOf.seq}`)).toMatchObject(then);
    await ledger.get(`/v1/investors/${CODE}?asOf=1`).expect(404);

    expect(await claiming(owner)).toEqual(['contested', wrong, owner]);
    await post(`/v1/leads/${owner}/first-contact/void`, mistake, 'luan-02');
    await claim(owner, 'luan-02');
    expect(await claiming(owner)).toEqual(['held', owner]);
    expect(await claiming(wrong)).toEqual(['held', wrong]);
  });

  it('takes a word on a quota back, and the one before it holds again', async () => {
    const terms = { name: '每月', metric: 'leads', who: [{ unit: 'luan-01' }] };
    const set = (perMonth: number, from: string) =>
      post('/v1/lead-quotas/monthly', { ...terms, perMonth, from }, 'city', 'administrator');
    const owed = async (asOf = '') => {
      const { rows } = await get(`/v1/lead-quotas/table?month=2022-06${asOf}`);
      return (rows as { owed: number }[]).map((row) => row.owed);
    };
    const voids = '/v1/lead-quotas/monthly/voids';
    const today = { reason: '误登', occurredOn: '2022-09-30' };
    expect(await refused(voids, today, 'city', 'administrator')).toEqual([409, 'STEP.NOT_THE_LAST']);
    await set(2, '2022-03');
    await set(20, '2022-06');
    const mistaken = (await get('/v1/units')).asOf.seq;
    expect(await owed()).toEqual([20]);
    expect(await refused(voids, today)).toEqual([403, 'ACCESS.ROLE_FORBIDDEN']);
    await post(voids, today, 'city', 'administrator');
    expect(await owed()).toEqual([2]);
    expect(await owed(`&asOf=${mistaken}`)).toEqual([20]);
    await post(voids, today, 'city', 'administrator');
    expect(await owed()).toEqual([]);
    await set(3, '2022-01');
    expect(await owed()).toEqual([3]);
    const { entries } = await get('/v1/lead-quotas/monthly/history');
    expect(entries.map(({ type }) => type.replace('LeadQuota', ''))).toEqual([
      'Set',
      'Set',
      'StepVoided',
      'StepVoided',
      'Set',
    ]);
    await ledger.get('/v1/lead-quotas/never-set/history').expect(404);
  });
});
