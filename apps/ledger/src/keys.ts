import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type CryptoKey, type JSONWebKeySet, type JWTVerifyGetKey, createLocalJWKSet } from 'jose';
import { createSigningKey, publicKeySet, readSigningKey } from '#libs/access';

/** The key that signs tokens on this machine, made at first need and kept in the data folder, readable by its owner only. */
export async function localSigningKey(dataDir: string): Promise<CryptoKey> {
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'token-signing.pem');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return readSigningKey(kept);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, randomUUID());
  await writeFile(draft, await createSigningKey(), { mode: 0o600, flag: 'wx' });
  // A link either makes the whole file or finds the one that another process made meanwhile.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readSigningKey(await readFile(file, 'utf8'));
}

/** The public keys that tokens are verified with: those of the file, else the local key's. */
export async function verificationKeys(dataDir: string, jwksFile?: string): Promise<JWTVerifyGetKey> {
  if (jwksFile === undefined) return createLocalJWKSet(await publicKeySet(await localSigningKey(dataDir)));
  return createLocalJWKSet(JSON.parse(await readFile(jwksFile, 'utf8')) as JSONWebKeySet);
}
