import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Answer {
  id: string;
  revision: string;
  position: string;
}
interface History {
  asOf: { seq: string };
  state: object | null;
  entries: { seq: string; eventId: string; voidedBy?: string }[];
}

describe('the life of a project', () => {
  let ledger: TestLedger;
  let id: string;
  const path = (more = '') => `/v1/projects/${id}${more}`;
  const history = async (query = '') => (await ledger.get(path(`/history${query}`)).expect(200)).body as History;
  const startedInPeriod = async (asOf?: string) => {
    const query = `from=2022-01-01&to=2022-09-30${asOf ? `&asOf=${asOf}` : ''}`;
    const { body } = await ledger.get(`/v1/league-tables/started-projects?${query}`).expect(200);
    return (body as { total: { value: string } }).total.value;
  };

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
  });
  afterAll(() => ledger.stop());

  it('begins with 201, a location, an ETag and the place in the log', async () => {
    const body = { name: '新材料项目', unit: 'luan-01', place: '经开区', occurredOn: '2022-01-05' };
    const response = await ledger.post('/v1/projects', body).expect(201);
    const answer = response.body as Answer;
    id = answer.id;
    expect(answer).toEqual({ id, revision: '0', position: expect.stringMatching(/^\d+$/) });
    expect(response.headers).toMatchObject({ location: path(), etag: '"0"' });
    const read = await ledger.get(path()).expect(200);
    expect(read.headers.etag).toBe('"0"');
    expect(read.body).toMatchObject({
      project: { id, name: '新材料项目', unit: { code: 'luan-01', name: '霍邱县' }, stage: 'opened' },
      asOf: { seq: '3' },
    });
  });

  it('goes from the contract over land and start to output', async () => {
    const evidence = [{ kind: 'contract', sha256: 'c'.repeat(64), number: 'HT-2022-1' }];
    const contract = {
      occurredOn: '2022-02-10',
      totalInvestment: '120000.00',
      fixedAssetInvestment: '100000',
      evidence,
    };
    const note = { approvedBy: '分管副县长' };
    await ledger.post(path('/contract'), { ...contract, ...note }, 'reporter', { 'if-match': '"0"' }).expect(201);
    await ledger.post(path('/land'), { parcel: '2022-7', mu: '66.50', occurredOn: '2022-03-01' }).expect(201);
    await ledger.post(path('/start'), { occurredOn: '2022-05-20' }).expect(201);
    await ledger.post(path('/output'), { outputPerYear: '80000', occurredOn: '2022-09-01' }).expect(201);
    expect((await ledger.get(path()).expect(200)).body).toMatchObject({
      project: {
        stage: 'output',
        signedOn: '2022-02-10',
        landOn: '2022-03-01',
        startedOn: '2022-05-20',
        outputOn: '2022-09-01',
        totalInvestment: '120000',
        revision: '4',
      },
    });
  });

  it('tells who recorded what, when, and on whose word', async () => {
    const { entries } = await history();
    expect(entries).toMatchObject([
      { revision: '0', seq: '3', title: '立项登记', occurredOn: '2022-01-05' },
      {
        revision: '1',
        seq: '4',
        type: 'ContractSigned',
        title: '签约',
        occurredOn: '2022-02-10',
        actor: 'reporter-luan-01',
        actingUnit: { code: 'luan-01', name: '霍邱县' },
        role: 'reporter',
        approvedBy: '分管副县长',
        source: { kind: 'api' },
        data: { totalInvestment: '120000', grade: 'documented', evidence: [{ number: 'HT-2022-1' }] },
      },
      { title: '拿地', data: { mu: '66.5' } },
      { title: '开工', data: { grade: 'claimed' } },
      { title: '达产' },
    ]);
  });

  it('shows the state of any business day', async () => {
    expect((await history('?on=2022-01-04')).state).toBeNull();
    expect((await history('?on=2022-02-09')).state).toMatchObject({ stage: 'opened' });
    expect((await history('?on=2022-05-19')).state).toMatchObject({ stage: 'land', landOn: '2022-03-01' });
    expect((await history('?on=2022-05-20')).state).toMatchObject({ stage: 'start' });
  });

  it('takes a finding back to what was known before it, and not further', async () => {
    const before = (await history()).asOf.seq;
    expect(await startedInPeriod()).toBe('1');
    const finding = { finding: '现场核查未见施工', occurredOn: '2022-09-20' };
    await ledger.post(path('/voids'), { milestone: 'output', ...finding }, 'supervisor').expect(201);
    await ledger.post(path('/voids'), { milestone: 'start', ...finding }, 'supervisor').expect(201);
    expect(await startedInPeriod()).toBe('0');
    expect(await startedInPeriod(before)).toBe('1');

    const now = await history();
    const [start, voiding] = [now.entries[3], now.entries[6]];
    expect(start?.voidedBy).toBe(voiding?.eventId);
    expect(now.state).toMatchObject({ stage: 'land' });
    expect((await history('?on=2022-06-01')).state).toMatchObject({ stage: 'land' });
    const then = await history(`?asOf=${before}`);
    expect(then.entries).toHaveLength(5);
    expect(then.state).toMatchObject({ stage: 'output' });
    expect((await history(`?on=2022-06-01&asOf=${before}`)).state).toMatchObject({ stage: 'start' });
  });

  it('can start again once the false start is void', async () => {
    await ledger.post(path('/start'), { occurredOn: '2022-09-25' }).expect(201);
    expect(await startedInPeriod()).toBe('1');
  });

  it('opens every number to the entries and events behind it', async () => {
    const { body } = await ledger.get(`/v1/postings?metric=started-projects&project=${id}`).expect(200);
    const { rows } = body as { rows: { quantity: string; eventId: string; day: string }[] };
    const { entries } = await history();
    expect(rows).toMatchObject([
      { quantity: '1', day: '2022-05-20', eventId: entries[3]?.eventId },
      { quantity: '-1', day: '2022-05-20', eventId: entries[6]?.eventId, reverses: { line: expect.any(Number) } },
      { quantity: '1', day: '2022-09-25', eventId: entries[7]?.eventId },
    ]);
  });

  it('ends every receipt at the event itself', async () => {
    const { entries } = await history();
    const { body } = await ledger.get(`/v1/events/${entries[1]?.eventId}`).expect(200);
    expect(body).toMatchObject({
      stream: `project-${id}`,
      revision: '1',
      type: 'ContractSigned',
      data: { totalInvestment: '120000' },
      metadata: { actor: 'reporter-luan-01', approvedBy: '分管副县长' },
    });
    await ledger.get(`/v1/events/${id}`).expect(404);
  });

  it('brings an imported row in with one append, and names the file and the row', async () => {
    const row = {
      name: '已开工项目',
      unit: 'luan-01',
      occurredOn: '2022-03-01',
      contract: { occurredOn: '2022-03-01', totalInvestment: '50000', fixedAssetInvestment: '50000' },
      start: { occurredOn: '2022-04-01' },
      source: { file: 'f'.repeat(64), row: 12 },
    };
    const { body } = await ledger.post('/v1/projects', row).expect(201);
    const { id: imported, revision } = body as Answer;
    expect(revision).toBe('2');
    const read = await ledger.get(`/v1/projects/${imported}/history`).expect(200);
    expect((read.body as { entries: object[] }).entries).toMatchObject(
      Array(3).fill({ source: { kind: 'import', file: 'f'.repeat(64), row: 12 } }),
    );
  });

  it('lists projects page by page, newest first', async () => {
    const first = (await ledger.get('/v1/projects?limit=1').expect(200)).body as {
      rows: { name: string }[];
      next: string;
    };
    expect(first.rows).toMatchObject([{ name: '已开工项目' }]);
    const second = await ledger.get(`/v1/projects?limit=1&cursor=${first.next}`).expect(200);
    expect(second.body).toMatchObject({ rows: [{ id }] });
    expect((second.body as { next?: string }).next).toBeUndefined();
    expect((await ledger.get('/v1/projects?q=已开工').expect(200)).body).toMatchObject({
      rows: [{ name: '已开工项目' }],
    });
  });

  it('logs visits, which are counted as 批次', async () => {
    const visit = { unit: 'luan-02', kind: 'outing', place: '合肥', from: '2022-06-01', to: '2022-06-03' };
    const { headers } = await ledger.post('/v1/visits', visit, 'department').expect(201);
    expect((await ledger.get(headers.location!).expect(200)).body).toMatchObject({
      ...visit,
      occurredOn: '2022-06-03',
    });
    const table = await ledger.get('/v1/league-tables/outings?from=2022-01-01&to=2022-09-30').expect(200);
    expect(table.body).toMatchObject({
      rows: [
        { rank: 1, unit: { name: '舒城县' }, value: '1' },
        { rank: 2, value: '0' },
      ],
    });
  });
});
