import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { problemOfAddress } from './problem.js';

/** Answers what fails before any route is found: an address with broken escapes, or with an id too long to be one. */
export function answerBadAddress({ statusCode }: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOfAddress(statusCode);
  void reply.status(problem.status).type('application/problem+json').send(problem);
}
