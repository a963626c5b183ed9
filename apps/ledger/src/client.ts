import { setTimeout as delay } from 'node:timers/promises';
import { type Answer } from '#libs/command-handling';
import { type Problem } from '#libs/contract';

/** The API said no; the problem says why. */
export class RefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code} ${problem.detail}${problem.field ? `（${problem.field}）` : ''}`);
    this.name = 'RefusedError';
  }
}

/** The same command, sent a moment ago by a sender that didn't wait for its answer: soon there will be one. */
const UNDER_WAY = 'COMMAND.IN_FLIGHT';

const ATTEMPTS = 5;
const PAUSE_MS = 200;

/** Talks to a ledger's API as any client would. */
export class LedgerClient {
  constructor(private readonly url: string) {}

  /**
   * Sends a command; where the API is away or overloaded, or still at the same command, it is sent again under the same
   * key.
   * @throws RefusedError on a 4xx, or when the API stays away.
   */
  async send(token: string, path: string, key: string, body: object): Promise<Answer> {
    const init = {
      method: 'POST',
      headers: { 'idempotency-key': key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    return (await this.fetch(token, path, init)) as Answer;
  }

  /** @throws RefusedError on a 4xx, or when the API stays away. */
  async get<Result>(token: string, path: string): Promise<Result> {
    return (await this.fetch(token, path, { headers: {} })) as Result;
  }

  private async fetch(
    token: string,
    path: string,
    init: RequestInit & { headers: Record<string, string> },
    attemptsLeft = ATTEMPTS,
  ): Promise<unknown> {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const response = await fetch(`${this.url}${path}`, { ...init, headers }).catch((error: unknown) => error as Error);
    if (response instanceof Response) {
      if (response.ok) return response.json();
      const problem = (await response.json()) as Problem;
      const isPassing = response.status === 503 || problem.code === UNDER_WAY;
      if (!isPassing || attemptsLeft <= 1) throw new RefusedError(problem);
    } else if (attemptsLeft <= 1) throw response;
    await delay(PAUSE_MS * 2 ** (ATTEMPTS - attemptsLeft));
    return this.fetch(token, path, init, attemptsLeft - 1);
  }
}
