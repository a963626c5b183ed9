import { type Settings, readSettings } from '../settings.js';

/** The settings of a part that runs apart from the others: it has to be told where they are. */
export function settingsOfPart(): Settings & { databaseUrl: string; eventStoreUrl: string } {
  const settings = readSettings();
  const { databaseUrl, eventStoreUrl } = settings;
  if (databaseUrl === undefined || eventStoreUrl === undefined)
    throw new Error('单独启动时须设置 DATABASE_URL 与 ESDB_URL');
  return { ...settings, databaseUrl, eventStoreUrl };
}
