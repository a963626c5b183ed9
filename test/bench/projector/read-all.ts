import { EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import { runAsProgram } from '../support/program.js';
import type { Measurement } from '../support/rounds.js';
import { type LogToRead, measureReading } from './reading.js';

/** The program: the bare client reads `$all` from the first event to the last and counts those of the product. */
runAsProgram<LogToRead, Measurement>(async (log) => {
  const client = EventStoreDBClient.connectionString(log.address.eventStoreUrl);
  try {
    return await measureReading(log, async () => {
      let seen = 0;
      for await (const { event } of client.readAll({ direction: FORWARDS, fromPosition: START }))
        if (event && !event.type.startsWith('$')) seen += 1;
      return seen;
    });
  } finally {
    await client.dispose();
  }
});
