import { currentToken, refuseToken } from './session.js';

/** The values of a query string; absent ones are left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/** An answer that is not a success, with the Chinese words that the server gave for it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(`${title}: ${detail}`);
    this.name = 'Problem';
  }
}

/** Asks the API. A refused token ends the session. @throws Problem for every answer but a success. */
export async function ask<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const token = currentToken();
  const response = await fetch(`/v1/${path}?${new URLSearchParams(given).toString()}`, {
    signal,
    headers: { accept: 'application/json', authorization: `Bearer ${token}` },
  }).catch((reason: unknown) => {
    if (signal?.aborted) throw reason;
    throw new Problem(0, '连接不上服务', '请检查网络或稍后重试。');
  });
  if (response.status === 401 && token === currentToken()) refuseToken();
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Answer;
}

/** Whether to ask again: the server is busy catching up or can't be reached. A refusal stays one. */
export const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < 3 && error instanceof Problem && (error.status === 503 || error.status === 0);

/** How long to wait before the next try, in milliseconds. */
export const retryDelay = (failures: number, error: Error): number =>
  1000 * ((error instanceof Problem && error.retryAfterSeconds) || 2 ** failures);

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  return new Problem(
    response.status,
    body.title ?? '请求未成功',
    body.detail ?? `服务返回 ${response.status}。`,
    retryAfter,
  );
}
