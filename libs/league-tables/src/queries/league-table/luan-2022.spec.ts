import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postingsProjection } from '#libs/postings';
import { projectStream } from '#libs/projects';
import { unitDirectoryProjection, unitStream } from '#libs/units';
import { visitStream } from '#libs/visits';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type LeagueTableQuestion, leagueTable } from './league-table.query.js';

/** The notice on 1–9 月 2022 of 六安: signed ≥ 1, 5 and 10 亿元 of fixed assets, started, start rate, outings. */
const NOTICE = [
  ['341522', '霍邱县', 52, 11, 4, 45, '86.5', 14],
  ['341523', '舒城县', 52, 14, 5, 39, '75.0', 24],
  ['341524', '金寨县', 47, 10, 4, 36, '76.6', 19],
  ['341502', '金安区', 46, 11, 6, 43, '93.5', 28],
  ['341525', '霍山县', 45, 13, 4, 34, '75.6', 17],
  ['341503', '裕安区', 44, 10, 3, 37, '84.1', 13],
  ['luan-kaifaqu', '市开发区', 39, 14, 6, 34, '87.2', 23],
  ['341504', '叶集区', 19, 5, 4, 17, '89.5', 23],
] as const;
const PERIOD = { from: '2022-01-01', to: '2022-09-30' };
const CLAIMED = { evidence: [], grade: 'claimed' } as const;

/** As many rows as the notice counts, each amount on the very edge of its band. */
function publishedLog(): Log {
  const log = new Log();
  for (const [code, name] of NOTICE) {
    const kind = code.startsWith('luan') ? 'development-zone' : 'district';
    log.append(unitStream(code), {
      type: 'UnitRegistered',
      data: { code, name, kind, group: 'all', occurredOn: '2021-12-01' },
    });
  }
  for (const [unit, , signed, from5, from10, started, , outings] of NOTICE) {
    for (let n = 0; n < signed; n++) {
      const stream = projectStream(`${unit}-${n}`);
      const fixedAssetInvestment = n < from10 ? '100000' : n < from5 ? '50000' : '10000';
      const day = n === 0 ? PERIOD.from : n === 1 ? PERIOD.to : '2022-05-06';
      log.append(stream, { type: 'ProjectOpened', data: { name: stream, unit, occurredOn: '2021-12-20' } });
      log.append(stream, {
        type: 'ContractSigned',
        data: { totalInvestment: '120000', fixedAssetInvestment, ...CLAIMED, occurredOn: day },
      });
      if (n < started) log.append(stream, { type: 'ConstructionStarted', data: { ...CLAIMED, occurredOn: PERIOD.to } });
    }
    for (let n = 0; n < outings; n++)
      log.append(visitStream(`${unit}-${n}`), {
        type: 'VisitLogged',
        data: { unit, kind: 'outing', place: '苏州', from: '2022-03-01', to: '2022-03-02', occurredOn: '2022-03-02' },
      });
  }
  return log;
}

