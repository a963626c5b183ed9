import { pino } from 'pino';
import { startApi } from '#apps/api';
import { READ_MODELS } from '#apps/projector';
import { DASHBOARD_FOLDER } from '../dashboard-folder.js';
import { verificationKeys } from '../keys.js';
import { untilStopped } from '../until-stopped.js';
import { settingsOfPart } from './parts.js';
import { DEFAULT_PORT } from './start.js';

/** Runs an API with the page alone. */
export async function runApi(): Promise<void> {
  const { databaseUrl, eventStoreUrl, dataDir, jwksFile, logLevel, host, port = DEFAULT_PORT } = settingsOfPart();
  const logger = pino({ level: logLevel }, pino.destination(2));
  const keys = await verificationKeys(dataDir, jwksFile);
  const api = await startApi({
    databaseUrl,
    eventStoreUrl,
    keys,
    logger,
    readModels: READ_MODELS,
    host,
    port,
    dashboardFolder: DASHBOARD_FOLDER,
  });
  console.error(`页面与 API：${api.url}/`);
  await untilStopped(api);
}
