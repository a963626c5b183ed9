import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Steward {
  readonly id: string;
  readonly stewardship: string;
  readonly subject: { readonly name: string };
  readonly account: string;
  readonly responsibility: { readonly eventId: string };
}

describe('leaders of enterprises, parks and districts', () => {
  let ledger: TestLedger;
  const at = (occurredOn: string) => ({ occurredOn });
  const charge = { unit: 'luan-01', account: 'account-7', duty: '市委常委', purpose: 'guarantee', ...at('2022-03-01') };
  const enterprise = { kind: 'enterprise', code: '91350100M000100Y43', name: '某某光伏', ...charge };
  const district = { kind: 'district', code: 'luan-01', ...charge };

  const unit = (code: string, name: string, kind: string) =>
    ledger.post('/v1/units', { code, name, kind, group: '县区', ...at('2022-01-01') }, 'administrator').expect(201);
  const attach = async (body: object) => {
    const { body: answer } = await ledger.post('/v1/stewardships', body, 'department').expect(201);
    return (answer as { id: string }).id;
  };
  const rows = async (query = '') =>
    ((await ledger.get(`/v1/stewardships?${query}`).expect(200)).body as { rows: Steward[] }).rows;

  beforeAll(async () => {
    ledger = await startTestLedger();
    await unit('luan-01', '霍邱县', 'district');
    await unit('luan-02', '舒城县', 'district');
    await unit('zone', '开发区', 'development-zone');
  });
  afterAll(() => ledger.stop());

  it('are attached, replaced, detached, corrected and found untrue', async () => {
    const id = await attach(enterprise);
    expect(await attach({ ...enterprise, code: ' 91350100m000100y43', account: 'account-9' })).toBe(id);
    const again = await ledger.post('/v1/stewardships', enterprise, 'department').expect(409);
    expect(again.body).toMatchObject({ code: 'STEWARD.ALREADY_ATTACHED', field: 'account' });
    const change = (path: string, body: object, role: 'reporter' | 'department' | 'supervisor' = 'department') =>
      ledger.post(`/v1/stewardships/${id}/${path}`, body, role);
    const task = { matter: '用工', target: '300 人', leader: 'account-7', unit: 'luan-01', requirement: '周调度' };
    await change('responsibility', { ...task, due: '2022-06-30', ...at('2022-03-05') }).expect(201);
    expect(await rows('kind=enterprise&leader=account-7')).toMatchObject([
      {
        stewardship: id,
        subject: { kind: 'enterprise', code: '91350100M000100Y43', name: '某某光伏' },
        unit: { name: '霍邱县' },
        purpose: 'guarantee',
        responsibility: { ...task, unit: { name: '霍邱县' }, due: '2022-06-30' },
      },
    ]);
    const fixed = (await rows('leader=account-7'))[0]!.responsibility.eventId;
    const finished = { taskEventId: fixed, result: '招满', ...at('2022-04-20') };
    await change('responsibility/completion', finished).expect(201);
    const replacement = { account: 'account-7', successor: 'account-8', duty: '副市长', ...at('2022-05-01') };
    await change('replacement', replacement).expect(201);
    await change('detachment', { account: 'account-9', ...at('2022-06-01') }).expect(201);
    await change('detachment', { account: 'account-9', ...at('2022-06-01') }).expect(409);
    expect((await rows('kind=enterprise')).map(({ account }) => account)).toEqual(['account-8']);
    expect((await rows('kind=enterprise&detached=true')).map(({ account }) => account)).toEqual([
      'account-9',
      'account-7',
    ]);
    const { body: shown } = await ledger.get(`/v1/stewardships/${id}`).expect(200);
    const { attachments } = shown as { attachments: { eventId: string; account: string }[] };
    const { eventId: correctsEventId } = attachments.find(({ account }) => account === 'account-8')!;
    const correction = { ...charge, account: 'account-6', purpose: 'liaison', correctsEventId, reason: '填错' };
    await change('correction', { ...correction, ...at('2022-05-01') }).expect(201);
    expect(await rows('kind=enterprise')).toMatchObject([{ account: 'account-6', purpose: 'liaison' }]);
    const { body: history } = await ledger.get(`/v1/stewardships/${id}/history`).expect(200);
    const { entries } = history as { entries: { eventId: string; title: string }[] };
    expect(entries.map(({ title }) => title)).toEqual([
      '领导挂钩企业、园区或区县',
      '领导挂钩企业、园区或区县',
      '挂钩责任六定',
      '挂钩责任办结',
      '解除领导挂钩',
      '领导挂钩企业、园区或区县',
      '解除领导挂钩',
      '领导挂钩更正',
    ]);
    const finding = { eventId: entries.at(-1)!.eventId, finding: '误登', ...at('2022-07-01') };
    await change('voids', finding, 'reporter').expect(403);
    await change('voids', finding, 'supervisor').expect(201);
    expect(await rows('kind=enterprise')).toEqual([]);
  });

  it('are their units’ to record and to see', async () => {
    const own = { authorization: `Bearer ${await ledger.token('reporter', 'luan-01')}` };
    const other = { authorization: `Bearer ${await ledger.token('reporter', 'luan-02')}` };
    await ledger.post('/v1/stewardships', district, 'reporter', other).expect(403);
    const { body } = await ledger.post('/v1/stewardships', district, 'reporter', own).expect(201);
    const { id } = body as { id: string };
    const taken = { ...district, unit: 'luan-02', account: 'account-1' };
    await ledger.post('/v1/stewardships', taken, 'reporter', other).expect(403);
    for (const path of [id, `${id}/history`]) {
      await ledger.get(`/v1/stewardships/${path}`, 'reporter').set(own).expect(200);
      await ledger.get(`/v1/stewardships/${path}`, 'reporter').set(other).expect(404);
    }
    const seen = async (headers: Record<string, string>) =>
      ((await ledger.get('/v1/stewardships?kind=district', 'reporter').set(headers)).body as { rows: Steward[] }).rows;
    expect(await seen(own)).toMatchObject([{ subject: { name: '霍邱县' } }]);
    expect(await seen(other)).toEqual([]);
  });

  it.each([
    [{ ...enterprise, code: '91350100M000100Y44' }, 422, 'STEWARDSHIP.CREDIT_CODE', 'code'],
    [{ ...district, code: 'nowhere' }, 422, 'UNIT.UNKNOWN', 'code'],
    [{ ...district, code: 'zone' }, 422, 'UNIT.WRONG_KIND', 'code'],
    [{ ...district, kind: 'park' }, 422, 'UNIT.WRONG_KIND', 'code'],
    [{ ...district, code: 'luan-02', name: '舒城' }, 422, 'STEWARDSHIP.NAME_OF_UNIT', 'name'],
    [{ ...district, unit: 'nowhere' }, 422, 'UNIT.UNKNOWN', 'unit'],
    [{ ...district, code: 'luan-02', ...at('2099-01-01') }, 422, 'DAY.IN_FUTURE', 'occurredOn'],
  ])('are refused, and nothing is written: %j', async (body, status, code, field) => {
    const end = await ledger.logEnd();
    const { body: problem } = await ledger.post('/v1/stewardships', body, 'department').expect(status);
    expect(problem).toMatchObject({ code, field });
    expect(await ledger.logEnd()).toBe(end);
  });

  it('look after parks too', async () => {
    await attach({ kind: 'park', code: 'zone', ...charge, purpose: 'first-responsible' });
    const second = { kind: 'park', code: 'zone', ...charge, account: 'account-1', purpose: 'first-responsible' };
    const refused = await ledger.post('/v1/stewardships', second, 'department').expect(409);
    expect(refused.body).toMatchObject({ code: 'STEWARD.FIRST_RESPONSIBLE_TAKEN', field: 'purpose' });
    expect(await rows('kind=park')).toMatchObject([{ subject: { name: '开发区' } }]);
  });

  it('hand on what they have not done, which is overdue until it is', async () => {
    const id = await attach({ ...enterprise, code: '91350200M0001WCX09', account: 'account-17' });
    const change = (path: string, body: object) => ledger.post(`/v1/stewardships/${id}/${path}`, body, 'department');
    const late = async (on: string) => {
      const { body } = await ledger.get(`/v1/overdue?kind=stewardship&on=${on}`).expect(200);
      return (body as { rows: { dueOn: string; stewarded: { name: string } }[] }).rows;
    };
    const task = { matter: '用工', target: '300 人', leader: 'account-17', unit: 'luan-01', requirement: '周调度' };
    await change('responsibility', { ...task, due: '2022-06-30', ...at('2022-03-05') }).expect(201);
    const replacement = { account: 'account-17', successor: 'account-18', duty: '副市长', ...at('2022-05-01') };
    await change('replacement', replacement).expect(201);
    const [taken] = await rows('leader=account-18');
    expect(taken).toMatchObject({ responsibility: { matter: '用工', leader: 'account-18', due: '2022-06-30' } });
    await change('name', { name: '某某光电', reason: '笔误', ...at('2022-05-02') }).expect(201);
    expect(await late('2022-07-01')).toMatchObject([{ dueOn: '2022-06-30', stewarded: { name: '某某光电' } }]);
    const finished = { taskEventId: taken!.responsibility.eventId, result: '招满', ...at('2022-07-10') };
    await change('responsibility/completion', finished).expect(201);
    await change('responsibility/completion', finished).expect(409);
    expect([await late('2022-07-09'), await late('2022-07-10')]).toMatchObject([[{ dueOn: '2022-06-30' }], []]);
    await change('responsibility', { ...task, leader: 'account-18', due: '2022-08-10', ...at('2022-08-01') }).expect(
      201,
    );
    await change('detachment', { account: 'account-18', ...at('2022-08-05') }).expect(201);
    expect(await late('2022-08-20')).toMatchObject([{ dueOn: '2022-08-10', holder: { code: 'luan-01' } }]);
    const { eventId: taskEventId } = (await rows('leader=account-18&detached=true'))[0]!.responsibility;
    const takeover = { taskEventId, leader: 'account-19', ...at('2022-08-15') };
    const alone = await change('responsibility/takeover', takeover).expect(409);
    expect(alone.body).toMatchObject({ code: 'STEWARD.NOT_ATTACHED', field: 'leader' });
    await attach({ ...enterprise, code: '91350200M0001WCX09', account: 'account-19', ...at('2022-08-12') });
    await change('responsibility/takeover', takeover).expect(201);
    expect(await late('2022-08-20')).toHaveLength(1);
    const [theirs] = await rows('leader=account-19');
    expect(theirs).toMatchObject({ responsibility: { matter: '用工', leader: 'account-19', due: '2022-08-10' } });
    const did = { taskEventId: theirs!.responsibility.eventId, result: '招满', ...at('2022-08-18') };
    await change('responsibility/completion', did).expect(201);
    expect([await late('2022-08-17'), await late('2022-08-18')]).toMatchObject([[{ dueOn: '2022-08-10' }], []]);
  });
});
