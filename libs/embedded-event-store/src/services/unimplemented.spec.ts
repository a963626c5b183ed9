import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, credentials, type Server, type ServiceDefinition, type ServiceError, status } from '@grpc/grpc-js';
import * as stubs from '../protocol/stubs.js';
import { createServer, listen } from '../server.js';
import type { Log } from '../storage/log.js';
import { OpenCalls } from './open-calls.js';

const AT_ONCE_MS = 5000;

const SERVICES: readonly (readonly [string, ServiceDefinition])[] = [
  ['persistent subscriptions', stubs.PersistentSubscriptionsService],
  ['projections', stubs.ProjectionsService],
  ['users', stubs.UsersService],
  ['operations', stubs.OperationsService],
  ['cluster', stubs.GossipService],
  ['monitoring', stubs.MonitoringService],
];

const METHODS = SERVICES.flatMap(([what, service]) =>
  Object.values(service).map((method) => ({ what, path: method.path, responseStream: method.responseStream })),
);

describe('a service that is not here', () => {
  let server: Server;
  let client: Client;

  beforeAll(async () => {
    // No log: whoever reached for it would be answered otherwise.
    server = createServer(undefined as unknown as Log, new OpenCalls());
    client = new Client(`127.0.0.1:${await listen(server, '127.0.0.1', 0)}`, credentials.createInsecure());
  });
  afterAll(() => {
    client.close();
    server.forceShutdown();
  });

  const empty = (): Buffer => Buffer.alloc(0);

  const refusalOf = (path: string, responseStream: boolean): Promise<ServiceError> =>
    new Promise((resolve, reject) => {
      const deadline = Date.now() + AT_ONCE_MS;
      const answered = () => reject(new Error(`${path} was answered`));
      if (responseStream)
        client
          .makeServerStreamRequest(path, empty, empty, undefined, { deadline })
          .on('data', answered)
          .on('error', (error: ServiceError) => resolve(error));
      else
        client.makeUnaryRequest(path, empty, empty, undefined, { deadline }, (error) =>
          error ? resolve(error) : answered(),
        );
    });

  it('is one of six', () => {
    expect(METHODS.length).toBeGreaterThan(30);
    expect(new Set(METHODS.map(({ what }) => what)).size).toBe(6);
  });

  it.each(METHODS)('refuses $path at once, with a sentence', async ({ what, path, responseStream }) => {
    const refusal = await refusalOf(path, responseStream);
    expect(refusal).toMatchObject({
      code: status.UNIMPLEMENTED,
      details: `The embedded event store has no ${what}; an EventStoreDB or KurrentDB server does.`,
    });
  });
});
