import { createLocalJWKSet } from 'jose';
import { pino } from 'pino';
import { type Api, startApi } from '#apps/api';
import { createSigningKey, publicKeySet, readSigningKey, signToken } from '#libs/access';
import { runAsProgram } from '../support/program.js';
import type { StoreAddress } from '../support/store.js';
import { ACTOR } from './workload.js';

/** Where the API answers, and the token to come with. */
export interface ApiAddress {
  readonly url: string;
  readonly token: string;
}

let api: Api | undefined;

/** The program: the API of the product as it is built, with tokens signed by a key of its own. */
runAsProgram<StoreAddress, ApiAddress>(
  async (address) => {
    const key = await readSigningKey(await createSigningKey());
    const keys = createLocalJWKSet(await publicKeySet(key));
    const logger = pino({ level: 'warn' }, pino.destination(2));
    api = await startApi({ ...address, keys, logger, host: '127.0.0.1', port: 0 });
    return { url: api.url, token: await signToken(key, ACTOR) };
  },
  async () => api?.stop(),
);
