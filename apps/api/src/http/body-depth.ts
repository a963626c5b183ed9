import { type FastifyInstance } from 'fastify';
import { InvalidRequest } from './problem.js';

const DEEPEST = 32;

/** Refuses bodies nested so deep that walking them would exhaust the stack. */
export function limitBodyDepth(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (isDeeperThan(DEEPEST, request.body))
      done(new InvalidRequest([{ field: '', code: 'BODY.TOO_DEEP', message: `请求体嵌套不得超过 ${DEEPEST} 层` }]));
    else done();
  });
}

function isDeeperThan(limit: number, body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
