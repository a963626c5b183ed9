import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planStream } from '#libs/plans';
import { postingsProjection } from '#libs/postings';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection, unitStream } from '#libs/units';
import { Decimal } from '#libs/values';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { leagueTable } from '../league-table/league-table.query.js';
import { type PlannedProject, plannedProjects } from './planned-projects.query.js';
import { PLANNED_START_RATES, type PlannedStartRate, periodOf, plannedStarts } from './planned-starts.query.js';

const RATES = Object.keys(PLANNED_START_RATES) as PlannedStartRate[];
const PROOF = { evidence: [], grade: 'claimed' } as const;
const log = new Log();

const project = (id: string, type: string, occurredOn: string, more: object = {}) =>
  log.append(projectStream(id), { type, data: { ...more, occurredOn } });
const open = (id: string, unit: string) => project(id, 'ProjectOpened', '2022-01-05', { name: `名${id}`, unit });
const start = (id: string, day: string) => project(id, 'ConstructionStarted', day, PROOF);
const handOver = (id: string, day: string, fromUnit: string, toUnit: string) =>
  project(id, 'HandedOver', day, { fromUnit, toUnit, phase: 'construction' });
const plan = (id: string, unit: string, startMonth?: string, year = 2022) =>
  log.append(planStream(id), {
    type: 'AnnualPlanSet',
    data: { projectId: id, unit, year, investment: '5000', startMonth, occurredOn: '2022-01-10' },
  });

for (const code of ['d1', 'd2', 'd3', 'd4'])
  log.append(unitStream(code), {
    type: 'UnitRegistered',
    data: { code, name: `名${code}`, kind: 'district', group: 'all', occurredOn: '2021-01-01' },
  });
for (const [id, unit] of [
  ['in-time', 'd1'],
  ['late', 'd1'],
  ['never', 'd2'],
  ['handed-over', 'd1'],
  ['of-merged', 'd4'],
  ['revised', 'd2'],
  ['shared', 'd3'],
  ['fake', 'd2'],
  ['unplanned', 'd3'],
] as const)
  open(id, unit);
plan('in-time', 'd1', '2022-05');
plan('late', 'd1', '2022-03');
plan('never', 'd2', '2022-12');
plan('handed-over', 'd1', '2022-06');
plan('of-merged', 'd4', '2022-09');
plan('revised', 'd2', '2022-04');
plan('shared', 'd3', '2022-04');
plan('fake', 'd2', '2022-02');
plan('unplanned', 'd3');
plan('late', 'd1', '2023-03', 2023);
start('in-time', '2022-05-31');
start('late', '2022-07-01');
start('unplanned', '2022-05-01');
const falseStart = start('revised', '2022-04-10');
const before = log.end;
handOver('handed-over', '2022-06-30', 'd1', 'd3');
const handedOver = log.end;
log.append(unitStream('d4'), {
  type: 'UnitMerged',
  data: { into: 'd1', from: '2022-09-01', occurredOn: '2022-08-20' },
});
const merged = log.end;
plan('revised', 'd2', '2022-11');
plan('of-merged', 'd4', '2022-10');
const revised = log.end;
project('revised', 'FigureVoided', '2022-08-01', { eventId: falseStart.id, milestone: 'start', finding: '未开工' });
project('shared', 'CreditShared', '2022-04-01', {
  shares: [
    { unit: 'd3', share: '0.4' },
    { unit: 'd2', share: '0.6' },
  ],
  from: '2022-04-01',
});
start('shared', '2022-04-30');
start('of-merged', '2022-09-15');
// Known after the month, of a day in it.
handOver('in-time', '2022-05-15', 'd1', 'd2');
project('fake', 'FraudFound', '2022-09-25', { kind: 'project', eventIds: [], finding: '无此项目', approver: 'a' });

