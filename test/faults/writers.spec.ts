import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CommandRunner } from '#libs/command-handling';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventStore, WrongRevisionError, connectEventStore } from '#libs/event-store';
import { eventHash } from '#libs/eventsourcing';
import { projectDecider, projectStream } from '#libs/projects';
import { digestOf } from '#libs/values';
import { randomOf } from '../bench/city/random.js';
import { type TestDatabase, createDatabase } from '../support/databases.js';

const COMMANDS = Number(process.env.WRITER_COMMANDS ?? 256);
const SEED = Number(process.env.FAULTS_SEED ?? 20220109);
const WRITERS = 64;
/** Each with states of its own to fold from, as API processes have. */
const PROCESSES = 8;

jest.setTimeout(60_000 + COMMANDS * 300);

describe(`${WRITERS} writers on one project`, () => {
  let database: TestDatabase;
  let server: EmbeddedEventStore;
  const stores: EventStore[] = [];
  const stream = projectStream('p1');

  beforeAll(async () => {
    database = await createDatabase();
    server = await startEmbeddedEventStore({ databaseUrl: database.url });
    for (let number = 0; number < PROCESSES; number += 1) stores.push(connectEventStore(server.connectionString));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.stop();
    await database.drop();
  });

  const contextOf = (commandId: string) => ({
    commandId,
    commandHash: digestOf(commandId),
    actor: { id: 'reporter-luan-01', unit: 'luan-01', role: 'reporter' as const },
    source: { kind: 'api' as const },
    correlationId: commandId,
    causationId: commandId,
    today: '2022-09-30',
  });

  /** One command until it is done: a race that is lost too often is an answer to try again, under the same key. */
  async function send(runner: CommandRunner, commandId: string, command: object) {
    for (;;) {
      try {
        const work = { stream, decider: projectDecider, command: command as never, context: contextOf(commandId) };
        return await runner.run(work);
      } catch (error) {
        if (!(error instanceof WrongRevisionError)) throw error;
      }
    }
  }

  it(`leave ${COMMANDS} commands as one serial history, each once`, async () => {
    const runners = stores.map((store) => new CommandRunner(store));
    const project = { name: '众人的项目', unit: 'luan-01', occurredOn: '2022-01-01' };
    await send(runners[0]!, 'open', { kind: 'open-project', project, today: '2022-09-30' });
    const random = randomOf(SEED);
    const left = Array.from({ length: COMMANDS }, (_, number) => ({ number, twice: random.chance(0.1) }));
    const landed = new Map<number, bigint>();
    const writer = async (_: unknown, index: number) => {
      const runner = runners[index % PROCESSES]!;
      for (let next = left.pop(); next; next = left.pop()) {
        const { number, twice } = next;
        const facts = { note: `第 ${number} 次洽谈`, occurredOn: '2022-02-01' };
        const command = { kind: 'record-negotiation', facts, today: '2022-09-30' };
        const { revision } = await send(runner, `command-${number}`, command);
        const elsewhere = runners[(index + 1) % PROCESSES]!;
        if (twice) expect((await send(elsewhere, `command-${number}`, command)).revision).toBe(revision);
        landed.set(number, revision);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));

    const history = await Array.fromAsync(stores[0]!.readStream(stream));
    expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => BigInt(index)));
    expect(history).toHaveLength(COMMANDS + 1);
    // Each event was decided on the one before it, and nothing came between.
    expect(history.map(({ metadata }) => metadata.previousHash)).toEqual([
      undefined,
      ...history.slice(0, -1).map((event) => eventHash(event)),
    ]);
    for (const [number, revision] of landed) {
      expect(history[Number(revision)]!.metadata.commandId).toBe(`command-${number}`);
    }
    expect(landed.size).toBe(COMMANDS);
  });
});
