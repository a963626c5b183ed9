import { type FastifyInstance } from 'fastify';
import { InvalidRequest } from './problem.js';

const MESSAGE = '含有无法保存的字符';

/** Refuses text that no digest or database takes: lone surrogates and NUL, in the address, the query or the body. */
export function limitText(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', ({ params, query, body }, _reply, done) => {
    const field = firstUnstorable(params) ?? firstUnstorable(query) ?? firstUnstorable(body);
    if (field === undefined) done();
    else done(new InvalidRequest([{ field, code: 'FIELD.INVALID', message: `${field} ${MESSAGE}`.trim() }]));
  });
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** The path of the first text that can't be stored; that of a name is its owner's. */
function firstUnstorable(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path.join('.');
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, item] of Object.entries(value)) {
    const fault = isStorable(name) ? firstUnstorable(item, [...path, name]) : path.join('.');
    if (fault !== undefined) return fault;
  }
  return undefined;
}
