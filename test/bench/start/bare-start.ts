import { readFile } from 'node:fs/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { startEmbeddedEventStore } from '#libs/embedded-event-store';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import { inLanes } from '../support/lanes.js';
import { append } from '../support/load-log.js';
import { readAppends } from './recorded-log.js';

const IN_FLIGHT = 16;

/**
 * The program: `bare-start.ts FOLDER LOG` makes a database in the folder, starts a store on it and appends what the log
 * file holds; it prints how many events that were as soon as the last is durable.
 */
const [folder = '', file = ''] = process.argv.slice(2);
const appends = readAppends(await readFile(file, 'utf8'));
const postgres = await startEmbeddedPostgres({ dataDir: folder });
const store = await startEmbeddedEventStore({ databaseUrl: postgres.url });
const client = EventStoreDBClient.connectionString(store.connectionString);
await inLanes(IN_FLIGHT, appends.values(), (each) => append(client, each));
console.log(appends.reduce((sum, { events }) => sum + events.length, 0));
await client.dispose();
await store.stop();
await postgres.stop();
process.exit();
