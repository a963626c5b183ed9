import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Log } from '../../../../../test/support/log.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { unitStream } from '../../domain/unit.events.js';
import { listUnits } from '../../queries/list-units/list-units.query.js';
import { unitByCode } from '../../queries/unit-by-code/unit-by-code.query.js';
import { unitNames } from '../../queries/unit-names/unit-names.query.js';
import { unitDirectoryProjection } from './unit-directory.projection.js';

const log = new Log();
for (const [code, name] of [
  ['zone', '开发区'],
  ['341522', '霍邱县'],
] as const)
  log.append(unitStream(code), {
    type: 'UnitRegistered',
    data: { code, name, kind: 'district', group: 'all', occurredOn: '2021-01-01' },
  });

describe('the unit directory', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(unitDirectoryProjection);
    await models.feed(log.events);
  });
  afterAll(() => models.drop());

  it('lists units in order of their codes', async () => {
    expect(await listUnits(models.sql)).toEqual([
      { code: '341522', name: '霍邱县', kind: 'district', group: 'all' },
      { code: 'zone', name: '开发区', kind: 'district', group: 'all' },
    ]);
  });

  it('lists those that were registered by an earlier seq', async () => {
    expect((await listUnits(models.sql, 1n)).map(({ code }) => code)).toEqual(['zone']);
  });

  it('finds a unit by its code', async () => {
    expect(await unitByCode(models.sql, 'zone')).toMatchObject({ name: '开发区' });
    expect(await unitByCode(models.sql, 'nowhere')).toBeUndefined();
  });

  it('names units, and one that no one registered by its code', async () => {
    const nameOf = await unitNames(models.sql, ['zone', 'zone', 'nowhere']);
    expect([nameOf('zone'), nameOf('nowhere')]).toEqual([
      { code: 'zone', name: '开发区' },
      { code: 'nowhere', name: 'nowhere' },
    ]);
  });
});
