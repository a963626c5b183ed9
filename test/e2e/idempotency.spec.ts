import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

describe('a command that is sent again', () => {
  let ledger: TestLedger;
  const project = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05' };

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
  });
  afterAll(() => ledger.stop());

  it('gets the same answer and changes nothing', async () => {
    const send = () => ledger.post('/v1/projects', project, 'reporter', { 'idempotency-key': 'once' });
    const first = await send().expect(201);
    const end = await ledger.logEnd();
    const again = await send().expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.location).toBe(first.headers.location);
    expect(await ledger.logEnd()).toBe(end);
  });

  it('is the same command whatever file it is said to come from', async () => {
    const send = (row: number) =>
      ledger.post('/v1/projects', { ...project, source: { file: 'e'.repeat(64), row } }, 'reporter', {
        'idempotency-key': 'from-a-file',
      });
    const first = await send(1).expect(201);
    expect((await send(2).expect(201)).body).toEqual(first.body);
  });

  it('is another one when someone else sends it under the same key', async () => {
    const headers = { 'idempotency-key': 'shared' };
    const one = await ledger.post('/v1/projects', project, 'reporter', headers).expect(201);
    const other = await ledger.post('/v1/projects', project, 'department', headers).expect(201);
    expect((one.body as { id: string }).id).not.toBe((other.body as { id: string }).id);
  });

  it('gets the same answer whatever has become since of the units and projects that it names', async () => {
    await ledger.unit('luan-02', '叶集区');
    await ledger.unit('luan-03', '金安区');
    const sent: (() => ReturnType<TestLedger['post']>)[] = [];
    const answers: object[] = [];
    const send = async (path: string, body: object, as: Role = 'reporter') => {
      const headers = { 'idempotency-key': `kept-${sent.length}` };
      const request = () => ledger.post(path, body, as, headers);
      const answer = await request().expect(201);
      sent.push(request);
      answers.push(answer.body as object);
      return (answer.body as { id: string }).id;
    };
    const at = { occurredOn: '2022-09-02' };
    const shares = [
      { unit: 'luan-01', share: '0.5' },
      { unit: 'luan-02', share: '0.5' },
    ];
    const lead = { title: '线索', enterprise: '某企业', expectedInvestment: '50000', channel: 'exhibition', ...at };
    const plan = { name: '谋划', idea: '补短板', funding: 'fiscal', plannedInvestment: '9000', unit: 'luan-02', ...at };
    const milestones = [{ code: 'start', name: '开工', plannedOn: '2022-12-31', order: 1 }];
    const request = { kind: 'eia', department: 'luan-02', days: 'working', statutoryLimit: 30, ...at };

    const id = await send('/v1/projects', { ...project, shares }, 'reporter');
    const own = await send('/v1/leads', { ...lead, unit: 'luan-01' });
    await send(`/v1/leads/${own}/first-contact`, at);
    await ledger.post(`/v1/leads/${own}/revisions`, { enterprise: '另一企业', ...at }).expect(201);
    await send(`/v1/leads/${own}/referral`, { toUnit: 'luan-02', shares, ...at });
    await send('/v1/leads', { ...lead, unit: 'luan-02' }, 'department');
    await send('/v1/reserve', plan, 'department');
    await send(
      '/v1/visits',
      { unit: 'luan-02', kind: 'outing', place: '苏州', from: '2022-09-02', to: '2022-09-02' },
      'department',
    );
    const batch = { kind: 'start', name: '集中开工', unit: 'luan-02', heldOn: '2022-09-20', ...at };
    await send('/v1/batches', batch, 'department');
    await send(`/v1/projects/${id}/credit-shares`, { shares, from: '2022-09-01', ...at });
    await send(`/v1/projects/${id}/approvals`, request);
    await send(`/v1/projects/${id}/plan`, { milestones, ...at });
    await send(`/v1/projects/${id}/negotiations`, { note: '会谈', ...at });
    await send('/v1/units/luan-01/parent', { parent: 'luan-02', from: '2022-09-02', ...at }, 'administrator');

    // The unit that sent them answers for the project no more, and the other takes nothing new.
    await ledger.post(`/v1/projects/${id}/handoffs`, { toUnit: 'luan-03', phase: 'negotiation', ...at }).expect(201);
    const merger = { into: 'luan-03', from: '2022-09-01', occurredOn: '2022-09-03' };
    await ledger.post('/v1/units/luan-02/merger', merger, 'administrator').expect(201);
    const end = await ledger.logEnd();
    for (const [index, again] of sent.entries()) expect((await again().expect(201)).body).toEqual(answers[index]);
    expect(await ledger.logEnd()).toBe(end);
    expect((await ledger.post('/v1/reserve', plan, 'department').expect(422)).body).toMatchObject({
      code: 'UNIT.MERGED',
    });
  });

  it('is executed once when twenty arrive at the same time', async () => {
    const headers = { 'idempotency-key': 'twenty' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => ledger.post('/v1/projects', project, 'reporter', headers)),
    );
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    const others = answers.filter(({ status }) => status !== 201);
    expect(others.map(({ body }) => (body as { code: string }).code)).toEqual(others.map(() => 'COMMAND.IN_FLIGHT'));
    const { id } = done[0]!.body as { id: string };
    expect((await ledger.get(`/v1/projects/${id}`).expect(200)).body).toMatchObject({ project: { revision: '0' } });
  });
});
