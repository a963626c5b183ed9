import { refuseUnless } from '#libs/eventsourcing';
import { isId } from '#libs/values';
import { type AuthenticatedRequest } from './access.guard.js';
import { InvalidRequest } from './problem.js';

const KEY = /^[\x21-\x7e]{1,200}$/;
const REVISION = /^"?(\d{1,18})"?$/;

const header = (request: AuthenticatedRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

/** @throws InvalidRequest unless the request has an `Idempotency-Key` of 1 to 200 visible ASCII characters. */
export function idempotencyKey(request: AuthenticatedRequest): string {
  const key = header(request, 'idempotency-key');
  if (key === undefined) throw invalid('Idempotency-Key', 'IDEMPOTENCY_KEY.MISSING', '命令须带 Idempotency-Key 请求头');
  if (!KEY.test(key))
    throw invalid('Idempotency-Key', 'IDEMPOTENCY_KEY.INVALID', 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符');
  return key;
}

/** The revision that `If-Match` names, as the ETag of an earlier answer gave it; undefined without the header. */
export function expectedRevision(request: AuthenticatedRequest): bigint | undefined {
  const value = header(request, 'if-match');
  if (value === undefined) return undefined;
  const revision = REVISION.exec(value)?.[1];
  if (revision === undefined) throw invalid('If-Match', 'IF_MATCH.INVALID', 'If-Match 须为修订号，如 "3"');
  return BigInt(revision);
}

/** The client's `X-Correlation-Id`, if it sent one. */
export function correlationId(request: AuthenticatedRequest): string | undefined {
  const value = header(request, 'x-correlation-id');
  refuseUnless(
    value === undefined || isId(value),
    'invalid',
    'CORRELATION_ID.INVALID',
    'X-Correlation-Id 须为 UUID',
    'X-Correlation-Id',
  );
  return value;
}

const invalid = (field: string, code: string, message: string) => new InvalidRequest([{ field, code, message }]);
