import { type Actor, signToken } from '#libs/access';
import { LedgerClient } from '../client.js';
import { askReceipt, scoreNamed } from '../explain/ask-receipt.js';
import { receiptText } from '../explain/receipt-text.js';
import { localSigningKey } from '../keys.js';
import { readSettings } from '../settings.js';

/** Reads everything and writes nothing. */
const READER: Actor = { id: 'command-line', unit: 'command-line', role: 'auditor' };

interface ExplainOptions {
  url: string;
  schemeVersion?: string;
  asOf?: string;
  json?: boolean;
}

/** Prints a score's receipt, as text for a person with a calculator or as JSON. @throws RefusedError, with the API's words. */
export async function runExplain(score: string, { url, schemeVersion, asOf, json }: ExplainOptions): Promise<void> {
  const key = await localSigningKey(readSettings().dataDir);
  const client = new LedgerClient(url.replace(/\/$/, ''));
  const question = { ...scoreNamed(score), version: schemeVersion, asOf };
  const receipt = await askReceipt(client, await signToken(key, READER, '5m'), question);
  console.log(json ? JSON.stringify(receipt, null, 2) : receiptText(receipt));
}
