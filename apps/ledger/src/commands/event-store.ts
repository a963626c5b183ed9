import { join, resolve } from 'node:path';
import { startEmbeddedEventStore } from '#libs/embedded-event-store';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import { untilStopped } from '../until-stopped.js';

/** Runs the embedded event store alone, over its own Postgres in the data folder. */
export async function runEventStore({ port, data }: { port: string; data: string }): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(resolve(data), 'postgres') });
  const store = await startEmbeddedEventStore({ databaseUrl: postgres.url, port: Number(port) }).catch(
    async (error: unknown) => {
      await postgres.stop();
      throw error;
    },
  );
  console.error(`内嵌事件库：${store.connectionString}`);
  console.error('用于单机、开发、测试和小型单位；正式部署请以 ESDB_URL 指向 EventStoreDB 或 KurrentDB');
  await untilStopped({
    databaseEnded: postgres.ended,
    async stop() {
      await store.stop();
      await postgres.stop();
    },
  });
}
