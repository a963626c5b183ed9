import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { UnavailableError } from '#libs/event-store';
import { type Decider, type DomainEvent, Refusal, UnknownTypeError, eventHash } from '#libs/eventsourcing';
import { digestOf } from '#libs/values';
import { MemoryEventStore } from '../../../test/support/memory-event-store.js';
import { type CommandContext } from './command-context.js';
import { CommandRunner } from './command-runner.js';

type Added = DomainEvent<'Added', { n: number }>;

/** A purse that may not go below zero. */
const purse: Decider<number, number, Added> = {
  knows: { Added: true },
  initialState: 0,
  decide: (n, sum) => {
    if (sum + n < 0) throw new Refusal('conflict', 'PURSE.EMPTY', '余额不足');
    return [{ type: 'Added', data: { n } }];
  },
  evolve: (sum, event) => sum + event.data.n,
};

const contextOf = (commandId: string, more: Partial<CommandContext> = {}): CommandContext => ({
  commandId,
  commandHash: digestOf(commandId),
  actor: { id: 'account-1', unit: 'luan-01', role: 'reporter' },
  source: { kind: 'api' },
  correlationId: commandId,
  causationId: commandId,
  today: '2022-09-30',
  ...more,
});

describe('the command runner', () => {
  let store: MemoryEventStore;
  let runner: CommandRunner;
  const add = (n: number, context: CommandContext, on = runner) =>
    on.run({ stream: 'purse-1', decider: purse, command: n, context });
  const sum = async () => (await new CommandRunner(store).read('purse-1', purse)).state;

  beforeEach(() => {
    store = new MemoryEventStore();
    runner = new CommandRunner(store);
  });

  it('answers with where the command landed', async () => {
    await add(3, contextOf('a'));
    expect(await add(4, contextOf('b'))).toEqual({ state: 7, revision: 1n, position: 2n, repeated: false });
  });

  it('answers a repeated command as the first time, also in a new process', async () => {
    const first = await add(3, contextOf('a'));
    await add(4, contextOf('b'));
    const again = { revision: first.revision, position: first.position, repeated: true };
    expect(await add(3, contextOf('a'))).toMatchObject(again);
    expect(await add(3, contextOf('a'), new CommandRunner(store))).toMatchObject(again);
    expect(await sum()).toBe(7);
  });

  it('answers a repeated command even where deciding it now would be refused', async () => {
    await add(3, contextOf('a'));
    await add(-3, contextOf('b'));
    expect(await add(-3, contextOf('b'))).toMatchObject({ revision: 1n, repeated: true });
  });

  it('prepares a command once, and not for a repeat', async () => {
    let asked = 0;
    const work = (context: CommandContext) => ({
      stream: 'purse-1',
      decider: purse,
      command: () => {
        if ((asked += 1) > 1) throw new Refusal('invalid', 'UNIT.MERGED', '单位已并入其他单位');
        return Promise.resolve(3);
      },
      context,
    });
    const first = await runner.runPrepared(work(contextOf('a')));
    const again = { revision: first.revision, position: first.position, repeated: true };
    expect(await runner.runPrepared(work(contextOf('a')))).toMatchObject(again);
    expect(await new CommandRunner(store).runPrepared(work(contextOf('a')))).toMatchObject(again);
    await expect(runner.runPrepared(work(contextOf('b')))).rejects.toMatchObject({ code: 'UNIT.MERGED' });
    expect(await sum()).toBe(3);
  });

  it('answers a repeat of what another process did, however the preparation fails by now', async () => {
    await add(1, contextOf('a'));
    const first = await add(2, contextOf('b'), new CommandRunner(store));
    const command = () => Promise.reject(new Refusal('invalid', 'UNIT.MERGED', '单位已并入其他单位'));
    const again = await runner.runPrepared({ stream: 'purse-1', decider: purse, command, context: contextOf('b') });
    expect(again).toMatchObject({ revision: first.revision, repeated: true });
  });

  it('does not decide on what a later build has written', async () => {
    const first = await add(3, contextOf('a'));
    const { metadata } = (await Array.fromAsync(store.readStream('purse-1')))[0]!;
    const pawned = { id: randomUUID(), type: 'Pawned', data: {}, metadata: { ...metadata, commandId: 'z' } };
    await store.append('purse-1', [pawned], first.revision);
    await expect(add(1, contextOf('b'))).rejects.toThrow('Pawned is not known to this build');
    await expect(add(1, contextOf('b'), new CommandRunner(store))).rejects.toThrow(UnknownTypeError);
  });

  it('refuses a known id with another request', async () => {
    await add(3, contextOf('a'));
    const reused = contextOf('a', { commandHash: digestOf('another') });
    await expect(add(5, reused)).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED', kind: 'invalid' });
    await expect(add(5, reused, new CommandRunner(store))).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
    expect(await sum()).toBe(3);
  });

  it('refuses the same id while it is in flight here', async () => {
    const first = add(3, contextOf('a'));
    await expect(add(3, contextOf('a'))).rejects.toMatchObject({ code: 'COMMAND.IN_FLIGHT', kind: 'conflict' });
    await first;
    expect(await sum()).toBe(3);
  });

  it('decides again after a lost race', async () => {
    const other = new CommandRunner(store);
    await add(1, contextOf('a'));
    await add(2, contextOf('b'), other);
    expect(await add(4, contextOf('c'))).toMatchObject({ state: 7, revision: 2n });
  });

  it('reads after a lost race only what it has not folded yet', async () => {
    for (let i = 0; i < 10; i++) await add(1, contextOf(`c${i}`));
    await add(1, contextOf('elsewhere'), new CommandRunner(store));
    store.eventsRead = 0;
    await add(1, contextOf('here'));
    expect(store.eventsRead).toBe(1);
  });

  it('never refuses by a state that is behind the log', async () => {
    await add(1, contextOf('a'));
    await add(9, contextOf('b'), new CommandRunner(store));
    expect(await add(-10, contextOf('c'))).toMatchObject({ state: 0 });
  });

  it('holds a client to the revision it has seen', async () => {
    await add(1, contextOf('a'));
    await expect(add(1, contextOf('b', { expectedRevision: 5n }))).rejects.toMatchObject({ kind: 'stale' });
    await add(1, contextOf('c'), new CommandRunner(store));
    await expect(add(1, contextOf('d', { expectedRevision: 0n }))).rejects.toMatchObject({ code: 'REVISION.STALE' });
    expect(await add(1, contextOf('e', { expectedRevision: 1n }))).toMatchObject({ revision: 2n });
  });

  it.each(['lost request', 'lost answer'] as const)('executes once when a %s is sent again', async (failure) => {
    await add(1, contextOf('a'));
    store.failNext = failure;
    await expect(add(2, contextOf('b'))).rejects.toBeInstanceOf(UnavailableError);
    expect(await add(2, contextOf('b'))).toMatchObject({ revision: 1n });
    expect(await sum()).toBe(3);
  });

  it('lets 64 commands on one stream happen one after another', async () => {
    await Promise.all(Array.from({ length: 64 }, (_, i) => add(1, contextOf(`c${i}`))));
    expect(store.events.map((event) => event.revision)).toEqual(Array.from({ length: 64 }, (_, i) => BigInt(i)));
    expect(await sum()).toBe(64);
  });

  it('reads a stream once for many commands', async () => {
    for (let i = 0; i < 10; i++) await add(1, contextOf(`c${i}`));
    expect(store.readCount).toBe(1);
  });

  it('appends nothing when the actor may not act on the state', async () => {
    const work = { stream: 'purse-1', decider: purse, command: 1, context: contextOf('a') };
    const forbidden = new Refusal('forbidden', 'ACCESS.UNIT_FORBIDDEN', '只能办理本单位的事项');
    const authorize = () => {
      throw forbidden;
    };
    await expect(runner.run({ ...work, authorize })).rejects.toBe(forbidden);
    expect(store.events).toEqual([]);
  });

  it('chains every event to the one before it', async () => {
    for (const id of ['a', 'b', 'c']) await add(1, contextOf(id));
    const [first, second, third] = store.events;
    expect(first?.metadata.previousHash).toBeUndefined();
    expect(second?.metadata.previousHash).toBe(eventHash(first!));
    expect(third?.metadata.previousHash).toBe(eventHash(second!));
  });

  it('looks at another stream at most five seconds behind what other processes append', async () => {
    let now = 0;
    const other = new CommandRunner(store, () => now);
    const seen = async () => (await other.loadRecent('purse-1', purse)).state;
    await add(3, contextOf('a'));
    expect(await seen()).toBe(3);
    await add(4, contextOf('b'));
    now = 5_000;
    expect(await seen()).toBe(3);
    now = 5_001;
    expect(await seen()).toBe(7);
  });
});
