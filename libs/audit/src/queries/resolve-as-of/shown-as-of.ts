import { type AsOf } from './resolve-as-of.query.js';

/** The as-of of an answer, as the API shows it: every figure says as of which event it is. */
export interface ShownAsOf {
  readonly seq: string;
  readonly recordedAt: string | null;
  /** Present when events up to then could not be applied and wait for a fix: what they say is missing. */
  readonly incomplete?: { readonly parked: number };
}

/** An answer together with the as-of it was made at. */
export type Dated<Result> = Result & { readonly asOf: ShownAsOf };

export const shownAsOf = ({ seq, recordedAt, parked = 0 }: AsOf): ShownAsOf => ({
  seq: String(seq),
  recordedAt: recordedAt?.toISOString() ?? null,
  ...(parked > 0 && { incomplete: { parked } }),
});
