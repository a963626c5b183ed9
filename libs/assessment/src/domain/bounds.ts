import { type Decimal, compare, Decimal as Exact } from './arithmetic.js';

/** Decimal text, or `none`. */
export interface Bounds {
  readonly cap: string;
  readonly floor: string;
}

/** The bound that a value is beyond, and which it is; undefined within both. */
export function boundOn(value: Decimal, { cap, floor }: Bounds): { at: Decimal; word: '封顶' | '保底' } | undefined {
  if (cap !== 'none' && compare(value, new Exact(cap)) > 0) return { at: new Exact(cap), word: '封顶' };
  if (floor !== 'none' && compare(value, new Exact(floor)) < 0) return { at: new Exact(floor), word: '保底' };
  return undefined;
}
