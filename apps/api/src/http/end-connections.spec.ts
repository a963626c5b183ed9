import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { endConnectionsWhenClosing } from './end-connections.js';

it('an answer that is under way when the server closes ends its connection, and the server does not wait for more', async () => {
  const server = fastify({ forceCloseConnections: 'idle' });
  endConnectionsWhenClosing(server);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  server.get('/', () => {
    asked.resolve();
    return answer.promise;
  });
  server.addHook('preClose', (done) => {
    answer.resolve('so');
    done();
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const response = fetch(url);
  await asked.promise;
  const closed = server.close();
  expect((await response).headers.get('connection')).toBe('close');
  expect(await (await response).text()).toBe('so');
  await closed;
});
