import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Observable } from 'rxjs';
import { type Progress } from '#libs/projections';
import { InvalidRequest, NotYetReadable } from './problem.js';

const POSITION = /^\d{1,19}$/;
const WAIT_MS = 5_000;
const LONGEST_WAIT_S = 60;

/**
 * A query with `minPosition` (from a command's answer) waits until the read models have passed it:
 * five seconds, or as many as `Prefer: wait=` says.
 */
@Injectable()
export class ReadYourWritesInterceptor implements NestInterceptor {
  constructor(private readonly progress: Progress) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: { minPosition?: unknown } }>>();
    const { minPosition } = request.query;
    if (minPosition !== undefined) {
      if (typeof minPosition !== 'string' || !POSITION.test(minPosition))
        throw new InvalidRequest([
          { field: 'minPosition', code: 'FIELD.INVALID', message: 'minPosition 须为命令答复中的 position' },
        ]);
      if (!(await this.progress.waitFor(BigInt(minPosition), waitOf(request.headers.prefer))))
        throw new NotYetReadable();
    }
    return next.handle();
  }
}

function waitOf(prefer: string | string[] | undefined): number {
  const seconds = /(?:^|[,;\s])wait=(\d{1,4})/.exec(String(prefer ?? ''))?.[1];
  return seconds === undefined ? WAIT_MS : Math.min(Number(seconds), LONGEST_WAIT_S) * 1000;
}
