import { type Receipt } from '#libs/assessment';
import { type Dated } from '#libs/audit';
import { type LedgerClient } from '../client.js';

/** Which score: of a subject by a scheme, whole or one indicator's; the latest version as known now when not said. */
export interface ScoreName {
  readonly scheme: string;
  readonly subject: string;
  readonly indicator?: string;
}

/** Reads `demo/341522` or `demo/341522/start-rate`. @throws Error for anything else. */
export function scoreNamed(text: string): ScoreName {
  const [scheme, subject, indicator, ...rest] = text.split('/');
  if (!scheme || !subject || indicator === '' || rest.length > 0)
    throw new Error(`得分须写作 方案/对象 或 方案/对象/指标，不是“${text}”`);
  return { scheme, subject, ...(indicator !== undefined && { indicator }) };
}

/** Asks the API for a receipt. @throws RefusedError */
export function askReceipt(
  client: LedgerClient,
  token: string,
  question: ScoreName & { readonly version?: string; readonly asOf?: string },
): Promise<Dated<Receipt>> {
  const { scheme, subject, ...more } = question;
  const query = new URLSearchParams(
    Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
  );
  const path = `/v1/assessments/${encodeURIComponent(scheme)}/receipts/${encodeURIComponent(subject)}`;
  return client.get<Dated<Receipt>>(token, `${path}?${query.toString()}`);
}
