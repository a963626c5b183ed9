import { type Day } from '#libs/values';
import { type ApprovalOwedSupplied } from './approval.events.js';

/** What the enterprise still has to hand in after acceptance. */
export interface Owed {
  readonly kind: 'papers' | 'commitment';
  /** By name; those that are on the list come last, in the order of `codes`. */
  readonly items: readonly string[];
  readonly codes?: readonly string[];
  /** What was handed in before the rest, by its code. */
  readonly supplied?: readonly { readonly code: string; readonly on: Day }[];
  readonly by?: Day;
  /** Since when nothing is owed. */
  readonly suppliedOn?: Day;
}

/** What is owed after some of it, or all, has been handed in. */
export function afterSupply(owed: Owed, { items, occurredOn }: ApprovalOwedSupplied['data']): Owed {
  if (!items) return { ...owed, suppliedOn: lastDay(owed, occurredOn) };
  const supplied = [...(owed.supplied ?? []), ...items.map((code) => ({ code, on: occurredOn }))];
  const all = supplied.length === owed.items.length;
  return { ...owed, supplied, ...(all && { suppliedOn: lastDay(owed, occurredOn) }) };
}

const lastDay = ({ supplied = [] }: Owed, day: Day): Day =>
  supplied.reduce((last, { on }) => (on > last ? on : last), day);

/** By name what was still to be handed in at the end of `on`. */
export function outstandingOn({ items, codes = [], supplied = [], suppliedOn }: Owed, on: Day): string[] {
  if (suppliedOn !== undefined && suppliedOn <= on) return [];
  const handedIn = new Set(supplied.filter((each) => each.on <= on).map(({ code }) => code));
  // What is named by codes comes last.
  const first = items.length - codes.length;
  return items.filter((_, index) => index < first || !handedIn.has(codes[index - first] ?? ''));
}
