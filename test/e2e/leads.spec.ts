import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

type Body = Record<string, unknown> & { id: string; rows: Record<string, unknown>[] };

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
  const post = async (path: string, body: object, as: Role = 'reporter', unit = 'luan-01') => {
    const authorization = `Bearer ${await ledger.token(as, unit)}`;
    return (await ledger.post(path, body, as, { authorization }).expect(201)).body as Body;
  };
  const refused = async (
    path: string,
    body: object,
    status: number,
    code: string,
    as: Role = 'reporter',
    unit = 'luan-01',
  ) => {
    const authorization = `Bearer ${await ledger.token(as, unit)}`;
    const before = await ledger.logEnd();
    const answer = await ledger.post(path, body, as, { authorization });
    expect([answer.status, (answer.body as Body).code]).toEqual([status, code]);
    expect(await ledger.logEnd()).toBe(before);
  };
  const get = async (path: string, as: Role = 'auditor', unit = 'luan-01') => {
    const answer = await ledger.get(path, as).set('authorization', `Bearer ${await ledger.token(as, unit)}`);
    expect(answer.status).toBe(200);
    return answer.body as Body;
  };
  const capture = async (more: object = {}, unit = 'luan-01') =>
    (await post('/v1/leads', { ...lead, unit, ...more }, 'reporter', unit)).id;

  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const [code, name] of [
      ['luan-01', '霍邱县'],
      ['luan-02', '金寨县'],
      ['luan-03', '舒城县'],
      ['city', '市商务局'],
    ] as const)
      await ledger.unit(code, name);
  });
  afterAll(() => ledger.stop());

  it('are captured, qualified and become a project, which names its lead and is as big', async () => {
    const id = await capture({ chain: '新能源', tiers: ['listed'] });
    await ledger.post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-05', note: '可行' }).expect(201);
    const conversion = { name: '电池材料', place: '经开区', occurredOn: '2022-04-01' };
    const { body, headers } = await ledger.post(`/v1/leads/${id}/conversion`, conversion).expect(201);
    const project = (body as { id: string }).id;
    expect(headers.location).toBe(`/v1/projects/${project}`);
    const taken = { leadId: id, chain: '新能源', plannedInvestment: '50000' };
    expect((await ledger.get(headers.location!).expect(200)).body).toMatchObject({
      project: { id: project, name: '电池材料', ...taken, openedOn: '2022-04-01', unit: { code: 'luan-01' } },
    });
    expect((await ledger.get(`/v1/leads/${id}`).expect(200)).body).toMatchObject({
      status: 'converted',
      conversion: { projectId: project },
    });
  });

  it('name the enterprise that introduced them, as their project does', async () => {
    const opened = { name: '电池基地', unit: 'luan-01', occurredOn: '2022-01-05' };
    const factory = (await post('/v1/projects', opened)).id;
    const id = await capture({ method: 'by-enterprise', introducer: { projectId: factory.toUpperCase() } });
    const named = { project: { id: factory, name: '电池基地' } };
    expect(await get(`/v1/leads?introducer=${factory}`)).toMatchObject({ rows: [{ id, introducer: named }] });
    expect(await get(`/v1/leads/${id}/history`)).toMatchObject({ state: { introducer: named } });
    await post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-05' });
    const project = (await post(`/v1/leads/${id}/conversion`, { name: '电芯', occurredOn: '2022-04-01' })).id;
    expect(await get(`/v1/projects/${project}`)).toMatchObject({ introducer: named });
    const byCode = await capture({ introducer: { creditCode: '91350100m000100y43' } });
    expect(await get('/v1/leads?introducer=91350100M000100Y43')).toMatchObject({ rows: [{ id: byCode }] });
    await post(`/v1/leads/${byCode}/revisions`, { introducer: { projectId: factory }, occurredOn: '2022-03-02' });
    expect((await get(`/v1/leads?introducer=${factory}`)).rows.map((row) => row['id'])).toEqual([byCode, id]);
  });

  it('leave it to a project opened without one to name its introducer, and to put that right', async () => {
    const opened = { unit: 'luan-01', occurredOn: '2022-01-05' };
    const factory = (await post('/v1/projects', { ...opened, name: '整车基地' })).id;
    const introducer = { projectId: factory.toUpperCase() };
    const id = (await post('/v1/projects', { ...opened, name: '座椅', introducer })).id;
    expect(await get(`/v1/projects/${id}`)).toMatchObject({
      introducer: { project: { id: factory, name: '整车基地' } },
    });
    const broughtIn = async (query: string) =>
      (await get(`/v1/projects?introducer=${query}`)).rows.map((row) => row['id']);
    expect(await broughtIn(factory.toUpperCase())).toEqual([id]);
    const { asOf } = (await get(`/v1/projects/${id}`)) as unknown as { asOf: { seq: string } };
    const put = `/v1/projects/${id}/introducer`;
    const right = { introducer: { creditCode: '91350100m000100y43' }, reason: '误填', occurredOn: '2022-03-01' };
    await refused(put, { ...right, introducer: { projectId: id.toUpperCase() } }, 422, 'PROJECT.INTRODUCED_BY_ITSELF');
    await post(put, right);
    await refused(put, right, 409, 'PROJECT.SAME_INTRODUCER');
    expect(await get(`/v1/projects/${id}`)).toMatchObject({ introducer: { creditCode: '91350100M000100Y43' } });
    expect(await get(`/v1/projects/${id}?asOf=${asOf.seq}`)).toMatchObject({
      introducer: { project: { id: factory } },
    });
    expect([await broughtIn('91350100m000100y43'), await broughtIn(factory)]).toEqual([[id], []]);
    expect(await broughtIn(`${factory}&asOf=${asOf.seq}`)).toEqual([id]);
    expect(await broughtIn(`91350100M000100Y43&asOf=${asOf.seq}`)).toEqual([]);
    const other = { authorization: `Bearer ${await ledger.token('reporter', 'luan-02')}` };
    expect((await ledger.get('/v1/projects?introducer=91350100M000100Y43', 'reporter').set(other)).body).toMatchObject({
      rows: [],
    });
    await post(put, { reason: '并无引荐', occurredOn: '2022-03-02' });
    expect(await get(`/v1/projects/${id}`)).not.toHaveProperty('introducer');
    const nowhere = { projectId: '00000000-0000-4000-8000-000000000000' };
    await refused('/v1/projects', { ...opened, name: '某', introducer: nowhere }, 422, 'PROJECT.UNKNOWN');
  });

  it.each([
    [{ projectId: '00000000-0000-4000-8000-000000000000' }, 422, 'PROJECT.UNKNOWN'],
    [{ creditCode: '91350100M000100Y44' }, 422, 'LEAD.INTRODUCER_CREDIT_CODE'],
    [{}, 422, 'LEAD.INTRODUCER_UNCLEAR'],
    [{ name: '某先生' }, 400, 'REQUEST.INVALID'],
    ['某先生', 400, 'REQUEST.INVALID'],
  ])('are not captured as introduced by %j', async (introducer, status, code) => {
    await refused('/v1/leads', { ...lead, introducer }, status, code);
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

  it('are rejected with a reason, and then stay leads until they are revived', async () => {
    const id = await capture();
    await post(`/v1/leads/${id}/rejection`, { reason: '产能过剩', occurredOn: '2022-03-05' });
    await refused(`/v1/leads/${id}/conversion`, { name: '不行', occurredOn: '2022-04-01' }, 409, 'LEAD.WRONG_STATUS');
    expect(await get(`/v1/leads/${id}`)).toMatchObject({ status: 'rejected', reason: '产能过剩' });
    await post(`/v1/leads/${id}/revival`, { reason: '产能已调整', occurredOn: '2022-03-06' });
    expect(await get(`/v1/leads/${id}`)).toMatchObject({ status: 'captured' });
  });

  it('keep a doubtful credit code, and say so each time the same request is sent', async () => {
    const send = (creditCode: string, key: string) =>
      ledger.post('/v1/leads', { ...lead, creditCode }, 'reporter', { 'idempotency-key': key }).expect(201);
    const warnings = [{ field: 'creditCode', code: 'CREDIT_CODE.CHECKSUM', message: expect.any(String) }];
    const { body } = await send('91350100M000100Y44', 'doubtful');
    expect(body).toMatchObject({ warnings });
    expect((await send('91350100M000100Y44', 'doubtful')).body).toEqual(body);
    expect(await get(`/v1/leads/${(body as Body).id}`)).toMatchObject({ creditCode: '91350100M000100Y44' });
    expect((await send('123', 'short')).body).toMatchObject({ warnings: [{ code: 'CREDIT_CODE.FORM' }] });
    expect((await send('91350100M000100Y43', 'sound')).body).not.toHaveProperty('warnings');
  });

  it('are assigned, revised, dropped and taken up again', async () => {
    const id = await capture();
    await post(`/v1/leads/${id}/assignment`, { person: 'account-7', occurredOn: '2022-03-02' });
    await post(`/v1/leads/${id}/revisions`, {
      expectedInvestment: '60000.0',
      region: '苏州',
      occurredOn: '2022-03-03',
    });
    await post(`/v1/leads/${id}/drop`, { reason: '企业改变计划', occurredOn: '2022-03-04' });
    expect(await get(`/v1/leads/${id}`)).toMatchObject({
      assignee: 'account-7',
      expectedInvestment: '60000',
      region: '苏州',
      status: 'dropped',
    });
    await post(`/v1/leads/${id}/revival`, { reason: '计划恢复', occurredOn: '2022-03-05' });
    await post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-06' });
    await refused(
      `/v1/leads/${id}/assignment`,
      { unit: 'luan-02', occurredOn: '2022-03-07' },
      403,
      'ACCESS.UNIT_FORBIDDEN',
    );
    await post(`/v1/leads/${id}/assignment`, { unit: 'luan-02', occurredOn: '2022-03-07' }, 'department');
    expect(await get(`/v1/leads/${id}`, 'reporter', 'luan-02')).toMatchObject({
      unit: 'luan-02',
      capturedUnit: 'luan-01',
    });
  });

  it('are merged, the later into the earlier only', async () => {
    const [first, second] = [await capture(), await capture({ occurredOn: '2022-03-02' })];
    const merger = { into: first, reason: '同一企业', occurredOn: '2022-03-03' };
    await refused(`/v1/leads/${first}/merger`, { ...merger, into: second }, 409, 'LEAD.MERGE_INTO_LATER');
    await refused(
      `/v1/leads/${second}/merger`,
      { ...merger, into: '00000000-0000-4000-8000-000000000000' },
      422,
      'LEAD.UNKNOWN',
    );
    await post(`/v1/leads/${second}/merger`, merger);
    expect(await get(`/v1/leads/${second}`)).toMatchObject({ status: 'merged', mergedInto: first });
    const third = await capture({ occurredOn: '2022-03-04' });
    await refused(
      `/v1/leads/${third}/merger`,
      { ...merger, into: second, occurredOn: '2022-03-05' },
      409,
      'LEAD.TARGET_MERGED',
    );
  });

  it('go to another unit with the agreed shares, and the shares go on with the project', async () => {
    const id = await capture();
    const shares = [
      { unit: 'luan-01', share: '0.5' },
      { unit: 'luan-02', share: '0.5' },
    ];
    const referral = { toUnit: 'luan-02', shares, expiresOn: '2022-03-31', occurredOn: '2022-03-02' };
    await refused(`/v1/leads/${id}/referral`, { ...referral, shares: [shares[0]] }, 422, 'SHARES.NOT_ONE');
    await refused(`/v1/leads/${id}/referral`, { ...referral, toUnit: 'nowhere' }, 422, 'UNIT.UNKNOWN');
    await ledger
      .get(`/v1/leads/${id}`, 'reporter')
      .set('authorization', `Bearer ${await ledger.token('reporter', 'luan-02')}`)
      .expect(404);
    await post(`/v1/leads/${id}/referral`, referral);
    await refused(`/v1/leads/${id}/referral/acceptance`, { occurredOn: '2022-03-03' }, 403, 'ACCESS.UNIT_FORBIDDEN');
    await refused(
      `/v1/leads/${id}/referral/acceptance`,
      { occurredOn: '2022-04-01' },
      409,
      'REFERRAL.EXPIRED',
      'reporter',
      'luan-02',
    );
    await post(`/v1/leads/${id}/referral/acceptance`, { occurredOn: '2022-03-03' }, 'reporter', 'luan-02');
    await refused(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-04' }, 403, 'ACCESS.UNIT_FORBIDDEN');
    await post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-04' }, 'reporter', 'luan-02');
    const project = await post(
      `/v1/leads/${id}/conversion`,
      { name: '飞地项目', occurredOn: '2022-03-05' },
      'reporter',
      'luan-02',
    );
    const { entries } = (await get(`/v1/projects/${project.id}/history`)) as unknown as { entries: { data: object }[] };
    expect(entries[0]?.data).toMatchObject({ unit: 'luan-02', shares });
    const contract = { occurredOn: '2022-03-06', totalInvestment: '50000', fixedAssetInvestment: '40000' };
    await post(`/v1/projects/${project.id}/contract`, contract, 'reporter', 'luan-02');
    const table = await get('/v1/league-tables/signed-projects?from=2022-03-01&to=2022-03-31');
    expect(table.rows.slice(0, 2).map(({ unit, value }) => [(unit as { code: string }).code, value])).toEqual([
      ['luan-01', '0.5'],
      ['luan-02', '0.5'],
    ]);
    const seen = await get('/v1/leads?status=converted', 'reporter');
    expect(seen.rows.map((row) => row.id)).toContain(id);
  });

  it('can be refused by the unit that was asked, or kept after all', async () => {
    const id = await capture();
    const referral = { toUnit: 'luan-03', shares: [{ unit: 'luan-03', share: '1' }], occurredOn: '2022-03-02' };
    await post(`/v1/leads/${id}/referral`, referral);
    await refused(`/v1/leads/${id}/drop`, { reason: '放弃', occurredOn: '2022-03-02' }, 409, 'LEAD.REFERRAL_PENDING');
    await post(
      `/v1/leads/${id}/referral/refusal`,
      { reason: '无承接条件', occurredOn: '2022-03-03' },
      'reporter',
      'luan-03',
    );
    await post(`/v1/leads/${id}/referral`, { ...referral, occurredOn: '2022-03-03' });
    await post(`/v1/leads/${id}/referral/withdrawal`, { reason: '自行承接', occurredOn: '2022-03-04' });
    expect(await get(`/v1/leads/${id}`)).not.toHaveProperty('referral');
  });

  it('claim the first contact, which is contested under any name of one credit code, and settled once', async () => {
    const creditCode = '91350100M000100Y43';
    const mine = await capture({ enterprise: '首谈甲公司', creditCode, firstContactOn: '2022-02-01' });
    const theirs = await capture({ enterprise: '首谈 甲（集团）', creditCode }, 'luan-02');
    const claim = { occurredOn: '2022-03-02' };
    await refused(`/v1/leads/${theirs}/first-contact`, claim, 403, 'ACCESS.UNIT_FORBIDDEN');
    await post(`/v1/leads/${mine}/first-contact`, claim);
    await refused(`/v1/leads/${mine}/first-contact`, claim, 409, 'FIRST_CONTACT.ALREADY_CLAIMED');
    expect(await get(`/v1/leads/${mine}/first-contact`)).toMatchObject({ standing: 'held' });
    await post(`/v1/leads/${theirs}/first-contact`, claim, 'reporter', 'luan-02');
    const settlement = { reason: '有会谈纪要', occurredOn: '2022-03-10' };
    await refused(`/v1/leads/${mine}/first-contact/settlement`, settlement, 403, 'ACCESS.ROLE_FORBIDDEN');
    await post(`/v1/leads/${mine}/first-contact/settlement`, settlement, 'department');
    expect(await get(`/v1/leads/${theirs}/first-contact`, 'reporter', 'luan-02')).toMatchObject({
      standing: 'settled',
      claims: [{ contactOn: '2022-02-01' }, { unit: 'luan-02' }],
      settlement: { unit: 'luan-01', leadId: mine },
    });
    const unknown = await capture({ enterprise: '首谈甲公司' }, 'luan-03');
    await refused(`/v1/leads/${unknown}/first-contact`, claim, 409, 'FIRST_CONTACT.SETTLED', 'reporter', 'luan-03');
  });

  it('are classed by rules that are data, and major ones reported up and listed', async () => {
    const classes = [
      { code: 'major', name: '重大', when: [{ minInvestment: '100000' }, { tiers: ['world-500'] }], reportTo: 'city' },
    ];
    await refused('/v1/lead-class-rules', { from: '2022-05-01', classes }, 403, 'ACCESS.ROLE_FORBIDDEN');
    await refused(
      '/v1/lead-class-rules',
      { from: '2022-05-01', classes: [...classes, ...classes] },
      422,
      'CLASS_RULES.REPEATED',
      'administrator',
    );
    expect(await post('/v1/lead-class-rules', { from: '2022-05-01', classes }, 'administrator')).toMatchObject({
      id: '1',
    });
    const before = await capture({ expectedInvestment: '100000', occurredOn: '2022-04-30' });
    const big = await capture({ expectedInvestment: '100000', occurredOn: '2022-05-01' });
    const famous = await capture({ tiers: ['world-500'], method: 'small-team', occurredOn: '2022-05-02' });
    const { rows } = await get('/v1/leads?class=major&month=2022-05', 'reporter', 'city');
    expect(rows.map(({ id, class: of, reportedTo }) => [id, of, reportedTo])).toEqual([
      [famous, 'major', ['city']],
      [big, 'major', ['city']],
    ]);
    expect(await get(`/v1/leads/${before}`)).not.toHaveProperty('class');
    expect((await get('/v1/leads?reportedTo=city&tier=world-500')).rows).toHaveLength(1);
    expect(await get('/v1/lead-class-rules')).toMatchObject({ versions: [{ version: 1, from: '2022-05-01' }] });
    await post(`/v1/leads/${famous}/qualification`, { occurredOn: '2022-05-03' });
    const talks = (await post(`/v1/leads/${famous}/conversion`, { name: '洽谈', occurredOn: '2022-05-04' })).id;
    expect((await get('/v1/projects?class=major', 'reporter', 'city')).rows).toMatchObject([{ id: talks }]);
  });

  it('count against a monthly quota of units and persons', async () => {
    const terms = {
      name: '每月一条',
      metric: 'qualified-leads',
      perMonth: 1,
      from: '2022-06',
      who: [{ unit: 'luan-01' }, { unit: 'luan-03', person: 'account-9' }],
    };
    await refused('/v1/lead-quotas/monthly', { ...terms, perMonth: 0 }, 400, 'REQUEST.INVALID', 'administrator');
    await refused('/v1/lead-quotas/Monthly!', terms, 400, 'REQUEST.INVALID', 'administrator');
    await post('/v1/lead-quotas/monthly', terms, 'administrator');
    const id = await capture({ capturedBy: 'account-9', occurredOn: '2022-06-01' }, 'luan-03');
    await post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-06-30' }, 'reporter', 'luan-03');
    const table = await get('/v1/lead-quotas/table?month=2022-06');
    expect(table.rows).toMatchObject([
      { quota: 'monthly', unit: { code: 'luan-01' }, owed: 1, given: 0, gap: 1 },
      { unit: { code: 'luan-03' }, person: 'account-9', owed: 1, given: 1, gap: 0 },
    ]);
    expect((await get('/v1/lead-quotas/table?month=2022-06', 'reporter')).rows).toHaveLength(1);
    await post('/v1/lead-quotas/monthly/end', { from: '2022-07', reason: '不搞全员招商' }, 'administrator');
    expect((await get('/v1/lead-quotas/table?month=2022-07')).rows).toEqual([]);
    await ledger.get('/v1/lead-quotas/table?month=2022-13').expect(400);
  });

  it.each([
    ['tiers', { tiers: ['famous'] }],
    ['tiers', { tiers: ['listed', 'listed'] }],
    ['method', { method: 'shouting' }],
    ['channel', { channel: 'nowhere' }],
    ['capturedBy', { capturedBy: '张三' }],
    ['firstContactOn', { firstContactOn: '2022-02-30' }],
    ['expectedInvestment', { expectedInvestment: 50000 }],
    ['enterprise', { enterprise: ' ' }],
  ])('are refused with a bad %s', async (field, change) => {
    const answer = await ledger.post('/v1/leads', { ...lead, ...change }).expect(400);
    expect(answer.body).toMatchObject({ field });
  });

  it('are described in words that the API serves', async () => {
    const { leadChannels, leadMethods, leadTiers } = (await get('/v1/vocabulary')) as unknown as Record<string, object>;
    expect(Object.keys(leadChannels!)).toHaveLength(13);
    expect(leadMethods).toMatchObject({ 'returning-merchants': '赣商返乡' });
    expect(leadTiers).toMatchObject({ 'world-500': '世界500强' });
  });
});
