import { type Decimal, compare, Decimal as Exact } from './arithmetic.js';

/** Decimal text, or `none`. */
export interface Bounds {
  readonly cap: string;
  readonly floor: string;
}

/** The bound that a value is beyond, and the clause that says so; undefined within both. */
export function boundOn(value: Decimal, { cap, floor }: Bounds): { at: Decimal; clause: string } | undefined {
  if (cap !== 'none' && compare(value, new Exact(cap)) > 0) return { at: new Exact(cap), clause: `封顶 ${cap}` };
  if (floor !== 'none' && compare(value, new Exact(floor)) < 0)
    return { at: new Exact(floor), clause: `保底 ${floor}` };
  return undefined;
}
