import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postingsProjection } from '#libs/postings';
import { projectStream, projectSummaryProjection } from '#libs/projects';
import { unitDirectoryProjection, unitStream } from '#libs/units';
import { Decimal } from '#libs/values';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { METRICS } from '../../metrics.js';
import { leagueTable } from '../league-table/league-table.query.js';
import { type RateMember, type RateMembersQuestion, rateMembers } from './rate-members.query.js';

const RATES = METRICS.flatMap(({ code, measure }) => (measure.kind === 'rate' ? [{ code, measure }] : []));
const CLAIMED = { evidence: [], grade: 'claimed' } as const;
const YEAR = { from: '2022-01-01', to: '2022-12-31' };
const log = new Log();

const project = (id: string, type: string, occurredOn: string, more: object = {}) =>
  log.append(projectStream(id), { type, data: { ...more, occurredOn } });
const reach = (id: string, type: string, occurredOn: string, more: object = CLAIMED) =>
  project(id, type, occurredOn, more);

for (const code of ['d1', 'd2', 'd3'])
  log.append(unitStream(code), {
    type: 'UnitRegistered',
    data: { code, name: `名${code}`, kind: 'district', group: 'all', occurredOn: '2021-01-01' },
  });
for (const [id, unit, totalInvestment] of [
  ['handed-over', 'd1', '10000'],
  ['shared', 'd1', '20000'],
  ['idle', 'd2', '30000'],
  ['void', 'd2', '40000'],
] as const) {
  project(id, 'ProjectOpened', '2022-01-05', { name: `名${id}`, unit });
  project(id, 'ContractSigned', '2022-02-01', {
    totalInvestment,
    fixedAssetInvestment: totalInvestment,
    startBy: '2022-06-30',
    completeBy: '2022-11-30',
    capitalSchedule: [
      { by: '2022-03-31', amount: '3000' },
      { by: '2022-09-30', amount: '4000' },
    ],
    ...CLAIMED,
  });
}
project('handed-over', 'HandedOver', '2022-03-01', { fromUnit: 'd1', toUnit: 'd3', phase: 'construction' });
project('shared', 'CreditShared', '2022-02-01', {
  shares: [
    { unit: 'd1', share: '0.4' },
    { unit: 'd2', share: '0.6' },
  ],
  from: '2022-01-05',
});
const started = reach('handed-over', 'ConstructionStarted', '2022-05-01', {
  evidence: [{ kind: 'photo', sha256: 'a'.repeat(64) }],
  grade: 'documented',
});
reach('shared', 'ConstructionStarted', '2022-06-01');
const falseStart = reach('void', 'ConstructionStarted', '2022-05-02');
project('shared', 'CapitalArrived', '2022-04-15', { amount: '5000', currency: 'CNY', rate: '1', origin: 'domestic' });
reach('handed-over', 'ConstructionCompleted', '2022-10-01');
reach('handed-over', 'ProductionStarted', '2022-10-20');
reach('idle', 'ConstructionStarted', '2023-02-01'); // after the period
project('handed-over', 'ProjectDetailsChanged', '2022-10-21', { name: '名handed-over', chain: '新能源' }); // posts anew
const before = log.end;
project('void', 'FigureVoided', '2022-08-01', { eventId: falseStart.id, milestone: 'start', finding: '未开工' });

describe('what a rate is taken of', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, projectSummaryProjection, postingsProjection);
    await models.feed(log.events, [5]);
  });
  afterAll(() => models.drop());

  const membersOf = async (code: string, more: Partial<RateMembersQuestion> = {}, limit = 3): Promise<RateMember[]> => {
    const { measure } = RATES.find((rate) => rate.code === code)!;
    const rows: RateMember[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await rateMembers(models.sql, { measure, ...YEAR, asOf: log.end, ...more, cursor, limit });
      rows.push(...page.rows);
      if (page.next === undefined) return rows;
      ({ next: cursor } = page);
    }
  };
  const shown = (members: readonly RateMember[]) =>
    members.map(
      ({ project, unit, numerator, denominator, reached }) =>
        `${project.id} ${unit.code} ${numerator}/${denominator} ${reached?.on ?? '-'}`,
    );

  it('is each project under whoever is credited with it, and what came true of it whoever answered by then', async () => {
    expect(shown(await membersOf('start-rate')).sort()).toEqual([
      'handed-over d1 1/1 2022-05-01',
      'idle d2 0/1 -',
      'shared d1 0.4/0.4 2022-06-01',
      'shared d2 0.6/0.6 2022-06-01',
      'void d2 0/1 -',
    ]);
    expect(shown(await membersOf('start-rate', { asOf: before, unit: 'd2' })).sort()).toEqual([
      'idle d2 0/1 -',
      'shared d2 0.6/0.6 2022-06-01',
      'void d2 1/1 2022-05-02',
    ]);
    const [member] = await membersOf('start-rate', {
      minGrade: 'documented',
      visibleUnit: 'd1',
      maxInvestment: '20000',
    });
    expect(member).toMatchObject({
      project: { name: '名handed-over' },
      unit: { name: '名d1' },
      share: '1',
      counted: { on: '2022-02-01' },
      reached: { on: '2022-05-01', eventId: started.id },
    });
  });

  it('is each promise by itself, an instalment by what has been paid of it', async () => {
    const capital = await membersOf('capital-arrival-rate', { unit: 'd1' });
    expect(capital.map(({ item, numerator, denominator }) => [item, numerator, denominator])).toEqual([
      ['2022-03-31', '1200', '1200'],
      ['2022-09-30', '800', '1600'],
    ]);
    expect((await membersOf('contract-fulfilment-rate', { unit: 'd3' })).map(({ item }) => item)).toEqual([
      'start',
      'completion',
    ]);
  });

  it.each(RATES.map(({ code }) => [code]))(
    'adds up to the league table of %s, on any page size and as of then',
    async (code) => {
      for (const [asOf, limit, bounds] of [
        [log.end, 1, {}],
        [before, 2, {}],
        [log.end, 100, { minInvestment: '20000', minGrade: 'claimed' as const }],
      ] as const) {
        const { rows } = await leagueTable(models.sql, { metric: code, ...YEAR, ...bounds }, asOf);
        const sums = new Map<string, [Decimal, Decimal]>();
        for (const { unit, numerator, denominator } of await membersOf(code, { asOf, ...bounds }, limit)) {
          const [above, below] = sums.get(unit.code) ?? [new Decimal(0), new Decimal(0)];
          sums.set(unit.code, [above.plus(numerator), below.plus(denominator)]);
        }
        const added = [...sums].map(([unit, [above, below]]) => [unit, above.toFixed(), below.toFixed()]);
        expect(added.sort()).toEqual(
          rows.map(({ unit, numerator, denominator }) => [unit.code, numerator, denominator]).sort(),
        );
      }
    },
  );
});
