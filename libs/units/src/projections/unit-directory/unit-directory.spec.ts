import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { HIERARCHY_STREAM } from '../../domain/hierarchy.events.js';
import { type UnitKind, unitStream } from '../../domain/unit.events.js';
import { listUnits, unitByCode } from '../../queries/list-units/list-units.query.js';
import { successorOf, successors } from '../../queries/successors/successors.query.js';
import { groupMembers, unitPosts } from '../../queries/tenures/tenures.query.js';
import { nameHistory } from '../../queries/unit-names/name-history.query.js';
import { unitNames } from '../../queries/unit-names/unit-names.query.js';
import { unitDirectoryProjection } from './unit-directory.projection.js';

const log = new Log();
const record = (code: string, type: string, data: object) => log.append(unitStream(code), { type, data });
const register = (code: string, name: string, kind: UnitKind = 'district', more: object = {}) =>
  record(code, 'UnitRegistered', { code, name, kind, group: 'all', occurredOn: '2021-01-01', ...more });
const from = (day: string) => ({ from: day, occurredOn: '2022-01-01' });

register('zone', '开发区', 'development-zone');
register('341522', '霍邱县', 'district', { divisionCode: '341522' });
const beforeRenaming =
  record('341522', 'UnitRenamed', { name: '霍邱区', divisionCode: '341505', ...from('2022-07-01') }).seq - 1n;
record('341522', 'UnitRegrouped', { assessmentGroup: 'one', ...from('2022-01-01') });
register('city', '六安市');
log.append(HIERARCHY_STREAM, { type: 'UnitPlaced', data: { unit: '341522', parent: 'city', ...from('2021-01-01') } });
log.append(HIERARCHY_STREAM, { type: 'UnitPlaced', data: { unit: '341522', ...from('2022-08-01') } });
const beforeMerger = record('zone', 'UnitMerged', { into: '341522', ...from('2022-03-01') }).seq - 1n;
record('341522', 'UnitMerged', { into: 'city', ...from('2023-01-01') });
register('team', '电子信息招商组', 'industry-group');
record('team', 'GroupMemberAdded', { member: '341522', role: 'lead', occurredOn: '2022-02-01' });
record('team', 'GroupMemberAdded', { member: 'zone', role: 'member', occurredOn: '2022-02-01' });
record('team', 'GroupMemberRemoved', { member: 'zone', occurredOn: '2022-03-01' });
record('team', 'PersonAppointed', { account: 'account-7', duty: 'head', occurredOn: '2022-02-01' });
record('team', 'PersonAppointed', { account: 'account-8', duty: 'liaison', occurredOn: '2022-02-02' });
record('team', 'PersonRelieved', { account: 'account-7', duty: 'head', occurredOn: '2022-05-01' });
register('old', '老区');
record('old', 'UnitSplit', { into: ['zone', 'city'], ...from('2022-06-01') });

