import { type Append, type EmbeddedEventStore, type LoggedEvent, serveLog } from '#libs/embedded-event-store';
import { runAsProgram } from '../support/program.js';
import { nullLog } from './null-log.js';
import { preparedLog } from './prepared.js';
import type { StoreAddress } from '../support/store.js';
import type { ToFill } from './fill-store.js';

const CREATED = '16409952000000000';

/** Where its server is; a few more events than were asked for. */
export interface Filled {
  readonly address: StoreAddress;
  readonly events: number;
}

let store: EmbeddedEventStore | undefined;

/** The program: the server of the embedded store over a log that stores nothing and has so many events. */
runAsProgram<Omit<ToFill, 'dataDir'>, Filled>(
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
