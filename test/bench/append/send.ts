import { Agent, request } from 'node:http';
import type { ApiAddress } from './api.js';
import { IN_FLIGHT, type Operation, type Share, operationsOf } from './workload.js';

/** Connections stay open, as a browser's or another server's would. */
const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });

/** A command ready to be sent, and the revision that it must be answered with. */
export interface Prepared extends Pick<Operation, 'path' | 'key'> {
  readonly body: string;
  readonly revision: bigint;
}

/** A share's commands, made up before anything is timed. */
export const preparedCommands = (share: Share): Prepared[] =>
  operationsOf(share).map(({ path, key, body, expected }) => ({
    path,
    key,
    body: JSON.stringify(body),
    revision: expected + 1n,
  }));

/** Sends one command. Resolves with the position in its answer. @throws Error unless it is answered as it must be. */
export function send({ url, token }: ApiAddress, { path, key, body, revision }: Prepared): Promise<bigint> {
  const { hostname, port } = new URL(url);
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': key,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, path, method: 'POST', headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (text: string) => (answer += text));
      response.on('end', () => {
        const landed = response.statusCode === 201 && response.headers.etag === `"${revision}"`;
        if (landed) resolve(BigInt((JSON.parse(answer) as { position: string }).position));
        else reject(new Error(`${path} was answered ${response.statusCode} ${answer}, not revision ${revision}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
