import { Server, ServerCredentials, type ServiceDefinition } from '@grpc/grpc-js';
import {
  GossipService,
  MonitoringService,
  OperationsService,
  PersistentSubscriptionsService,
  ProjectionsService,
  ServerFeaturesService,
  StreamsService,
  UsersService,
} from './protocol/stubs.js';
import { append } from './services/append.js';
import { batchAppend } from './services/batch-append.js';
import { deleteStream, tombstoneStream } from './services/delete.js';
import type { OpenCalls } from './services/open-calls.js';
import { read } from './services/read.js';
import { getSupportedMethods } from './services/server-features.js';
import { unimplemented } from './services/unimplemented.js';
import type { Log } from './storage/log.js';

const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

const NOT_HERE: readonly (readonly [ServiceDefinition, string])[] = [
  [PersistentSubscriptionsService, 'persistent subscriptions'],
  [ProjectionsService, 'projections'],
  [UsersService, 'users'],
  [OperationsService, 'operations'],
  [GossipService, 'cluster'],
  [MonitoringService, 'monitoring'],
];

// Reads answer with bytes that are serialised already.
const STREAMS = { ...StreamsService, read: { ...StreamsService.read, responseSerialize: (bytes: Buffer) => bytes } };

/** The gRPC services over a log; not yet listening. */
export function createServer(log: Log, calls: OpenCalls): Server {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  });
  server.addService(STREAMS, {
    read: read(log, calls),
    append: append(log),
    batchAppend: batchAppend(log, calls),
    delete: deleteStream(log),
    tombstone: tombstoneStream(log),
  });
  server.addService(ServerFeaturesService, { getSupportedMethods });
  for (const [service, what] of NOT_HERE) server.addService(service, unimplemented(service, what));
  return server;
}

/** Listens; yields the port, which is a free one if `port` is 0. Rejects when the port is taken. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
}
