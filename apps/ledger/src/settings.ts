import { resolve } from 'node:path';
import { z } from 'zod';

const portText = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  /** The HTTP port; 0 takes a free one. */
  PORT: portText.optional(),
  /** The address to listen on; only this machine by default. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Where keys and the embedded parts keep what must last. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** A Postgres in place of the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** An EventStoreDB or KurrentDB in place of the embedded store. */
  ESDB_URL: z
    .string()
    .regex(/^(esdb|kurrentdb)(\+discover)?:\/\//)
    .optional(),
  /** The key set (JWKS) of whoever signs tokens, as a file, in place of the local key. */
  JWKS_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export interface Settings {
  readonly port?: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly eventStoreUrl?: string;
  readonly jwksFile?: string;
  readonly logLevel: string;
}

/** Reads the environment, once. @throws Error that names each variable at fault. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) throw new Error(`环境变量有误：${read.error.issues.map(({ path }) => path.join('.')).join('、')}`);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, ESDB_URL, JWKS_FILE, LOG_LEVEL } = read.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    eventStoreUrl: ESDB_URL,
    jwksFile: JWKS_FILE,
    logLevel: LOG_LEVEL,
  };
}
