import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Settings } from './settings.js';

/** Where a running ledger's database and event store are reached. */
export interface Addresses {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
}

const kept = z.object({ databaseUrl: z.string(), eventStoreUrl: z.string() });
const fileIn = (dataDir: string): string => join(dataDir, 'addresses.json');

/** Tells the commands of this machine where the running ledger's parts are; holds a password, so only for its owner. */
export async function keepAddresses(dataDir: string, { databaseUrl, eventStoreUrl }: Addresses): Promise<void> {
  // Not over what is there: a file keeps the mode it was made with.
  await forgetAddresses(dataDir);
  await writeFile(fileIn(dataDir), JSON.stringify({ databaseUrl, eventStoreUrl }), { mode: 0o600 });
}

export const forgetAddresses = (dataDir: string): Promise<void> => rm(fileIn(dataDir), { force: true });

/** The addresses in the settings, else those of the ledger that runs on the data folder. @throws Error when there are none. */
export async function addressesOf({ databaseUrl, eventStoreUrl, dataDir }: Settings): Promise<Addresses> {
  if (databaseUrl !== undefined && eventStoreUrl !== undefined) return { databaseUrl, eventStoreUrl };
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error('台账未在本机运行；分开部署时须设置 DATABASE_URL 与 ESDB_URL');
  return kept.parse(JSON.parse(text));
}