describe.each([[1], [3], [100]])('the unit directory (batches of %d)', (size) => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection);
    await models.feed(log.events, [size]);
  });
  afterAll(() => models.drop());

  it('lists units in order of their codes, as they were on a day', async () => {
    const units = await listUnits(models.sql, undefined, '2022-06-30');
    expect(units.map(({ code }) => code)).toEqual(['341522', 'city', 'old', 'team', 'zone']);
    expect(units[0]).toEqual({
      code: '341522',
      name: '霍邱县',
      kind: 'district',
      group: 'one',
      divisionCode: '341522',
      parent: 'city',
      registeredOn: '2021-01-01',
    });
    expect(units[2]?.end).toEqual({
      kind: 'split',
      from: '2022-06-01',
      into: [
        { code: 'city', name: '六安市' },
        { code: 'zone', name: '开发区' },
      ],
    });
    expect(units[4]?.end).toEqual({ kind: 'merged', from: '2022-03-01', into: [{ code: '341522', name: '霍邱县' }] });
  });

  it('knows what a unit became later, and no longer', async () => {
    expect(await unitByCode(models.sql, '341522', { on: '2022-08-01' })).toEqual({
      code: '341522',
      name: '霍邱区',
      kind: 'district',
      group: 'one',
      divisionCode: '341505',
      registeredOn: '2021-01-01',
    });
    expect(await unitByCode(models.sql, 'nowhere')).toBeUndefined();
  });

  it('keeps what was known before', async () => {
    expect((await listUnits(models.sql, 1n)).map(({ code }) => code)).toEqual(['zone']);
    const before = await unitByCode(models.sql, '341522', { on: '2022-08-01', asOf: beforeRenaming });
    expect(before).toMatchObject({ name: '霍邱县', group: 'all', divisionCode: '341522' });
    expect((await unitByCode(models.sql, 'zone', { on: '2022-08-01', asOf: beforeMerger }))?.end).toBeUndefined();
  });

  it('names units as they were called on the day, one of before its first day too, an unknown one by its code', async () => {
    const named = async (on: string, asOf?: bigint) =>
      (await unitNames(models.sql, ['341522'], { on, asOf }))('341522').name;
    expect(await named('2022-06-30')).toBe('霍邱县');
    expect(await named('2022-07-01')).toBe('霍邱区');
    expect(await named('2022-07-01', beforeRenaming)).toBe('霍邱县');
    expect(await named('2019-01-01')).toBe('霍邱县');
    const nameOf = await unitNames(models.sql, ['zone', 'zone', 'nowhere', '341522'], { on: '2022-07-01' });
    expect([nameOf('341522').name, nameOf('341522', '2022-06-30').name]).toEqual(['霍邱区', '霍邱县']);
    expect([nameOf('zone'), nameOf('nowhere')]).toEqual([
      { code: 'zone', name: '开发区' },
      { code: 'nowhere', name: 'nowhere' },
    ]);
    expect(await nameHistory(models.sql, '341522', log.end)).toEqual([
      { name: '霍邱县', from: '2021-01-01' },
      { name: '霍邱区', from: '2022-07-01' },
    ]);
  });

  it('finds who answers for a unit, merger after merger; a split names no one heir', async () => {
    expect(await successorOf(models.sql, 'zone', '2022-02-28')).toBe('zone');
    expect(await successorOf(models.sql, 'zone', '2022-03-01')).toBe('341522');
    expect(await successorOf(models.sql, 'zone', '2023-01-01')).toBe('city');
    expect(await successorOf(models.sql, 'old', '2023-01-01')).toBe('old');
    const known = await successors(models.sql, { on: '2023-01-01', asOf: beforeMerger });
    expect(known('zone')).toBe('zone');
  });

  it('shows the members of a group on a day, by their names of that day', async () => {
    const members = async (on: string) =>
      (await groupMembers(models.sql, ['team'], { on }))('team').map(({ unit, role }) => `${unit.name} ${role}`);
    expect(await members('2022-01-31')).toEqual([]);
    expect(await members('2022-02-28')).toEqual(['霍邱县 lead', '开发区 member']);
    expect(await members('2022-07-01')).toEqual(['霍邱区 lead']);
  });

  it('shows who holds which office, by account', async () => {
    const held = async (on: string) => (await unitPosts(models.sql, 'team', { on })).map(({ account }) => account);
    expect(await held('2022-02-01')).toEqual(['account-7']);
    expect(await held('2022-04-30')).toEqual(['account-7', 'account-8']);
    expect(await held('2022-05-01')).toEqual(['account-8']);
  });
});

it('ends the search where two units claim to have merged into each other', async () => {
  const models = await openReadModels(unitDirectoryProjection);
  const strange = new Log();
  for (const [unit, into] of [
    ['aa', 'bb'],
    ['bb', 'aa'],
  ] as const)
    strange.append(unitStream(unit), { type: 'UnitMerged', data: { into, ...from('2022-01-01') } });
  await models.feed(strange.events);
  expect(['aa', 'bb']).toContain(await successorOf(models.sql, 'aa', '2022-02-01'));
  await models.drop();
});
