import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Row {
  unit: { name: string };
  value: string;
  note?: string;
}

describe('units', () => {
  let ledger: TestLedger;
  const administer = (path: string, body: object) => ledger.post(path, body, 'administrator');
  const read = async (path: string) => (await ledger.get(path).expect(200)).body as Record<string, unknown>;
  const register = (code: string, name: string, kind: string, more: object = {}) =>
    administer('/v1/units', { code, name, kind, group: '县区', occurredOn: '2021-01-01', ...more }).expect(201);
  const project = (unit: string, occurredOn: string) => ({ name: '新材料项目', unit, occurredOn });

  beforeAll(async () => {
    ledger = await startTestLedger();
    await register('luan-01', '霍邱县', 'district', { divisionCode: '341522' });
    await register('luan-02', '叶集区', 'district');
    await register('luan-03', '舒城县', 'district');
    await register('city', '六安市', 'department');
    await register('team', '电子信息招商组', 'industry-group');
  });
  afterAll(() => ledger.stop());

  it('keep the name and division code of the day', async () => {
    const renaming = { name: '霍邱区', divisionCode: '341505', from: '2022-07-01', occurredOn: '2022-06-01' };
    const before = (await read('/v1/units')).asOf as { seq: string };
    const { headers } = await administer('/v1/units/luan-01/names', renaming).expect(201);
    expect(headers.location).toBe('/v1/units/luan-01');
    const nameOn = async (query: string) => ((await read(`/v1/units/luan-01?${query}`)).unit as { name: string }).name;
    expect(await nameOn('on=2022-06-30')).toBe('霍邱县');
    expect(await nameOn('on=2022-07-01')).toBe('霍邱区');
    expect(await nameOn(`on=2022-07-01&asOf=${before.seq}`)).toBe('霍邱县');
    expect(await read('/v1/units/luan-01?on=2022-07-01')).toMatchObject({
      unit: { divisionCode: '341505' },
      names: [
        { name: '霍邱县', from: '2021-01-01' },
        { name: '霍邱区', from: '2022-07-01' },
      ],
    });
  });

  it('stand under one another, never in a circle', async () => {
    const under = (parent?: string) => ({ parent, from: '2022-01-01', occurredOn: '2022-01-01' });
    await administer('/v1/units/luan-01/parent', under('city')).expect(201);
    expect(await read('/v1/units/luan-01')).toMatchObject({ unit: { parent: 'city' } });
    const { body } = await administer('/v1/units/city/parent', under('luan-01')).expect(422);
    expect(body).toMatchObject({ code: 'UNIT.HIERARCHY_CYCLE', field: 'parent' });
    expect((await administer('/v1/units/city/parent', under('nowhere')).expect(422)).body).toMatchObject({
      code: 'UNIT.UNKNOWN',
      field: 'parent',
    });
  });

  it('make up groups, with a role from a day on', async () => {
    const joining = { member: 'luan-01', role: 'lead', occurredOn: '2022-02-01' };
    await administer('/v1/groups/team/members', joining).expect(201);
    await administer('/v1/groups/team/members', { ...joining, member: 'luan-02', role: 'member' }).expect(201);
    await administer('/v1/groups/team/members/removal', { member: 'luan-02', occurredOn: '2022-05-01' }).expect(201);
    const duty = { account: 'account-7', duty: 'first-director', occurredOn: '2022-02-01' };
    await administer('/v1/units/team/posts', duty).expect(201);
    expect(await read('/v1/groups/team?on=2022-04-30')).toMatchObject({
      group: { code: 'team', name: '电子信息招商组' },
      members: [
        { unit: { code: 'luan-01', name: '霍邱县' }, role: 'lead', since: '2022-02-01' },
        { unit: { code: 'luan-02' }, role: 'member' },
      ],
      posts: [{ account: 'account-7', duty: 'first-director' }],
    });
    await administer('/v1/units/team/posts/relief', { ...duty, occurredOn: '2022-06-01' }).expect(201);
    expect(await read('/v1/groups/team?on=2022-08-01')).toMatchObject({
      members: [{ unit: { name: '霍邱区' } }],
      posts: [],
    });
    expect(await read('/v1/groups')).toMatchObject({ rows: [{ code: 'team', members: [{ role: 'lead' }] }] });
    await ledger.get('/v1/groups/luan-01').expect(404);
  });

  it('see the projects that belong to a group', async () => {
    const { body } = await ledger.post('/v1/projects', project('luan-03', '2022-03-01'), 'department').expect(201);
    const { id } = body as { id: string };
    const assignment = { group: 'team', occurredOn: '2022-03-02' };
    await ledger.post(`/v1/projects/${id}/group`, assignment, 'department').expect(201);
    expect(await read('/v1/groups/team/projects')).toMatchObject({ rows: [{ id, group: { code: 'team' } }] });
    expect(await read('/v1/groups/team/projects?stage=start')).toMatchObject({ rows: [] });
    const own = await ledger.get('/v1/groups/team/projects', 'reporter').expect(200);
    expect(own.body).toMatchObject({ rows: [] });
    await ledger.get('/v1/groups/city/projects').expect(404);
  });

  it('take nothing new once they have merged, and keep what was theirs', async () => {
    await ledger.post('/v1/projects', project('luan-02', '2022-06-30'), 'department').expect(201);
    const merger = { into: 'luan-01', from: '2022-07-01', occurredOn: '2022-06-20' };
    await administer('/v1/units/luan-02/merger', merger).expect(201);

    const refused = {
      code: 'UNIT.MERGED',
      field: 'unit',
      detail: expect.stringMatching(/2022-07-01.*霍邱区（luan-01）/),
    };
    const late = await ledger.post('/v1/projects', project('luan-02', '2022-07-01'), 'department').expect(422);
    expect(late.body).toMatchObject(refused);
    const lead = { title: '意向', enterprise: '某企业', expectedInvestment: '1', channel: 'unit' };
    const fresh = { ...lead, unit: 'luan-02', occurredOn: '2022-07-01' };
    expect((await ledger.post('/v1/leads', fresh, 'department').expect(422)).body).toMatchObject(refused);
    const visit = { unit: 'luan-02', kind: 'outing', place: '合肥', from: '2022-06-30', to: '2022-07-01' };
    expect((await ledger.post('/v1/visits', visit, 'department').expect(422)).body).toMatchObject(refused);

    await ledger.post('/v1/projects', project('luan-02', '2022-06-30'), 'department').expect(201);
    expect(await read('/v1/units/luan-02?on=2022-06-30')).not.toHaveProperty('unit.end');
    expect(await read('/v1/units/luan-02?on=2022-07-01')).toMatchObject({
      unit: {
        name: '叶集区',
        end: { kind: 'merged', from: '2022-07-01', into: [{ code: 'luan-01', name: '霍邱区' }] },
      },
    });
  });

  it('appear in tables, postings and histories under the names of the day, with a note where they went', async () => {
    const contract = (occurredOn: string) => ({ occurredOn, totalInvestment: '1', fixedAssetInvestment: '1' });
    const sign = async (unit: string, day: string) => {
      const body = { ...project(unit, '2022-02-01'), contract: contract(day) };
      return ((await ledger.post('/v1/projects', body, 'department').expect(201)).body as { id: string }).id;
    };
    await sign('luan-02', '2022-05-01');
    await sign('luan-02', '2022-07-02');
    await sign('luan-01', '2022-06-30');
    const table = async (query: string) =>
      ((await read(`/v1/league-tables/signed-projects?${query}`)).rows as Row[])
        .map(({ unit, value, note = '' }) => `${unit.name} ${value} ${note}`.trim())
        .filter((row) => row.includes('叶集') || row.includes('霍邱'));
    expect(await table('from=2022-01-01&to=2022-06-30')).toEqual(['霍邱县 1', '叶集区 1']);
    expect(await table('from=2022-01-01&to=2022-09-30')).toEqual(['霍邱区 2', '叶集区 1 2022-07-01 并入霍邱区']);
    expect(await table('from=2022-01-01&to=2022-09-30&units=successor')).toEqual(['霍邱区 3']);
    const { rows } = (await read('/v1/postings?metric=signed-projects')) as {
      rows: { day: string; unit: { name: string } }[];
    };
    expect(rows.map(({ day, unit }) => `${day} ${unit.name}`)).toEqual([
      '2022-05-01 叶集区',
      '2022-07-02 霍邱区',
      '2022-06-30 霍邱县',
    ]);
  });

  it('hand a lead on to whoever lasts when it becomes a project after the merger', async () => {
    const lead = { title: '意向', enterprise: '某企业', expectedInvestment: '1', channel: 'unit', unit: 'luan-02' };
    const { body } = await ledger.post('/v1/leads', { ...lead, occurredOn: '2022-06-01' }, 'department').expect(201);
    const { id } = body as { id: string };
    await ledger.post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-06-02' }, 'department').expect(201);
    const conversion = { name: '转化项目', occurredOn: '2022-07-02' };
    const path = `/v1/leads/${id}/conversion`;
    expect((await ledger.post(path, conversion, 'department').expect(422)).body).toMatchObject({ code: 'UNIT.MERGED' });
    await ledger.post(path, { ...conversion, unit: 'luan-01' }, 'department').expect(201);
  });

  it('split into several, which the refusal names', async () => {
    const split = { into: ['luan-01', 'city'], from: '2022-08-01', occurredOn: '2022-07-20' };
    await administer('/v1/units/luan-03/split', split).expect(201);
    const late = await ledger.post('/v1/projects', project('luan-03', '2022-08-01'), 'department').expect(422);
    expect(late.body).toMatchObject({ code: 'UNIT.SPLIT', detail: expect.stringMatching(/霍邱区.*六安市/) });
  });

  it.each([
    ['units/luan-01/names', { name: '' }, 400, 'REQUEST.INVALID', 'name'],
    [
      'units/luan-01/names',
      { name: '甲', divisionCode: '34152', from: '2022-08-01' },
      400,
      'REQUEST.INVALID',
      'divisionCode',
    ],
    ['units/luan-01/names', { name: '甲', from: '2022-02-30' }, 400, 'REQUEST.INVALID', 'from'],
    ['units/luan-01/names', { name: '甲', from: '2022-06-30' }, 422, 'DAY.BEFORE_PREVIOUS', 'from'],
    ['units/nobody/names', { name: '甲', from: '2022-06-30' }, 404, 'UNIT.UNKNOWN', undefined],
    ['units/No_Code/names', { name: '甲', from: '2022-06-30' }, 400, 'REQUEST.INVALID', 'code'],
    ['units/luan-01/assessment-group', { from: '2022-06-30' }, 400, 'REQUEST.INVALID', 'assessmentGroup'],
    ['units/luan-02/assessment-group', { assessmentGroup: '一组', from: '2022-07-01' }, 422, 'UNIT.MERGED', 'from'],
    ['units/luan-01/merger', { into: 'luan-01', from: '2022-08-01' }, 422, 'UNIT.INTO_ITSELF', 'into'],
    ['units/luan-01/merger', { into: 'luan-02', from: '2022-08-01' }, 422, 'UNIT.MERGED', 'into'],
    ['units/luan-01/merger', { into: 'nowhere', from: '2022-08-01' }, 422, 'UNIT.UNKNOWN', 'into'],
    ['units/luan-02/merger', { into: 'luan-01', from: '2022-08-01' }, 409, 'UNIT.ALREADY_ENDED', undefined],
    ['units/luan-01/split', { into: 'city', from: '2022-08-01' }, 400, 'REQUEST.INVALID', 'into'],
    ['units/luan-01/split', { into: ['city'], from: '2022-08-01' }, 422, 'UNIT.SPLIT_INTO', 'into'],
    ['units/team/posts', { account: '张三', duty: 'head' }, 400, 'REQUEST.INVALID', 'account'],
    ['units/team/posts', { account: 'account-7', duty: '组长张三' }, 400, 'REQUEST.INVALID', 'duty'],
    ['units/team/posts/relief', { account: 'account-9', duty: 'head' }, 409, 'POST.NOT_HELD', 'account'],
    ['groups/team/members', { member: 'luan-02', role: 'member' }, 422, 'UNIT.MERGED', 'member'],
    ['groups/team/members', { member: 'luan-01', role: 'boss' }, 400, 'REQUEST.INVALID', 'role'],
    ['groups/team/members', { member: 'luan-01', role: 'lead' }, 409, 'GROUP.ALREADY_MEMBER', 'member'],
    ['groups/city/members', { member: 'luan-01', role: 'lead' }, 409, 'UNIT.NOT_A_GROUP', undefined],
    ['groups/team/members/removal', { member: 'luan-02' }, 409, 'GROUP.NOT_A_MEMBER', 'member'],
  ] as const)('refuse at %s %j', async (path, body, status, code, field) => {
    const end = await ledger.logEnd();
    const answer = await administer(`/v1/${path}`, { occurredOn: '2022-09-01', ...body }).expect(status);
    expect(answer.body).toMatchObject(field ? { code, field } : { code });
    expect(await ledger.logEnd()).toBe(end);
  });

  it('are changed by administrators only', async () => {
    const merger = { into: 'luan-01', from: '2022-07-01', occurredOn: '2022-06-20' };
    for (const role of ['reporter', 'department', 'supervisor', 'auditor', 'leader'] as const)
      await ledger.post('/v1/units/city/merger', merger, role).expect(403);
  });

  it('never merged, where that was recorded by mistake: what counted for the heir counts for them again', async () => {
    await register('old', '旧区', 'district');
    await register('heir', '承接区', 'district');
    const merger = { into: 'heir', from: '2022-07-01', occurredOn: '2022-06-20' };
    await administer('/v1/units/old/merger', merger).expect(201);
    const contract = { occurredOn: '2022-07-05', totalInvestment: '1', fixedAssetInvestment: '1' };
    await ledger.post('/v1/projects', { ...project('old', '2022-02-01'), contract }, 'department').expect(201);
    const signed = async (query = '') => {
      const { rows } = await read(`/v1/league-tables/signed-projects?from=2022-07-05&to=2022-07-05${query}`);
      return (rows as Row[]).filter(({ value }) => value !== '0').map(({ unit }) => unit.name);
    };
    expect(await signed()).toEqual(['承接区']);
    const { seq } = (await read('/v1/units')).asOf as { seq: string };
    const mistake = { reason: '误登', occurredOn: '2022-08-01' };
    await ledger.post('/v1/units/old/end-voids', mistake, 'department').expect(403);
    await administer('/v1/units/old/end-voids', { ...mistake, occurredOn: '2022-06-19' }).expect(422);
    await administer('/v1/units/old/end-voids', mistake).expect(201);
    expect((await administer('/v1/units/old/end-voids', mistake).expect(409)).body).toMatchObject({
      code: 'UNIT.NOT_ENDED',
    });
    expect(await read('/v1/units/old?on=2022-09-01')).not.toHaveProperty('unit.end');
    expect(await read(`/v1/units/old?on=2022-09-01&asOf=${seq}`)).toHaveProperty('unit.end.kind', 'merged');
    expect([await signed(), await signed(`&asOf=${seq}`)]).toEqual([['旧区'], ['承接区']]);
    await ledger.post('/v1/projects', project('old', '2022-08-02'), 'department').expect(201);
    await administer('/v1/units/old/merger', { ...merger, from: '2022-09-01' }).expect(201);
    expect(await read('/v1/units/old?on=2022-09-01')).toHaveProperty('unit.end.from', '2022-09-01');
    expect(await read('/v1/units/old?on=2022-08-31')).not.toHaveProperty('unit.end');
  });
});
