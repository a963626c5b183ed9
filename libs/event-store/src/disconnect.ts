import { type Channel } from '@grpc/grpc-js';
import { type EventStoreDBClient } from '@eventstore/db-client';

/**
 * Cancels a client's calls and closes its connection, which the client itself would leave open. Disposing isn't waited
 * for: it never ends when a read was left before its last event was taken.
 */
export async function disconnect(client: EventStoreDBClient): Promise<void> {
  void client.dispose();
  const { getChannel } = client as unknown as { getChannel(this: void): Promise<Channel> };
  const channel = await getChannel().catch(() => undefined);
  channel?.close();
}
