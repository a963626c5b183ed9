import { type Append, type EmbeddedEventStore, type LoggedEvent, serveLog } from '#libs/embedded-event-store';
import { runAsProgram } from '../support/program.js';
import { nullLog } from './null-log.js';
import { preparedLog } from './prepared.js';
import type { Filled, ToFill } from './filled-store.js';

const CREATED = '16409952000000000';

let store: EmbeddedEventStore | undefined;

/** The program: the server of the embedded store over a log that stores nothing and has so many events. */
runAsProgram<ToFill, Filled>(
  async ({ events }) => {
    const log = [...preparedLog(events)]
      .flatMap(logged)
      .map((event, index) => ({ ...event, position: BigInt(index + 1) }));
    store = await serveLog(nullLog(log));
    return { address: { databaseUrl: '', eventStoreUrl: store.connectionString }, events: log.length };
  },
  async () => store?.stop(),
);

const logged = ({ stream, expected, events }: Append): Omit<LoggedEvent, 'position'>[] =>
  events.map((event, index) => ({ ...event, stream, revision: expected + 1n + BigInt(index), created: CREATED }));
