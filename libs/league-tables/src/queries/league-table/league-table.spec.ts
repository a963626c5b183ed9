import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postingsProjection } from '#libs/postings';
import { projectStream } from '#libs/projects';
import { type UnitKind, unitDirectoryProjection, unitStream } from '#libs/units';
import { visitStream } from '#libs/visits';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type LeagueTableQuestion, leagueTable } from './league-table.query.js';

const log = new Log();
const register = (code: string, kind: UnitKind, group: string) =>
  log.append(unitStream(code), {
    type: 'UnitRegistered',
    data: { code, name: `名${code}`, kind, group, occurredOn: '2021-01-01' },
  });
const PROOF = { evidence: [], grade: 'claimed' } as const;

/** A project signed, and started, on the given days. */
function project(id: string, unit: string, signedOn: string, startedOn?: string, total = '20000', fixed = '10000') {
  const stream = projectStream(id);
  log.append(stream, { type: 'ProjectOpened', data: { name: id, unit, occurredOn: '2021-01-01' } });
  const amounts = { totalInvestment: total, fixedAssetInvestment: fixed };
  log.append(stream, { type: 'ContractSigned', data: { ...amounts, ...PROOF, occurredOn: signedOn } });
  if (startedOn) log.append(stream, { type: 'ConstructionStarted', data: { ...PROOF, occurredOn: startedOn } });
}

register('d1', 'district', 'north');
register('d2', 'district', 'south');
register('d3', 'development-zone', 'south');
register('bureau', 'department', 'offices');
register('idle-bureau', 'department', 'offices');
project('in-time', 'd1', '2022-01-01', '2022-06-30');
project('too-late', 'd1', '2022-06-30', '2022-07-01');
project('signed-before', 'd2', '2021-12-31', '2022-02-01', '500000', '400000');
project('signed-after', 'd2', '2022-07-01', '2022-07-02');
project('of-a-bureau', 'bureau', '2022-03-03');
log.append(visitStream('v1'), {
  type: 'VisitLogged',
  data: {
    unit: 'd2',
    kind: 'reception',
    place: '六安',
    from: '2022-02-02',
    to: '2022-02-02',
    occurredOn: '2022-02-02',
  },
});
const beforeLateComers = log.end;
register('d4', 'district', 'north');

