import { type AsOf } from './resolve-as-of.query.js';

/** The as-of of an answer, as the API shows it: every figure says as of which event it is. */
export interface ShownAsOf {
  readonly seq: string;
  readonly recordedAt: string | null;
}

/** An answer together with the as-of it was made at. */
export type Dated<Result> = Result & { readonly asOf: ShownAsOf };

export const shownAsOf = ({ seq, recordedAt }: AsOf): ShownAsOf => ({
  seq: String(seq),
  recordedAt: recordedAt?.toISOString() ?? null,
});
