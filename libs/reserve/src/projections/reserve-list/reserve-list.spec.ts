import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitDirectoryProjection, unitStream } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { reserveStream } from '../../domain/reserve.events.js';
import { idleEntries } from '../../queries/idle-entries/idle-entries.query.js';
import { type ReserveQuestion, listReserve } from '../../queries/list-reserve/list-reserve.query.js';
import { reserveListProjection } from './reserve-list.projection.js';

const log = new Log();
const record = (id: string, type: string, occurredOn: string, more: object = {}) =>
  log.append(reserveStream(id), { type, data: { ...more, occurredOn } });
const plan = (id: string, occurredOn: string, plannedInvestment: string, unit = 'd1') =>
  record(id, 'ProjectPlanned', occurredOn, {
    name: `谋划${id}`,
    unit,
    idea: '思路',
    funding: 'fiscal',
    plannedInvestment,
  });

log.append(unitStream('d1'), {
  type: 'UnitRegistered',
  data: { code: 'd1', name: '一区', kind: 'district', group: 'all', occurredOn: '2021-01-01' },
});
record('stray', 'SiteChecked', '2022-01-01', { outcome: 'passed' });
plan('old', '2022-01-01', '9999.999999');
plan('moving', '2022-01-02', '10000');
plan('flagged', '2022-01-03', '20000', 'd2');
record('moving', 'SiteChecked', '2022-04-01', { outcome: 'passed' });
record('flagged', 'ZombieFlagged', '2022-05-01', { idleSince: '2022-01-03', idleDays: 118, limitDays: 90 });
plan('gone', '2022-01-04', '30000', 'd2');
const beforeItWent = log.end;
record('gone', 'ReserveDropped', '2022-02-01', { reason: '规划调整' });
record('moving', 'ReserveEntered', '2022-04-02');

describe.each([[1], [3], [100]])('the reserve list (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, reserveListProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const page = (question: Partial<ReserveQuestion> = {}) =>
    listReserve(models.sql, { on: '2022-05-02', asOf: log.end, limit: 10, ...question });
  const ids = async (question: Partial<ReserveQuestion>) => (await page(question)).rows.map(({ id }) => id);

  it('shows entries as they stand, the newest first, idle as of the day asked about', async () => {
    const { rows, next } = await page();
    expect(next).toBeUndefined();
    expect(rows.map(({ id, stage, idleDays }) => [id, stage, idleDays])).toEqual([
      ['gone', 'dropped', undefined],
      ['flagged', 'idea', 119],
      ['moving', 'reserve', 30],
      ['old', 'idea', 121],
    ]);
    expect(rows[2]).toEqual({
      id: 'moving',
      name: '谋划moving',
      unit: { code: 'd1', name: '一区' },
      idea: '思路',
      funding: 'fiscal',
      plannedInvestment: '10000',
      stage: 'reserve',
      site: { outcome: 'passed', on: '2022-04-01' },
      earlyWorks: {},
      plannedOn: '2022-01-02',
      enteredOn: '2022-04-02',
      movedOn: '2022-04-02',
      idleDays: 30,
      revision: '2',
    });
    expect((await page({ on: '2022-04-01' })).rows[2]?.idleDays).toBeUndefined();
  });

  it.each<[Partial<ReserveQuestion>, string[]]>([
    [{ unit: 'd1' }, ['moving', 'old']],
    [{ visibleUnit: 'd2' }, ['gone', 'flagged']],
    [{ visibleUnit: 'd2', unit: 'd1' }, []],
    [{ stage: 'reserve' }, ['moving']],
    [{ flagged: true }, ['flagged']],
    [{ flagged: false }, ['gone', 'moving', 'old']],
    [{ minInvestment: '10000' }, ['gone', 'flagged', 'moving']],
    [{ plannedFrom: '2022-01-02', plannedTo: '2022-01-03' }, ['flagged', 'moving']],
    [{ idleDays: 119 }, ['flagged', 'old']],
    [{ idleDays: 120 }, ['old']],
    [{ q: 'o' }, ['gone', 'moving', 'old']],
    [{ q: '%' }, []],
  ])('keeps to %j', async (question, expected) => {
    expect(await ids(question)).toEqual(expected);
  });

  it('is what was known at a seq', async () => {
    const then = { asOf: beforeItWent };
    expect((await page(then)).rows.map(({ id, stage, revision }) => [id, stage, revision])).toEqual([
      ['gone', 'idea', '0'],
      ['flagged', 'idea', '1'],
      ['moving', 'idea', '1'],
      ['old', 'idea', '0'],
    ]);
    expect(await ids({ ...then, stage: 'dropped' })).toEqual([]);
    expect(await ids({ asOf: 3n })).toEqual(['old']);
    expect(await ids({ asOf: 2n })).toEqual([]);
  });

  it('turns pages without missing or repeating an entry', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await page({ limit: 1, cursor });
      seen.push(...rows.map(({ id }) => id));
      cursor = next;
    } while (cursor !== undefined);
    expect(seen).toEqual(['gone', 'flagged', 'moving', 'old']);
  });

  it('finds what is idle and unflagged, the stillest first', async () => {
    expect(await idleEntries(models.sql, { on: '2022-05-02', idleDays: 30 })).toEqual(['old', 'moving']);
    expect(await idleEntries(models.sql, { on: '2022-05-02', idleDays: 31 })).toEqual(['old']);
    expect(await idleEntries(models.sql, { on: '2022-05-02', idleDays: 30, unit: 'd2' })).toEqual([]);
  });
});
