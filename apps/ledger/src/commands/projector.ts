import { pino } from 'pino';
import { startProjector } from '#apps/projector';
import { untilStopped } from '../until-stopped.js';
import { settingsOfPart } from './parts.js';

/** Runs a projector alone; of several, one leads and the others wait. */
export async function runProjector(): Promise<void> {
  const { databaseUrl, eventStoreUrl, logLevel } = settingsOfPart();
  const logger = pino({ level: logLevel }, pino.destination(2));
  await untilStopped(await startProjector({ databaseUrl, eventStoreUrl, logger }));
}
