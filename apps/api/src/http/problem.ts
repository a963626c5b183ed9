import { HttpException } from '@nestjs/common';
import { InvalidScheme } from '#libs/assessment';
import { Refusal, type RefusalKind, UnknownTypeError, UnknownVersionError } from '#libs/eventsourcing';
import { UnavailableError, WrongRevisionError } from '#libs/event-store';
import { type FieldProblem, type Problem } from '#libs/contract';

/** A request that is wrong in form: every field at fault is named. */
export class InvalidRequest extends Error {
  constructor(readonly errors: FieldProblem[]) {
    super('invalid request');
  }
}

/** The read models did not reach the asked position in time. */
export class NotYetReadable extends Error {}

const STATUS: Record<RefusalKind, number> = {
  invalid: 422,
  conflict: 409,
  stale: 412,
  'not-found': 404,
  forbidden: 403,
};

const TITLES: Record<number, string> = {
  400: '请求格式有误',
  401: '未登录',
  403: '无权操作',
  404: '未找到',
  405: '不支持的方法',
  409: '与已有记录冲突',
  412: '修订号已过期',
  413: '请求体过大',
  414: '地址过长',
  415: '不支持的内容类型',
  422: '不符合规则',
  500: '系统内部错误',
  503: '暂时不可用',
};

const FRAMEWORK_PROBLEMS: Record<number, [code: string, detail: string]> = {
  400: ['BODY.BROKEN_JSON', '请求体不是有效的 JSON'],
  401: ['ACCESS.UNAUTHENTICATED', '请提供有效的访问令牌（Authorization: Bearer …）'],
  404: ['ROUTE.UNKNOWN', '没有这个地址'],
  413: ['BODY.TOO_LARGE', '请求体超过 1 MiB'],
  415: ['BODY.UNSUPPORTED_TYPE', '请求体须为 application/json'],
};

const problem = (status: number, code: string, detail: string, more: Partial<Problem> = {}): Problem => ({
  type: `urn:ledger:problem:${code}`,
  title: TITLES[status] ?? '请求未能办理',
  status,
  code,
  detail,
  ...more,
});

/** What the client is told about an error; anything unforeseen is a bare 500 without its message. */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidScheme)
    return problem(422, error.code, error.message, { field: error.field, errors: [...error.problems] });
  if (error instanceof Refusal)
    return problem(STATUS[error.kind], error.code, error.message, error.field ? { field: error.field } : {});
  if (error instanceof InvalidRequest) {
    const [first] = error.errors;
    return problem(400, 'REQUEST.INVALID', first?.message ?? '请求有误', { field: first?.field, errors: error.errors });
  }
  if (error instanceof WrongRevisionError)
    return problem(409, 'REVISION.CONTENDED', '同一事项正被多人修改，请稍后再试');
  if (error instanceof UnavailableError)
    return problem(503, 'STORE.UNAVAILABLE', '事件库暂时不可用，请用同一 Idempotency-Key 重试');
  if (error instanceof UnknownVersionError || error instanceof UnknownTypeError)
    return problem(503, 'EVENT.VERSION_UNKNOWN', '所涉内容由更新版本的程序写入，请待本程序升级后再试');
  if (error instanceof NotYetReadable)
    return problem(503, 'READ_MODEL.BEHIND', '数据尚未更新到所要求的位置，请稍后再试');
  if (error instanceof HttpException) {
    const status = error.getStatus();
    const [code, detail] = FRAMEWORK_PROBLEMS[status] ?? ['REQUEST.REFUSED', '请求未能办理'];
    return problem(status, code, detail);
  }
  return isConnectionLoss(error)
    ? problem(503, 'DATABASE.UNAVAILABLE', '数据库暂时不可用，请稍后再试')
    : problem(500, 'INTERNAL', '系统内部错误，已记录');
}

/** What the client is told about an address that no route could even be looked up by. */
export const problemOfAddress = (status: number | undefined): Problem =>
  status === 414
    ? problem(414, 'ROUTE.TOO_LONG', '地址中的编号或代码过长')
    : problem(400, 'ROUTE.MALFORMED', '地址中有无法识别的字符');

const CONNECTION_LOSS = /^(ECONN|EPIPE|ETIMEDOUT|08|57P)/;

function isConnectionLoss(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && CONNECTION_LOSS.test(code)) ||
    (typeof message === 'string' &&
      /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(message))
  );
}
