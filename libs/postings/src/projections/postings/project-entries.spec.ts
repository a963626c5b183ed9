import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { planStream } from '#libs/plans';
import { projectStream } from '#libs/projects';
import { selectRows, tableOf } from '#libs/read-models';
import { unitStream } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { PostingRow } from './posting.entity.js';
import { postingsProjection } from './postings.projection.js';

const POSTING = tableOf(PostingRow).name;
const STREAM = projectStream('p1');
const CLAIM = { evidence: [], grade: 'claimed' } as const;
const PHOTO = { kind: 'photo', sha256: 'a'.repeat(64) };

describe('the entries of a project', () => {
  let models: ReadModels;
  let log: Log;

  beforeAll(async () => {
    models = await openReadModels(postingsProjection);
  });
  afterAll(() => models.drop());
  beforeEach(() => {
    log = new Log();
    for (const code of ['d1', 'd2', 'd3'])
      log.append(unitStream(code), {
        type: 'UnitRegistered',
        data: { code, name: code, kind: 'district', group: 'all', occurredOn: '2021-01-01' },
      });
    happens('ProjectOpened', '2022-01-01', { name: '项目', unit: 'd1' });
  });

  const happens = (type: string, occurredOn: string, data: object = {}) =>
    log.append(STREAM, { type, data: { ...data, occurredOn } });
  const sign = (terms: object = {}) =>
    happens('ContractSigned', '2022-02-01', {
      totalInvestment: '1000',
      fixedAssetInvestment: '800',
      ...CLAIM,
      ...terms,
    });
  const reach = (type: string, occurredOn: string, more: object = {}) =>
    happens(type, occurredOn, { ...CLAIM, ...more });

  const fed = async (sizes?: number[]) => {
    await models.clear();
    await models.feed(log.events, sizes);
  };

  /** The entries of one metric in the order of the ledger, in a line each. */
  const entries = async (metric: string, line = (row: PostingRow): unknown[] => [row.unit, row.day, row.quantity]) => {
    await fed([3]);
    const rows = await selectRows(models.sql, PostingRow, 'metric = $1 order by seq, line', metric);
    return rows.map((row) => line(row).join(' '));
  };

  it('count amounts of the whole contract, and what an amendment adds or takes off on its own day', async () => {
    sign();
    happens('ContractAmended', '2022-06-01', { totalInvestment: '700', fixedAssetInvestment: '800', reason: '缩减' });
    expect(
      await entries('signed-investment', ({ day, quantity, totalInvestment }) => [day, quantity, totalInvestment]),
    ).toEqual(['2022-02-01 1000 1000', '2022-02-01 -1000 1000', '2022-02-01 1000 700', '2022-06-01 -300 700']);
    expect(await entries('signed-fixed-assets')).toEqual([
      'd1 2022-02-01 800',
      'd1 2022-02-01 -800',
      'd1 2022-02-01 800',
    ]);
  });

  it('of amounts are graded by the papers that came with them, those of a monthly report by its word', async () => {
    sign({ capitalSchedule: [{ by: '2022-12-31', amount: '300' }] });
    const amended = { totalInvestment: '1200', fixedAssetInvestment: '800', reason: '增资', evidence: [PHOTO] };
    happens('ContractAmended', '2022-03-01', amended);
    const capital = { amount: '100', currency: 'CNY', rate: '1', origin: 'domestic' };
    happens('CapitalArrived', '2022-04-01', { ...capital, evidence: [] });
    happens('CapitalArrived', '2022-05-01', { ...capital, evidence: [PHOTO] });
    happens('ProgressReported', '2022-06-01', { month: '2022-05', investment: '50' });
    happens('OutputReported', '2022-12-31', { year: 2022, output: '30', tax: '2', jobs: 5, evidence: [PHOTO] });
    const line = ({ quantity, grade, evidence }: PostingRow) => [quantity, grade, JSON.stringify(evidence)];
    const documented = 'documented ["photo"]';
    expect(await entries('signed-investment', line)).toContain(`200 ${documented}`);
    expect(await entries('capital-arrived', line)).toEqual(['100 claimed []', `100 ${documented}`]);
    expect(await entries('investment-completed', line)).toEqual(['50 claimed []']);
    for (const [metric, quantity] of [
      ['output', 30],
      ['tax', 2],
      ['jobs', 5],
    ] as const)
      expect(await entries(metric, line)).toEqual([`${quantity} ${documented}`]);
  });

  it('are taken back and posted anew when a grade rises, and only those', async () => {
    sign();
    const { id: eventId } = reach('ConstructionStarted', '2022-05-01');
    happens('EvidenceSupplied', '2022-05-09', { milestone: 'start', eventId, evidence: [PHOTO] });
    happens('MilestoneVerified', '2022-06-01', { milestone: 'start', eventId, finding: '属实' });
    const lines = ({ quantity, grade, evidence, factId }: PostingRow) => [
      quantity,
      grade,
      JSON.stringify(evidence),
      factId === eventId,
    ];
    expect(await entries('started-projects', lines)).toEqual([
      '1 claimed [] true',
      '-1 claimed [] true',
      '1 documented ["photo"] true',
      '-1 documented ["photo"] true',
      '1 inspected ["photo"] true',
    ]);
    expect(await entries('signed-projects')).toEqual(['d1 2022-02-01 1']);
  });

  it('go to the unit of the day, also where a handoff is recorded after what it moves', async () => {
    sign();
    reach('ConstructionStarted', '2022-05-01');
    happens('HandedOver', '2022-04-01', { fromUnit: 'd1', toUnit: 'd2', phase: 'construction' });
    expect(await entries('signed-projects')).toEqual(['d1 2022-02-01 1']);
    expect(await entries('started-projects')).toEqual(['d1 2022-05-01 1', 'd1 2022-05-01 -1', 'd2 2022-05-01 1']);
  });

  it('are divided by the shares in force on the day, for the metrics that are shared', async () => {
    happens('CreditShared', '2022-01-02', {
      shares: [
        { unit: 'd1', share: '0.6' },
        { unit: 'd3', share: '0.4' },
      ],
      from: '2022-01-01',
      until: '2022-03-31',
      metrics: ['signed-investment', 'started-projects'],
    });
    sign();
    reach('ConstructionStarted', '2022-04-01');
    expect(await entries('signed-projects')).toEqual(['d1 2022-02-01 1']);
    expect(await entries('signed-investment')).toEqual(['d1 2022-02-01 600', 'd3 2022-02-01 400']);
    expect(await entries('started-projects')).toEqual(['d1 2022-04-01 1']);
  });

  it('follow a division agreed later, and whoever takes the project over takes over its part', async () => {
    sign();
    reach('ConstructionStarted', '2022-05-01');
    happens('CreditShared', '2022-06-01', {
      shares: [
        { unit: 'd1', share: '0.5' },
        { unit: 'd3', share: '0.5' },
      ],
      from: '2022-03-01',
    });
    happens('HandedOver', '2022-07-01', { fromUnit: 'd1', toUnit: 'd2', phase: 'construction' });
    reach('ConstructionCompleted', '2022-08-01');
    expect(await entries('signed-projects')).toEqual(['d1 2022-02-01 1']);
    expect(await entries('started-projects')).toEqual([
      'd1 2022-05-01 1',
      'd1 2022-05-01 -1',
      'd1 2022-05-01 0.5',
      'd3 2022-05-01 0.5',
    ]);
    expect(await entries('completed-projects')).toEqual(['d2 2022-08-01 0.5', 'd3 2022-08-01 0.5']);
  });

  const term = ({ item, day, quantity }: PostingRow) => [item, day, quantity];

  it('fall due as promised: an amendment moves what was not yet due, an end takes it away', async () => {
    sign({ startBy: '2022-05-31', completeBy: '2023-05-31', produceBy: '2023-06-30' });
    happens('ContractAmended', '2022-06-15', {
      totalInvestment: '1000',
      fixedAssetInvestment: '800',
      startBy: '2022-12-31',
      completeBy: '2023-12-31',
      produceBy: '2023-06-30',
      reason: '延期',
    });
    happens('ContractTerminated', '2023-08-01', { reason: '放弃', by: 'investor', evidence: [] });
    expect(await entries('terms-due', term)).toEqual([
      'start 2022-05-31 1',
      'completion 2023-05-31 1',
      'production 2023-06-30 1',
      'completion 2023-05-31 -1',
      'production 2023-06-30 -1',
      'completion 2023-12-31 1',
      'production 2023-06-30 1',
      'completion 2023-12-31 -1',
    ]);
  });

  it('fall due no more on the very day of an amendment or of the end', async () => {
    sign({ registerBy: '2022-03-31', startBy: '2022-06-15' });
    const later = { totalInvestment: '1000', fixedAssetInvestment: '800', reason: '延期' };
    happens('ContractAmended', '2022-03-31', { ...later, registerBy: '2022-12-31', startBy: '2022-06-15' });
    happens('ContractTerminated', '2022-06-15', { reason: '放弃', by: 'investor', evidence: [] });
    const rows = await entries('terms-due', term);
    const sums = Map.groupBy(rows, (row) => row.split(' ').slice(0, 2).join(' '));
    const standing = [...sums].filter(([, lines]) => lines.length % 2 === 1).map(([line]) => line);
    expect(rows[0]).toBe('registration 2022-03-31 1');
    expect(standing).toEqual([]);
  });

  it('pay instalments in the order in which they fall due, however late the arrivals are told', async () => {
    sign({
      capitalSchedule: [
        { by: '2022-03-31', amount: '100' },
        { by: '2022-06-30', amount: '200' },
      ],
    });
    const arrives = (on: string, amount: string, more = { currency: 'CNY', rate: '1', origin: 'domestic' }) =>
      happens('CapitalArrived', on, { amount, ...more, evidence: [] });
    arrives('2022-06-01', '150');
    arrives('2022-03-15', '10', { currency: 'USD', rate: '7', origin: 'foreign' });
    const standing = async (metric: string) => {
      await fed();
      return models.sql.query<object[]>(
        `select item, day::text, sum(quantity)::float as sum from ${POSTING} where metric = $1
         group by item, day having sum(quantity) <> 0 order by item, day`,
        [metric],
      );
    };
    expect(await standing('capital-due')).toEqual([
      { item: '2022-03-31', day: '2022-03-31', sum: 100 },
      { item: '2022-06-30', day: '2022-06-30', sum: 200 },
    ]);
    expect(await standing('capital-met')).toEqual([
      { item: '2022-03-31', day: '2022-03-15', sum: 70 },
      { item: '2022-03-31', day: '2022-06-01', sum: 30 },
      { item: '2022-06-30', day: '2022-06-01', sum: 120 },
    ]);
    expect(await standing('foreign-capital-arrived')).toEqual([{ item: '', day: '2022-03-15', sum: 70 }]);
  });

  it('count jobs as what a year adds to the one before', async () => {
    sign();
    reach('ProductionStarted', '2022-03-01');
    const year = (number: number, jobs: number) =>
      happens('OutputReported', `${number}-12-31`, { year: number, output: '10', tax: '0', jobs, evidence: [] });
    year(2022, 100);
    year(2024, 90);
    year(2023, 130);
    expect(await entries('jobs')).toEqual([
      'd1 2022-12-31 100',
      'd1 2024-12-31 -10',
      'd1 2024-12-31 10',
      'd1 2023-12-31 30',
      'd1 2024-12-31 -40',
    ]);
    expect(await entries('tax')).toEqual([]);
  });

  it('are landed once registered and with land, proved as far as the less proved of the two', async () => {
    sign();
    reach('LandSecured', '2022-06-01', { parcel: 'a', mu: '1', evidence: [PHOTO], grade: 'documented' });
    reach('EnterpriseRegistered', '2022-04-01', { enterprise: '企业' });
    const lines = ({ day, grade, evidence }: PostingRow) => [day, grade, JSON.stringify(evidence)];
    expect(await entries('landed-projects', lines)).toEqual(['2022-06-01 claimed ["photo"]']);
  });

  it('move with a correction, and go with what was found fake', async () => {
    sign();
    const { id } = reach('ConstructionStarted', '2022-05-01');
    const corrected = happens('StartCorrected', '2022-06-01', { ...CLAIM, correctsEventId: id, reason: '笔误' });
    expect(await entries('started-projects')).toEqual(['d1 2022-05-01 1', 'd1 2022-05-01 -1', 'd1 2022-06-01 1']);
    happens('FraudFound', '2022-09-01', { kind: 'start', eventIds: [corrected.id], finding: '假开工', approver: 'a' });
    expect((await entries('started-projects')).at(-1)).toBe('d1 2022-06-01 -1');
  });

  const plan = (year: number, startMonth: string | undefined, occurredOn: string) =>
    log.append(planStream('p1'), {
      type: 'AnnualPlanSet',
      data: { projectId: 'p1', unit: 'd1', year, investment: '10', startMonth, occurredOn },
    });
  const planned = () => entries('planned-starts', ({ unit, day, quantity, factId }) => [unit, day, quantity, factId]);

  it('fall due for the heir of whoever had merged by then, also where the merger is recorded afterwards', async () => {
    sign({ startBy: '2022-05-31', completeBy: '2022-09-30', capitalSchedule: [{ by: '2022-10-31', amount: '100' }] });
    const { id } = plan(2022, '2022-09', '2022-02-02');
    log.append(unitStream('d1'), {
      type: 'UnitMerged',
      data: { into: 'd2', from: '2022-07-01', occurredOn: '2022-06-01' },
    });
    expect(await planned()).toEqual([`d1 2022-09-30 1 ${id}`, `d1 2022-09-30 -1 ${id}`, `d2 2022-09-30 1 ${id}`]);
    expect(await entries('terms-due')).toEqual([
      'd1 2022-05-31 1',
      'd1 2022-09-30 1',
      'd1 2022-09-30 -1',
      'd2 2022-09-30 1',
    ]);
    expect(await entries('capital-due')).toEqual(['d1 2022-10-31 100', 'd1 2022-10-31 -100', 'd2 2022-10-31 100']);
    happens('ContractTerminated', '2022-08-01', { reason: '撤资' });
    expect((await entries('terms-due')).slice(-1)).toEqual(['d2 2022-09-30 -1']);
  });

  it('are planned to start once a year, on the last day of the month that the last plan names', async () => {
    sign();
    const { id: first } = plan(2022, '2022-04', '2022-02-02');
    const { id: second } = plan(2022, '2022-06', '2022-03-01');
    const { id: next } = plan(2023, '2023-02', '2022-12-01');
    plan(2022, undefined, '2022-12-02');
    expect(await planned()).toEqual([
      `d1 2022-04-30 1 ${first}`,
      `d1 2022-04-30 -1 ${first}`,
      `d1 2022-06-30 1 ${second}`,
      `d1 2023-02-28 1 ${next}`,
      `d1 2022-06-30 -1 ${second}`,
    ]);
    expect(await entries('planned-starts', ({ stream, totalInvestment }) => [stream, totalInvestment])).toContain(
      `${STREAM} 1000`,
    );
  });

  it('are planned by whoever answers on that day, and not at all for what never was a project', async () => {
    const opening = log.events.find(({ type }) => type === 'ProjectOpened')!;
    plan(2022, '2022-04', '2022-02-02');
    plan(2023, '2023-04', '2022-02-02');
    happens('HandedOver', '2022-06-01', { fromUnit: 'd1', toUnit: 'd2', phase: 'construction' });
    const fraud = { kind: 'project', eventIds: [opening.id], finding: '查无此项目', approver: 'a' };
    happens('FraudFound', '2022-09-01', fraud);
    expect(await entries('planned-starts')).toEqual([
      'd1 2022-04-30 1',
      'd1 2023-04-30 1',
      'd1 2023-04-30 -1',
      'd2 2023-04-30 1',
      'd1 2022-04-30 -1',
      'd2 2023-04-30 -1',
    ]);
  });
});
