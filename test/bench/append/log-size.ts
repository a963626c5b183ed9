import pg from 'pg';

/** Events that the store's tables hold, and the bytes of their data and metadata. */
export async function logSize(databaseUrl: string): Promise<{ events: number; bytes: number }> {
  const session = new pg.Client({ connectionString: databaseUrl });
  await session.connect();
  try {
    const { rows } = await session.query<{ events: string; bytes: string }>(
      'select count(*) as events, sum(octet_length(data) + octet_length(metadata)) as bytes from event_store.events',
    );
    return { events: Number(rows[0]?.events), bytes: Number(rows[0]?.bytes) };
  } finally {
    await session.end();
  }
}
