import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
