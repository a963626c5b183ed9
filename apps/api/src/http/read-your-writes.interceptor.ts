import { type Reflector } from '@nestjs/core';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Observable } from 'rxjs';
import { type Actor } from '#libs/access';
import { type Progress, type ProjectionId, drawingOn } from '#libs/projections';
import { type OwnWrites } from './own-writes.js';
import { InvalidRequest, NotYetReadable } from './problem.js';
import { DRAWS_ON } from './query-route.js';

type Query = FastifyRequest<{ Querystring: { minPosition?: unknown } }> & { actor?: Actor };

const POSITION = /^\d{1,19}$/;
const WAIT_MS = 5_000;
const LONGEST_WAIT_S = 60;
const COURTESY_MS = 1_000;

/**
 * A query with `minPosition` (from a command's answer) waits until the read models that it draws on have passed it: five
 * seconds, or as many as `Prefer: wait=` says. One without waits a moment for what the same actor wrote here before, and then answers
 * all the same.
 */
@Injectable()
export class ReadYourWritesInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly progress: Progress,
    private readonly ownWrites: OwnWrites,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Query>();
    const { minPosition } = request.query;
    const of = this.reflector.get<readonly ProjectionId[] | undefined>(DRAWS_ON, context.getHandler());
    if (minPosition !== undefined) await this.waitFor(minPosition, waitOf(request.headers.prefer), of);
    else if (request.method === 'GET' && request.actor)
      await this.progress.waitFor(this.ownWrites.of(request.actor.id), COURTESY_MS, of);
    return of ? drawingOn(of, () => next.handle()) : next.handle();
  }

  private async waitFor(position: unknown, timeoutMs: number, of?: readonly ProjectionId[]): Promise<void> {
    if (typeof position !== 'string' || !POSITION.test(position))
      throw new InvalidRequest([
        { field: 'minPosition', code: 'FIELD.INVALID', message: 'minPosition 须为命令答复中的 position' },
      ]);
    if (!(await this.progress.waitFor(BigInt(position), timeoutMs, of))) throw new NotYetReadable();
  }
}

/** RFC 7240: whatever its case, with blanks around the sign, its value quoted or not. */
const WAIT = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})/i;

function waitOf(prefer: string | string[] | undefined): number {
  const seconds = WAIT.exec(String(prefer ?? ''))?.[1];
  return seconds === undefined ? WAIT_MS : Math.min(Number(seconds), LONGEST_WAIT_S) * 1000;
}
