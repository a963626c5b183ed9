import {
  EventStoreDBClient,
  type AllStreamSubscription,
  START,
  jsonEvent,
  streamNameFilter,
} from '@eventstore/db-client';
import { runAsProgram } from '../support/program.js';
import { DATA, IN_FLIGHT, METADATA, TYPE } from './appends.js';

const EVENTS_PER_APPEND = 10;
const PREFIX = 'growing-';

/** Some events more: `interval` counts from 1. */
export interface Growing {
  readonly eventStoreUrl: string;
  readonly events: number;
  readonly interval: number;
}

let connection: { client: EventStoreDBClient; subscription: AllStreamSubscription } | undefined;
let followed = 0;
let noted: () => void = () => undefined;

/** The program: appends to streams new in each interval, and is done when its own subscription has had them all. */
runAsProgram<Growing, void>(async ({ eventStoreUrl, events, interval }) => {
  const { client } = (connection ??= connect(eventStoreUrl));
  const appends = Math.ceil(events / EVENTS_PER_APPEND / IN_FLIGHT);
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async (_, lane) => {
      for (let append = 0; append < appends; append += 1)
        await client.appendToStream(
          `${PREFIX}${interval}-${lane}`,
          Array.from({ length: EVENTS_PER_APPEND }, () => jsonEvent({ type: TYPE, data: DATA, metadata: METADATA })),
        );
    }),
  );
  const all = interval * appends * EVENTS_PER_APPEND * IN_FLIGHT;
  while (followed < all) await new Promise<void>((resolve) => (noted = resolve));
});

function connect(eventStoreUrl: string): NonNullable<typeof connection> {
  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  const filter = streamNameFilter({ prefixes: [PREFIX] });
  const subscription = client.subscribeToAll({ fromPosition: START, filter });
  subscription.on('data', () => {
    followed += 1;
    noted();
  });
  return { client, subscription };
}