describe('a league table', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, postingsProjection);
    await models.feed(log.events);
  });
  afterAll(() => models.drop());

  const HALF_YEAR = { from: '2022-01-01', to: '2022-06-30' };
  const ask = (question: Partial<LeagueTableQuestion> & { metric: string }, asOf = log.end) =>
    leagueTable(models.sql, { ...HALF_YEAR, ...question }, asOf);
  const printed = async (...question: Parameters<typeof ask>) =>
    (await ask(...question)).rows.map(({ rank, unit, value }) => `${rank} ${unit.code} ${value}`);

  it('counts the first and the last day, and lists districts and zones that have nothing', async () => {
    expect(await printed({ metric: 'signed-projects' })).toEqual([
      '1 d1 2',
      '2 bureau 1',
      '3 d2 0',
      '3 d3 0',
      '3 d4 0',
    ]);
  });

  it('counts starts in the period whenever they were signed', async () => {
    expect(await printed({ metric: 'started-projects' })).toEqual(['1 d1 1', '1 d2 1', '3 d3 0', '3 d4 0']);
  });

  it('takes the start rate of those signed in the period, and leaves out units that signed none', async () => {
    const { rows, total } = await ask({ metric: 'start-rate' });
    expect(rows).toEqual([
      { rank: 1, unit: { code: 'd1', name: '名d1' }, value: '50.0', numerator: '1', denominator: '2' },
      { rank: 2, unit: { code: 'bureau', name: '名bureau' }, value: '0.0', numerator: '0', denominator: '1' },
    ]);
    expect(total).toEqual({ value: '33.3', numerator: '1', denominator: '3' });
  });

  it('has no total rate when nothing was signed', async () => {
    expect(await ask({ metric: 'start-rate', from: '2020-01-01', to: '2020-12-31' })).toMatchObject({ rows: [] });
    expect((await ask({ metric: 'start-rate', from: '2020-01-01', to: '2020-12-31' })).total).toBeUndefined();
  });

  it('bounds a start by the size of the whole project, both bounds at once', async () => {
    const started = (bounds: Partial<LeagueTableQuestion>) => ask({ metric: 'started-projects', ...bounds });
    expect((await started({ minInvestment: '500000' })).total).toEqual({ value: '1' });
    expect((await started({ minInvestment: '500000.01' })).total).toEqual({ value: '0' });
    expect((await started({ minInvestment: '20000', minFixedAssets: '10000.01' })).total).toEqual({ value: '1' });
  });

  it('keeps to the assessment group', async () => {
    expect(await printed({ metric: 'signed-projects', group: 'north' })).toEqual(['1 d1 2', '2 d4 0']);
  });

  it('knows only the units and postings of its as-of', async () => {
    expect(await printed({ metric: 'started-projects' }, beforeLateComers)).not.toContain('3 d4 0');
    expect((await ask({ metric: 'signed-projects' }, 8n)).total).toEqual({ value: '1' });
  });

  it('does not count receptions as outings', async () => {
    expect((await ask({ metric: 'outings' })).total).toEqual({ value: '0' });
  });

  describe('over a merger', () => {
    const merging = new Log();
    const record = (stream: string, type: string, data: object) => merging.append(stream, { type, data });
    const MERGER = '2022-04-01';
    for (const code of ['old', 'heir', 'late'])
      record(unitStream(code), 'UnitRegistered', {
        ...{ code, name: `名${code}`, kind: 'district', group: 'all' },
        occurredOn: code === 'late' ? '2022-07-01' : '2021-01-01',
      });
    const signed = (id: string, occurredOn: string, startedOn?: string) => {
      record(projectStream(id), 'ProjectOpened', { name: id, unit: 'old', occurredOn: '2021-01-01' });
      const amounts = { totalInvestment: '1', fixedAssetInvestment: '1' };
      record(projectStream(id), 'ContractSigned', { ...amounts, ...PROOF, occurredOn });
      if (startedOn) record(projectStream(id), 'ConstructionStarted', { ...PROOF, occurredOn: startedOn });
    };
    record(unitStream('old'), 'UnitMerged', { into: 'heir', from: MERGER, occurredOn: '2022-03-01' });
    record(unitStream('heir'), 'UnitRenamed', { name: '新名', from: MERGER, occurredOn: '2022-03-01' });
    signed('before', '2022-03-31', '2022-04-01');
    signed('since', MERGER);

    let merged: ReadModels;
    beforeAll(async () => {
      merged = await openReadModels(unitDirectoryProjection, postingsProjection);
      await merged.feed(merging.events);
    });
    afterAll(() => merged.drop());
    const rowsOf = async (question: Partial<LeagueTableQuestion>, asOf = merging.end) => {
      const asked = { metric: 'signed-projects', ...HALF_YEAR, ...question };
      const { rows } = await leagueTable(merged.sql, asked, asOf);
      return rows.map(({ unit, value, note }) => `${unit.name} ${value} ${note ?? ''}`.trim());
    };

    it('shows each unit under its own code, and where the one has gone', async () => {
      expect(await rowsOf({})).toEqual(['新名 1', '名old 1 2022-04-01 并入新名']);
    });

    it('counts what has merged under its successor when asked to', async () => {
      expect(await rowsOf({ units: 'successor' })).toEqual(['新名 2']);
      expect(await rowsOf({ units: 'successor', metric: 'start-rate' })).toEqual(['新名 50.0']);
      expect(await rowsOf({ units: 'successor', to: '2022-03-31' })).toEqual(['名old 1', '名heir 0']);
    });

    it('lists no unit for a period in which it was not there', async () => {
      expect(await rowsOf({ from: MERGER, to: '2022-12-31' })).toEqual(['新名 1', '名late 0']);
    });

    it('names units as they were called at the end of the period, and knows no later merger', async () => {
      expect(await rowsOf({ to: '2022-03-31' })).toEqual(['名old 1', '名heir 0']);
      expect(await rowsOf({}, 3n)).toEqual(['名heir 0', '名old 0']);
    });
  });

  it.each([
    [{ metric: 'popularity' }, 'METRIC.UNKNOWN'],
    [{ metric: 'outings', minInvestment: '1' }, 'LEAGUE_TABLE.NO_AMOUNTS'],
    [{ metric: 'outings', from: '2022-07-01' }, 'PERIOD.REVERSED'],
  ])('refuses %j', async (question, code) => {
    await expect(ask(question)).rejects.toMatchObject({ code });
  });

  it('says how ranks and values have moved since an earlier period', async () => {
    const comparedWith = { from: '2021-12-01', to: '2021-12-31' };
    const { rows, comparedWith: shown } = await ask({ metric: 'signed-projects', comparedWith });
    expect(shown).toEqual(comparedWith);
    expect(
      rows.map(({ unit, rank, before, change }) => [unit.code, rank, before?.rank, before?.value, change]),
    ).toEqual([
      ['d1', 1, 2, '0', 1],
      ['bureau', 2, undefined, undefined, undefined],
      ['d2', 3, 1, '1', -2],
      ['d3', 3, 2, '0', -1],
      ['d4', 3, 2, '0', -1],
    ]);
    await expect(
      ask({ metric: 'outings', comparedWith: { from: '2021-02-01', to: '2021-01-01' } }),
    ).rejects.toMatchObject({
      code: 'PERIOD.REVERSED',
    });
  });

  it('compares whole groups, and keeps those that have nothing', async () => {
    expect(await printed({ metric: 'signed-projects', of: 'group' })).toEqual([
      '1 north 2',
      '2 offices 1',
      '3 south 0',
    ]);
  });

  it('takes bands from a size on and below another', async () => {
    const year = { from: '2021-01-01', to: '2022-12-31', metric: 'signed-projects', group: 'south' };
    expect(await printed({ ...year, maxInvestment: '500000' })).toEqual(['1 d2 1', '2 d3 0']);
    expect(await printed({ ...year, minFixedAssets: '400000', maxFixedAssets: '400001' })).toEqual([
      '1 d2 1',
      '2 d3 0',
    ]);
    expect(await printed({ ...year, maxFixedAssets: '10000' })).toEqual(['1 d2 0', '1 d3 0']);
  });

  it('is for its entrants alone where it has some', async () => {
    expect(await printed({ metric: 'signed-projects', entrants: ['idle-bureau', 'd2', 'd1'] })).toEqual([
      '1 d1 2',
      '2 d2 0',
      '2 idle-bureau 0',
    ]);
  });
});
