import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandRunner } from '#libs/command-handling';
import { openConvertedLeads } from './open-converted-leads.reaction.js';
import { type SequencedEvent } from '#libs/eventsourcing';
import { MemoryEventStore } from '../../../../../test/support/memory-event-store.js';

const projectId = '00000000-0000-4000-8000-000000000001';

const converted = (occurredOn = '2022-04-01'): SequencedEvent => ({
  id: '00000000-0000-4000-8000-000000000002',
  stream: 'lead-00000000-0000-4000-8000-000000000003',
  revision: 2n,
  position: 9n,
  seq: 9n,
  type: 'LeadConverted',
  data: { projectId, project: { name: '电池材料', unit: 'luan-01' }, occurredOn },
  metadata: {
    commandId: 'c',
    commandHash: 'h',
    $correlationId: 'k',
    $causationId: 'c',
    actor: 'reporter-luan-01',
    actingUnit: 'luan-01',
    role: 'reporter',
    source: { kind: 'api' },
    schemaVersion: 1,
  },
  recordedAt: new Date(0),
});

describe('a process that died after a lead was converted, before its project opened', () => {
  let store: MemoryEventStore;
  const react = (event: SequencedEvent) =>
    openConvertedLeads(new CommandRunner(store)).apply([event], { query: () => Promise.reject(new Error('no SQL')) });

  beforeAll(() => {
    store = new MemoryEventStore();
  });
  afterAll(() => store.close());

  it('is made up for: the project opens in the name of whoever converted the lead', async () => {
    await react(converted());
    expect(store.events).toMatchObject([
      {
        stream: `project-${projectId}`,
        type: 'ProjectOpened',
        data: { name: '电池材料', leadId: '00000000-0000-4000-8000-000000000003', occurredOn: '2022-04-01' },
        metadata: { actor: 'reporter-luan-01', $correlationId: 'k' },
      },
    ]);
  });

  it('is made up for once, however often the reaction is delivered', async () => {
    await react(converted());
    await react(converted());
    expect(store.events).toHaveLength(1);
  });

  it('holds nothing up where the project can not open, and waits where the store is away', async () => {
    await react(converted('2022-05-01'));
    expect(store.events).toHaveLength(1);
    store = new MemoryEventStore();
    store.failNext = 'lost request';
    await expect(react(converted())).rejects.toThrow('unavailable');
    await react(converted());
    expect(store.events).toHaveLength(1);
  });
});
