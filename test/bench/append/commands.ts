import { Agent, request } from 'node:http';
import { timedInLanes, type Timed } from '../support/lanes.js';
import { runAsProgram } from '../support/program.js';
import type { ApiAddress } from './api.js';
import { IN_FLIGHT, type Operation, type Share, operationsOf } from './workload.js';

/** Connections stay open, as a browser's or another server's would. */
const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });

/** The program: a share's commands sent through HTTP, each answered 201 with the revision that it must have. */
runAsProgram<{ api: ApiAddress; share: Share }, Timed>(({ api, share }) => {
  const { hostname, port } = new URL(api.url);
  const prepared = operationsOf(share).map((operation) => ({ operation, body: JSON.stringify(operation.body) }));
  return timedInLanes(IN_FLIGHT, prepared, ({ operation: { path, key, expected }, body }) =>
    send({ hostname, port, path, token: api.token, key, body }, expected + 1n),
  );
});

interface Sending extends Pick<Operation, 'path' | 'key'> {
  readonly hostname: string;
  readonly port: string;
  readonly token: string;
  readonly body: string;
}

function send({ hostname, port, path, token, key, body }: Sending, revision: bigint): Promise<void> {
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
        if (landed) resolve();
        else reject(new Error(`${path} was answered ${response.statusCode} ${answer}, not revision ${revision}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
