import { type FastifyInstance } from 'fastify';

/**
 * From the beginning of the end on, every answer ends its connection, too: one that was being answered then would be kept
 * alive afterwards, and hold the end up for over a minute.
 */
export function endConnectionsWhenClosing(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}
