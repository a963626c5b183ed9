import { pino } from 'pino';
import { z } from 'zod';
import { startProjector } from './start-projector.js';

const environment = z.object({ DATABASE_URL: z.string().min(1), ESDB_URL: z.string().min(1) });

const logger = pino({ level: process.env.LOG_LEVEL ?? 'info' });
const { DATABASE_URL: databaseUrl, ESDB_URL: eventStoreUrl } = environment.parse(process.env);
const projector = await startProjector({ databaseUrl, eventStoreUrl, logger });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void projector.stop());
