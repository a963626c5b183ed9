import { expect, it } from '@jest/globals';
import { CommandRunner } from '#libs/command-handling';
import { Log } from '../../../../../test/support/log.js';
import { MemoryEventStore } from '../../../../../test/support/memory-event-store.js';
import { reserveStream } from '../../domain/reserve.events.js';
import { openConvertedReserves } from './open-converted-reserves.reaction.js';

it('opens the project of an entry whose conversion was cut off, once, and names the entry', async () => {
  const project = { name: '冷链物流园', unit: 'luan-01', plannedInvestment: '12000' };
  const converted = new Log().append(reserveStream('r1'), {
    type: 'ReserveConverted',
    data: { projectId: 'p1', project, occurredOn: '2022-05-01' },
  });
  const store = new MemoryEventStore();
  const noSql = { query: () => Promise.reject(new Error('no SQL')) };
  for (let delivery = 0; delivery < 2; delivery++)
    await openConvertedReserves(new CommandRunner(store)).apply([converted], noSql);
  expect(store.events).toMatchObject([
    { stream: 'project-p1', type: 'ProjectOpened', data: { ...project, reserveId: 'r1', occurredOn: '2022-05-01' } },
  ]);
  await store.close();
});
