import { compare } from './arithmetic.js';
import { type Measured, type OnceOnly } from './scheme.js';
import { type Worth } from './sources/items.js';

/** What an item would earn under each of several indicators, in their order. */
export type Earnings = readonly { readonly leaf: Measured; readonly worths: ReadonlyMap<string, Worth> }[];

/**
 * For every leaf the items that don't count there because another leaf has them (一个项目只计一次), each with the reason.
 * Of equal earnings the first leaf's holds.
 */
export function takenElsewhere(
  earnings: Earnings,
  keep: OnceOnly['keep'],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const holders = new Map<string, { leaf: Measured; worth: Worth }>();
  for (const { leaf, worths } of earnings) {
    for (const [id, worth] of worths) {
      const holder = holders.get(id);
      const isBetter = holder && keep === 'highest' && compare(worth.worked.value, holder.worth.worked.value) > 0;
      if (!holder || isBetter) holders.set(id, { leaf, worth });
    }
  }
  return new Map(
    earnings.map(({ leaf }) => {
      const others = [...holders].filter(([, holder]) => holder.leaf !== leaf);
      return [leaf.code, new Map(others.map(([id, holder]) => [id, `已在“${holder.leaf.name}”中计分`]))];
    }),
  );
}
