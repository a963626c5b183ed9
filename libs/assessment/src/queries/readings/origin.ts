import { type TotalsOf } from '#libs/league-tables';

/** Where a figure was read, as text that a receipt carries until the events behind it are looked up. */
export type Origin =
  /** In the ledger: the question that was asked (by its key), whose total, and which side of a rate. */
  | {
      readonly kind: 'total';
      readonly question: string;
      readonly of: TotalsOf;
      readonly subject: string;
      readonly side: Side;
    }
  /** In events themselves: a certified input, a target. */
  | { readonly kind: 'events'; readonly eventIds: readonly string[] }
  /** In another scheme's result, which has a receipt of its own. */
  | { readonly kind: 'result'; readonly scheme: string; readonly version: number; readonly subject: string };

export type Side = 'numerator' | 'denominator';

export const writeOrigin = (origin: Origin): string => JSON.stringify(origin);

export const readOrigin = (text: string): Origin => JSON.parse(text) as Origin;
