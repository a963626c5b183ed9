import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitDirectoryProjection } from '#libs/units';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { stewardshipStream } from '../../domain/stewardship.events.js';
import { type StewardsQuestion, listStewards } from '../../queries/list-stewards/list-stewards.query.js';
import { stewardRegisterProjection } from './steward-register.projection.js';

const log = new Log();
const say = (id: string, type: string, data: object) => log.append(stewardshipStream(id), { type, data });
const at = (occurredOn: string) => ({ occurredOn });
const attach = (id: string, account: string, unit: string, more: object) =>
  say(id, 'StewardAttached', {
    code: id,
    unit,
    account,
    duty: '市领导',
    purpose: 'liaison',
    ...at('2022-01-05'),
    ...more,
  });
const task = { matter: '用工', target: '300 人', unit: 'd2', requirement: '周调度', due: '2022-06-30' };

const maker = attach('maker', 'account-1', 'd1', { kind: 'enterprise', name: '某某光伏' });
attach('zone', 'account-1', 'd1', { kind: 'park', purpose: 'guarantee' });
say('maker', 'StewardTaskFixed', { ...task, leader: 'account-1', ...at('2022-02-01') });
const second = say('maker', 'StewardTaskFixed', { ...task, matter: '用电', leader: 'account-1', ...at('2022-02-02') });
attach('d2', 'account-2', 'd2', { kind: 'district' });
const leaving = say('zone', 'StewardDetached', { account: 'account-1', ...at('2022-03-01') });
attach('zone', 'account-3', 'd1', { kind: 'park', ...at('2022-03-01') });
const then = log.end;
say('maker', 'StewardFactVoided', { eventId: second.id, finding: '误登', ...at('2022-04-01') });
say('zone', 'StewardFactVoided', { eventId: leaving.id, finding: '误登', ...at('2022-04-01') });
const correction = { unit: 'd2', account: 'account-1', duty: '副市长', purpose: 'guarantee', reason: '填错' };
say('maker', 'StewardCorrected', { ...correction, correctsEventId: maker.id, ...at('2022-01-04') });
attach('gone', 'account-4', 'd1', { kind: 'enterprise' });
say('gone', 'StewardFactVoided', { eventId: log.events.at(-1)!.id, finding: '误登', ...at('2022-04-01') });
const district = { kind: 'district' };
attach('handed', 'account-1', 'd1', district);
const carried = say('handed', 'StewardTaskFixed', { ...task, leader: 'account-1', ...at('2022-02-01') });
say('handed', 'StewardDetached', { account: 'account-1', ...at('2022-03-01') });
const wrong = attach('handed', 'account-8', 'd1', { ...district, ...at('2022-03-01') });
say('handed', 'StewardTaskFixed', { ...task, leader: 'account-8', carries: carried.id, ...at('2022-03-01') });
const right = { ...correction, account: 'account-9', correctsEventId: wrong.id };
say('handed', 'StewardCorrected', { ...right, ...at('2022-03-01') });

describe.each([[1], [4], [100]])('the register of stewards (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection, stewardRegisterProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  const page = (question: Partial<StewardsQuestion> = {}) =>
    listStewards(models.sql, { asOf: then, detached: false, limit: 100, ...question });
  const lines = async (question: Partial<StewardsQuestion> = {}) =>
    (await page(question)).rows.map(({ subject, account }) => `${subject.name} ${account}`);

  it.each([
    [{}, ['zone account-3', 'd2 account-2', '某某光伏 account-1']],
    [{ kind: 'enterprise' }, ['某某光伏 account-1']],
    [{ code: 'zone' }, ['zone account-3']],
    [{ leader: 'account-2' }, ['d2 account-2']],
    [{ unit: 'd1' }, ['zone account-3', '某某光伏 account-1']],
    [{ purpose: 'guarantee' }, []],
    [{ detached: true }, ['zone account-1']],
    [{ visibleUnit: 'd2' }, ['d2 account-2']],
    [{ visibleUnit: 'd2', unit: 'd1' }, []],
  ] as [Partial<StewardsQuestion>, string[]][])('lists the last attached first: %j', async (question, expected) => {
    expect(await lines(question)).toEqual(expected);
  });

  it('comes in pages', async () => {
    const { rows, next } = await page({ limit: 2 });
    expect(rows).toHaveLength(2);
    expect(await lines({ cursor: next })).toEqual(['某某光伏 account-1']);
  });

  it('shows the six that hold, and until when a leader was attached', async () => {
    expect((await page({ kind: 'enterprise' })).rows).toMatchObject([
      { unit: { code: 'd1' }, from: '2022-01-05', responsibility: { matter: '用电', unit: { code: 'd2' } } },
    ]);
    expect((await page({ detached: true })).rows).toMatchObject([{ from: '2022-01-05', until: '2022-03-01' }]);
  });

  it('knows now what was corrected and taken back since', async () => {
    const now = { asOf: log.end };
    expect(await lines(now)).toEqual([
      ...['handed account-9', 'zone account-3', 'd2 account-2', 'zone account-1', '某某光伏 account-1'],
    ]);
    expect(await lines({ ...now, detached: true })).toEqual(['handed account-1']);
    expect((await page({ ...now, leader: 'account-9' })).rows).toMatchObject([
      { responsibility: { leader: 'account-9', carries: carried.id } },
    ]);
    expect((await page({ ...now, kind: 'enterprise' })).rows).toMatchObject([
      { unit: { code: 'd2' }, purpose: 'guarantee', from: '2022-01-04', responsibility: { matter: '用工' } },
    ]);
  });
});
