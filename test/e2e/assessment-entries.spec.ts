import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Measured, type Receipt, type Scheme } from '#libs/assessment';
import { Decimal } from '#libs/values';
import { leaf, scheme } from '../support/assessment-scheme.js';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const ON = { occurredOn: '2022-09-30' };
const UNITS = ['luan-01', 'luan-02', 'luan-03'];

const points = (code: string, changes: Partial<Measured>): Measured =>
  leaf({ code, name: code, points: '10', cap: '10', floor: '0', target: undefined, ...changes });
const each = (by: 'project' | 'month') =>
  ({ kind: 'entries', metric: 'signed-projects', each: by, combine: 'sum' }) as const;
const recognised = {
  kind: 'items',
  input: 'recognised',
  by: 'office',
  missing: 'zero',
  split: 'whole',
  combine: 'sum',
} as const;
const one = { kind: 'count-points', each: '1' } as const;

const SCHEME: Scheme = scheme({
  code: 'entries',
  subjects: { kind: 'units', units: UNITS },
  points: '50',
  indicators: [
    points('sizes', {
      source: { ...each('project'), of: { kind: 'item', value: 'investment' }, split: 'share' },
      perItem: { cap: 'none', floor: '0' },
      shape: {
        kind: 'curve',
        knots: [
          { at: '10000', score: '2' },
          { at: '50000', score: '4' },
        ],
        between: 'steps',
        below: '0',
      },
    }),
    points('months', {
      source: {
        ...each('month'),
        of: { kind: 'item', value: 'quantity' },
        split: 'whole',
        period: { from: '2022-01-01', to: '2022-06-30' },
      },
      perItem: { cap: '1', floor: '0' },
      shape: one,
    }),
    points('recognised', {
      source: { ...each('project'), where: { kind: 'listed', in: recognised }, split: 'whole' },
      shape: one,
    }),
    points('listed', { source: recognised, shape: one }),
    points('started', {
      source: { kind: 'metric', metric: 'start-rate', zeroDenominator: 'zero' },
      shape: { kind: 'proportional' },
    }),
  ],
});

describe('projects that count one by one, from the ledger', () => {
  let ledger: TestLedger;
  const ids: string[] = [];

  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const unit of UNITS) await ledger.unit(unit, unit);
    const send = (id: string, change: string, body: object) =>
      ledger.post(`/v1/projects/${id}/${change}`, body, 'department').expect(201);
    for (const [unit, totalInvestment, occurredOn] of [
      ['luan-01', '12000', '2022-02-10'],
      ['luan-01', '60000', '2022-03-10'],
      ['luan-02', '60000', '2022-03-15'],
      ['luan-03', '8000', '2022-05-01'],
    ] as const) {
      const project = { name: `项目${ids.length}`, unit, occurredOn: '2022-01-05' };
      const { id } = (await ledger.post('/v1/projects', project, 'department').expect(201)).body as { id: string };
      ids.push(id);
      await send(id, 'contract', { totalInvestment, fixedAssetInvestment: '8000', occurredOn });
    }
    const [, shared = ''] = ids;
    const shares = ['luan-01', 'luan-02'].map((unit) => ({ unit, share: '0.5' }));
    await send(shared, 'credit-shares', { shares, from: '2022-02-01', occurredOn: '2022-06-01' });
    await send(shared, 'start', { occurredOn: '2022-07-01' });
    await ledger.post('/v1/schemes', { scheme: SCHEME }, 'administrator').expect(201);
    const authorization = `Bearer ${await ledger.token('department', 'office')}`;
    const items = ids.slice(0, 2).map((id, index) => ({ id, name: `项目${index}` }));
    const certified = { inputs: [{ input: 'recognised', subject: 'luan-01', items, ...ON }] };
    await ledger.post('/v1/assessments/entries/inputs', certified, 'department', { authorization }).expect(201);
    const decision = {
      input: 'recognised',
      subject: 'luan-01',
      item: shared,
      counts: false,
      reason: '财政投资',
      ...ON,
    };
    await ledger
      .post('/v1/assessments/entries/recognitions', { decisions: [decision] }, 'department', { authorization })
      .expect(201);
  });
  afterAll(() => ledger.stop());

  it('earn points by their size and share, by the month, and by what was recognised', async () => {
    const { rows } = (await ledger.get('/v1/assessments/entries/scores').expect(200)).body as {
      rows: { unit: { code: string }; indicators: { score: string }[] }[];
    };
    const seen = Object.fromEntries(
      rows.map(({ unit, indicators }) => [unit.code, indicators.map(({ score }) => score)]),
    );
    expect(seen).toEqual({
      // 2 + 4 × 0.5; 1 in February and 0.5 in March; one of two was recognised; 0.5 ÷ 1.5 started.
      'luan-01': ['4.00', '1.50', '1.00', '1.00', '3.33'],
      // 4 × 0.5 + 4; 1.5 in March, one at most; nothing was certified; 0.5 ÷ 1.5.
      'luan-02': ['6.00', '1.00', '0.00', '0.00', '3.33'],
      'luan-03': ['0.00', '1.00', '0.00', '0.00', '0.00'],
    });
  });

  const receipt = async (indicator: string) =>
    (await ledger.get(`/v1/assessments/entries/receipts/luan-01?indicator=${indicator}`).expect(200)).body as Receipt;

  it('say in the receipt why one isn’t recognised, by which decision', async () => {
    const [listed] = (await receipt('listed')).indicators;
    expect(listed?.formula).toContain('“项目1”不计：财政投资');
    const refused = listed?.inputs.find(({ name }) => name === '项目1（不予认定）');
    expect(refused).toMatchObject({ value: '0', reason: '财政投资' });
    expect(refused?.events.map(({ type }) => type)).toEqual(['InputCertified', 'RecognitionDecided']);
  });

  it('list the entries that add up to a figure, however the credit is shared', async () => {
    const [started] = (await receipt('started')).indicators;
    const sums = started?.inputs.map(({ value, events }) => {
      const counted = events.flatMap(({ postings }) => postings.map(({ quantity, counted: part }) => part ?? quantity));
      return [value, counted.reduce((sum, each) => sum.plus(each), new Decimal(0)).toFixed(), counted.length];
    });
    expect(sums).toEqual([
      ['0.5', '0.5', 2],
      ['1.5', '1.5', 2],
    ]);
  });
});
