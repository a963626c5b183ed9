import { refuseUnless } from '#libs/eventsourcing';
import { type CreditCode } from '#libs/values';
import { investorStream } from '../domain/investor.js';

/** @throws Refusal INVESTOR.UNKNOWN for a code that fails its check: none such is ever bound. */
export function requireInvestorStream(creditCode: CreditCode): string {
  const stream = investorStream({ creditCode });
  refuseUnless(stream, 'not-found', 'INVESTOR.UNKNOWN', '该信用代码尚未对应投资方');
  return stream;
}