describe('planned starts', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection, postingsProjection);
    await models.feed(log.events, [7]);
  });
  afterAll(() => models.drop());

  const rates = async (on: string, asOf = log.end, more: { unit?: string; visibleUnit?: string } = {}) =>
    (await plannedStarts(models.sql, { year: 2022, on, asOf, ...more })).map(({ rows }) =>
      rows.map(({ unit, numerator, denominator }) => `${unit.code} ${numerator}/${denominator}`),
    );
  type Question = Omit<Parameters<typeof plannedProjects>[1], 'limit' | 'cursor'>;
  const projects = async (question: Question, limit: number) => {
    const rows: PlannedProject[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await plannedProjects(models.sql, { ...question, limit, cursor });
      rows.push(...page.rows);
      if (page.next === undefined) return rows;
      cursor = page.next;
    }
  };

  it('count for the unit that answers when the month is over', async () => {
    expect(await rates('2022-12-31', before)).toEqual(Array(2).fill(['d1 2/3', 'd2 1/3', 'd3 0/1', 'd4 0/1']));
    expect((await rates('2022-12-31', handedOver))[0]).toEqual(['d1 2/2', 'd2 1/3', 'd3 0/2', 'd4 0/1']);
    expect((await rates('2022-12-31', merged))[0]).toEqual(['d1 2/3', 'd2 1/3', 'd3 0/2']);
    expect((await rates('2022-12-31', revised))[0]).toEqual(['d1 2/3', 'd2 1/3', 'd3 0/2']);
    expect((await rates('2022-12-31'))[0]).toEqual(['d1 2/2', 'd2 1.6/3.6', 'd3 0.4/1.4']);
  });

  it('are due when their month is over, and started by the day asked for', async () => {
    expect(await rates('2022-05-31', before)).toEqual([
      ['d1 1/3', 'd2 1/3', 'd3 0/1', 'd4 0/1'],
      ['d1 1/2', 'd2 1/2', 'd3 0/1'],
    ]);
    expect((await rates('2022-05-30', before))[1]).toEqual(['d1 0/1', 'd2 1/2', 'd3 0/1']);
    expect((await rates('2022-11-29', revised))[1]).toContain('d2 0/1');
    expect((await rates('2022-11-30', revised))[1]).toContain('d2 1/2');
  });

  it('keep to one unit, and to what the asker may see', async () => {
    expect((await rates('2022-12-31', before, { unit: 'd2' }))[0]).toEqual(['d2 1/3']);
    expect((await rates('2022-12-31', before, { visibleUnit: 'd1' }))[0]).toEqual(['d1 2/3']);
    expect((await rates('2022-12-31', before, { unit: 'd2', visibleUnit: 'd1' }))[0]).toEqual([]);
    const asked = { metric: 'planned-start-rate', year: 2022, on: '2022-12-31', asOf: before } as const;
    const ids = (rows: PlannedProject[]) => rows.map(({ project: { id } }) => id);
    expect(ids(await projects({ ...asked, visibleUnit: 'd1' }, 9))).toEqual(['late', 'in-time', 'handed-over']);
    expect(ids(await projects({ ...asked, unit: 'd2', visibleUnit: 'd1' }, 9))).toEqual([]);
  });

  it('say of each project its month, who is credited, and since when it is started', async () => {
    const asked = { metric: 'planned-start-rate-to-date', year: 2022, on: '2022-06-30', asOf: log.end } as const;
    expect(await projects(asked, 2)).toMatchObject([
      { project: { name: '名late' }, unit: { name: '名d1' }, startMonth: '2022-03', due: true, started: false },
      { project: { id: 'shared' }, unit: { code: 'd2' }, share: '0.6', startedOn: '2022-04-30' },
      { project: { id: 'shared' }, unit: { code: 'd3' }, share: '0.4', started: true },
      { project: { id: 'in-time' }, unit: { code: 'd2' }, startedOn: '2022-05-31' },
      { project: { id: 'handed-over' }, unit: { code: 'd3' }, startMonth: '2022-06', share: '1', started: false },
    ]);
  });

  it('are the figures of the league table, and those of the projects behind them, at any time known', async () => {
    const anything = fc.record({
      asOf: fc.bigInt({ min: 0n, max: log.end }),
      on: fc.constantFrom('2022-03-31', '2022-04-29', '2022-05-31', '2022-06-30', '2022-09-30', '2022-12-31'),
      limit: fc.integer({ min: 1, max: 5 }),
    });
    const compared = async ({ asOf, on, limit }: { asOf: bigint; on: string; limit: number }) => {
      const metrics = await plannedStarts(models.sql, { year: 2022, on, asOf });
      expect(metrics.map(({ code }) => code)).toEqual(RATES);
      for (const { code, rows, total } of metrics) {
        const period = periodOf(code, { year: 2022, on });
        if (period.to === on) {
          const table = await leagueTable(models.sql, { metric: 'planned-start-rate', ...period }, asOf);
          const inTable = table.rows.map(({ unit: { code }, value, numerator }) => [code, value, numerator]);
          expect(rows.map(({ unit, value, numerator }) => [unit.code, value, numerator])).toEqual(inTable.toSorted());
          expect(total).toEqual(table.total);
        }
        const behind = await projects({ metric: code, year: 2022, on, asOf }, limit);
        const sumOf = (some: PlannedProject[]) => Decimal.sum('0', ...some.map(({ share }) => share)).toFixed();
        for (const { unit, numerator, denominator } of rows) {
          const own = behind.filter((row) => row.unit.code === unit.code);
          expect([sumOf(own.filter(({ started }) => started)), sumOf(own)]).toEqual([numerator, denominator]);
        }
        expect(sumOf(behind)).toEqual(total?.denominator ?? '0');
      }
    };
    await fc.assert(fc.asyncProperty(anything, compared), { numRuns: 60 });
  });
});