describe('the published league table of 六安, January to September 2022', () => {
  const log = publishedLog();
  const lastOfNotice = log.end;
  let models: ReadModels;

  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, postingsProjection);
    await models.feed(log.events, [100]);
  });
  afterAll(() => models.drop());

  const table = (metric: string, filters: Partial<LeagueTableQuestion> = {}, asOf = log.end) =>
    leagueTable(models.sql, { metric, ...PERIOD, ...filters }, asOf);
  const printed = async (...question: Parameters<typeof table>) =>
    (await table(...question)).rows.map(({ rank, unit, value }) => [rank, unit.name, value]);

  it('counts signed projects, with the tie of 霍邱 and 舒城', async () => {
    expect(await printed('signed-projects', { minFixedAssets: '10000' })).toEqual([
      [1, '霍邱县', '52'],
      [1, '舒城县', '52'],
      [3, '金寨县', '47'],
      [4, '金安区', '46'],
      [5, '霍山县', '45'],
      [6, '裕安区', '44'],
      [7, '市开发区', '39'],
      [8, '叶集区', '19'],
    ]);
  });

  it('counts the bands from 5 and 10 亿元, their lower edge included', async () => {
    expect(await printed('signed-projects', { minFixedAssets: '50000' })).toEqual([
      [1, '舒城县', '14'],
      [1, '市开发区', '14'],
      [3, '霍山县', '13'],
      [4, '金安区', '11'],
      [4, '霍邱县', '11'],
      [6, '裕安区', '10'],
      [6, '金寨县', '10'],
      [8, '叶集区', '5'],
    ]);
    const from10 = await table('signed-projects', { minFixedAssets: '100000' });
    expect(from10.rows.map(({ rank, value }) => [rank, value])).toEqual([
      [1, '6'],
      [1, '6'],
      [3, '5'],
      [4, '4'],
      [4, '4'],
      [4, '4'],
      [4, '4'],
      [8, '3'],
    ]);
    expect(from10.total).toEqual({ value: '36' });
    expect((await table('signed-projects', { minFixedAssets: '100000.01' })).total).toEqual({ value: '0' });
  });

  it('counts started projects and outings', async () => {
    expect(await printed('started-projects')).toEqual([
      [1, '霍邱县', '45'],
      [2, '金安区', '43'],
      [3, '舒城县', '39'],
      [4, '裕安区', '37'],
      [5, '金寨县', '36'],
      [6, '霍山县', '34'],
      [6, '市开发区', '34'],
      [8, '叶集区', '17'],
    ]);
    expect(await printed('outings')).toEqual([
      [1, '金安区', '28'],
      [2, '舒城县', '24'],
      [3, '叶集区', '23'],
      [3, '市开发区', '23'],
      [5, '金寨县', '19'],
      [6, '霍山县', '17'],
      [7, '霍邱县', '14'],
      [8, '裕安区', '13'],
    ]);
  });

  it('gives the eight published rates and the totals', async () => {
    const { rows, total } = await table('start-rate', { minFixedAssets: '10000' });
    const byUnit = Object.fromEntries(rows.map(({ unit, value }) => [unit.name, value]));
    expect(byUnit).toEqual(Object.fromEntries(NOTICE.map(([, name, , , , , rate]) => [name, rate])));
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows[0]).toEqual({
      rank: 1,
      unit: { code: '341502', name: '金安区' },
      value: '93.5',
      numerator: '43',
      denominator: '46',
    });
    expect(total).toEqual({ value: '82.8', numerator: '285', denominator: '344' });
    expect((await table('signed-projects')).total).toEqual({ value: '344' });
    expect((await table('outings')).total).toEqual({ value: '161' });
  });

  it('drops a voided start and a voided contract from today, not from the notice', async () => {
    const published = await table('start-rate');
    const voided = (stream: string, type: string, milestone: 'start' | 'contract') =>
      log.append(stream, {
        type: 'FigureVoided',
        data: {
          eventId: log.events.find((event) => event.stream === stream && event.type === type)?.id,
          milestone,
          finding: '现场未开工',
          occurredOn: '2022-10-20',
        },
      });
    const first = log.events.length;
    voided(projectStream('341504-0'), 'ConstructionStarted', 'start');
    voided(projectStream('341522-0'), 'ConstructionStarted', 'start');
    voided(projectStream('341522-0'), 'ContractSigned', 'contract');
    await models.feed(log.events.slice(first));

    const now = await table('start-rate');
    expect(now.rows.find(({ unit }) => unit.code === '341504')).toMatchObject({ value: '84.2', numerator: '16' });
    expect(now.rows.find(({ unit }) => unit.code === '341522')).toMatchObject({ numerator: '44', denominator: '51' });
    expect((await table('signed-projects')).total).toEqual({ value: '343' });
    expect((await table('started-projects')).total).toEqual({ value: '283' });
    expect(await table('start-rate', {}, lastOfNotice)).toEqual(published);
    expect((await table('signed-projects', {}, lastOfNotice)).total).toEqual({ value: '344' });
  });
});
