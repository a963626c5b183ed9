import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type JWTVerifyGetKey } from 'jose';
import { type Logger } from 'pino';
import { connectDatabase } from '#libs/database';
import { connectEventStore } from '#libs/event-store';
import { type ProjectionId, builtFor, openProgress } from '#libs/projections';
import { dayOf } from '#libs/values';
import { ApiModule, type ApiParts } from './api.module.js';
import { answerBadAddress } from './http/bad-address.js';
import { limitBodyDepth } from './http/body-depth.js';
import { serveDashboard } from './http/dashboard.js';
import { endConnectionsWhenClosing } from './http/end-connections.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { limitText } from './http/storable-text.js';
import { openApiDocument } from './openapi.js';

const BODY_LIMIT = 1024 * 1024;

export interface ApiOptions {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  /** The public keys that tokens are verified with. */
  readonly keys: JWTVerifyGetKey;
  readonly logger: Logger;
  /** The read models that this build reads, in the versions that it reads; the current ones when left out. */
  readonly readModels?: readonly ProjectionId[];
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the built page lies; without it the API runs alone. */
  readonly dashboardFolder?: string;
}

/** A running API. */
export interface Api {
  readonly app: NestFastifyApplication;
  /** `http://host:port`, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The API as a Nest application, not yet listening. */
export async function createApi(parts: ApiParts, dashboardFolder?: string): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    trustProxy: false,
    frameworkErrors: answerBadAddress,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.on(parts), adapter, {
    logger: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  addSecurityHeaders(fastify);
  limitBodyDepth(fastify);
  limitText(fastify);
  endConnectionsWhenClosing(fastify);
  if (dashboardFolder !== undefined) await serveDashboard(fastify, dashboardFolder);
  const document = JSON.stringify(openApiDocument(app));
  fastify.get('/v1/openapi.json', (_request, reply) => reply.type('application/json').send(document));
  await app.init();
  await fastify.ready();
  return app;
}

/**
 * Sums over a whole city are grouped in memory, by several workers at once: with the server's own few megabytes millions
 * of postings would be sorted on disk. The planner can't know how few groups there are: at its own price for a row that a
 * worker hands over, one process would do all the grouping; at none, the workers would hand over every row. A page is
 * found before workers would have started.
 */
export const QUERY_SETTINGS = { work_mem: '32MB', parallel_tuple_cost: '0.02', parallel_setup_cost: '20000' } as const;

/** Connects to the database and the event store, and listens. */
export async function startApi(options: ApiOptions): Promise<Api> {
  const { databaseUrl, eventStoreUrl, keys, logger, readModels, host, port, dashboardFolder } = options;
  const settings = { ...QUERY_SETTINGS, ...(readModels && builtFor(readModels)) };
  const database = await connectDatabase(databaseUrl, { applicationName: 'ledger api', settings });
  const store = connectEventStore(eventStoreUrl);
  const progress = openProgress(databaseUrl, readModels);
  const release = async () => {
    await progress.close();
    await store.close();
    await database.destroy();
  };
  try {
    const today = () => dayOf(new Date());
    const app = await createApi({ store, sql: database, progress, keys, logger, today }, dashboardFolder);
    await app.listen(port, host).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new Error(`端口 ${port} 已被占用，请以 PORT 指定另一个`, { cause: error });
    });
    return {
      app,
      url: `http://${host}:${portOf(app)}`,
      async stop() {
        await app.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

function portOf(app: NestFastifyApplication): number {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('the API does not listen on a port');
  return address.port;
}
