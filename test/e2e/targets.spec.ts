import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const MONTHLY = ['5', '11', '19', '30', '41.9', '52', '61', '70', '79', '88', '95', '100'];

describe('targets through HTTP', () => {
  let ledger: TestLedger;
  const unit = (code: string) => ({ kind: 'unit', code });
  const CITY = { kind: 'city', code: 'all' };
  const goal = (subject: object, amount: string, more = {}) => ({
    subject,
    metric: 'signed-projects',
    year: 2022,
    amount,
    schedule: { kind: 'monthly', percent: MONTHLY },
    occurredOn: '2022-01-10',
    ...more,
  });
  const lines = async (query: string) =>
    ((await ledger.get(`/v1/targets?year=2022&${query}`).expect(200)).body as { rows: object[] }).rows;

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
  });
  afterAll(() => ledger.stop());

  it('go from the city to units, from a unit to a person, and are revised with approval', async () => {
    const first = await ledger.post('/v1/targets', goal(CITY, '100'), 'department').expect(201);
    expect(first.headers.location).toBe('/v1/targets?year=2022&metric=signed-projects&subject=city%3Aall');
    const part = { parent: CITY };
    await ledger.post('/v1/targets', goal(unit('luan-01'), '60', part), 'department').expect(201);
    const beyond = await ledger.post('/v1/targets', goal(unit('luan-02'), '41', part), 'department').expect(409);
    expect(beyond.body).toMatchObject({ code: 'TARGET.BEYOND_PARENT', field: 'amount' });
    await ledger.post('/v1/targets', goal(unit('luan-02'), '40', part), 'department').expect(201);
    const person = { kind: 'person', code: 'account-7' };
    await ledger.post('/v1/targets', goal(person, '20', { parent: unit('luan-01') })).expect(201);

    const revision = { ...goal(unit('luan-01'), '50'), reason: '区划调整', occurredOn: '2022-06-01' };
    const unapproved = await ledger.post('/v1/targets/revisions', revision, 'department').expect(422);
    expect(unapproved.body).toMatchObject({ code: 'TARGET.UNAPPROVED', field: 'approvedBy' });
    const approved = { ...revision, approvedBy: 'account-1' };
    await ledger.post('/v1/targets/revisions', approved, 'department').expect(201);
    expect(await lines('subject=unit:luan-01&on=2022-05-31')).toMatchObject([
      { amount: '60', dueRate: '41.90', due: '25.14', completed: '0', gap: '-25.14' },
    ]);
    expect(await lines('subject=unit:luan-01&on=2022-06-01')).toMatchObject([
      { amount: '50', reason: '区划调整', approvedBy: 'account-1', parent: CITY },
    ]);
    expect(await lines('metric=signed-projects&on=2022-09-30')).toHaveLength(4);
  });

  it.each<[string, object, number, object]>([
    [
      'a unit that nobody registered',
      { subject: unit('nobody') },
      422,
      { code: 'UNIT.UNKNOWN', field: 'subject.code' },
    ],
    ['a code that is none', { subject: unit('霍邱') }, 422, { code: 'SUBJECT.INVALID', field: 'subject.code' }],
    ['an unknown metric', { metric: 'signed-project' }, 422, { code: 'TARGET.UNKNOWN_METRIC', field: 'metric' }],
    ['a name for a known metric', { own: { name: '签约', unit: '个' } }, 422, { code: 'TARGET.METRIC_IN_CATALOGUE' }],
    ['a schedule without its months', { schedule: { kind: 'monthly' } }, 422, { field: 'schedule.percent' }],
    [
      'months on an even schedule',
      { schedule: { kind: 'even', percent: MONTHLY } },
      422,
      { field: 'schedule.percent' },
    ],
    ['a number for an amount', { amount: 5 }, 400, { field: 'amount' }],
    ['a second setting', {}, 409, { code: 'TARGET.ALREADY_SET' }],
  ])('refuse %s, and nothing is written', async (_, changes, status, problem) => {
    const end = await ledger.logEnd();
    const body = { ...goal(unit('luan-02'), '1'), ...changes };
    const refused = await ledger.post('/v1/targets', body, 'department').expect(status);
    expect(refused.body).toMatchObject(problem);
    expect(await ledger.logEnd()).toBe(end);
  });

  it('of the city’s making are not a reporter’s to set, nor parts of another unit’s', async () => {
    const other = goal({ kind: 'person', code: 'account-8' }, '1', { parent: unit('luan-02') });
    expect((await ledger.post('/v1/targets', other).expect(403)).body).toMatchObject({ code: 'ACCESS.UNIT_FORBIDDEN' });
    const own = goal(unit('luan-01'), '1', { metric: 'outings' });
    expect((await ledger.post('/v1/targets', own).expect(403)).body).toMatchObject({ code: 'ACCESS.UNIT_FORBIDDEN' });
  });

  it('are asked for by subjects that exist as a form', async () => {
    const refused = await ledger.get('/v1/targets?year=2022&subject=luan-01').expect(422);
    expect(refused.body).toMatchObject({ code: 'SUBJECT.INVALID', field: 'subject' });
  });
});
