import { show } from './arithmetic.js';
import { boundOn } from './bounds.js';
import { type Measured } from './scheme.js';
import { awardBy } from './shapes/index.js';
import { judge } from './sources/condition.js';
import { type Circumstance, type Found, type Ground, clauses } from './sources/found.js';
import { type Counted, type Worth, combineItems, countItems, isList } from './sources/items.js';
import { type ListSource } from './sources/source.js';
import { given } from './worked.js';

/** A leaf that scores its source's items one by one. */
export type Itemised = Measured & { readonly source: ListSource; readonly perItem: NonNullable<Measured['perItem']> };

export const isItemised = (leaf: Measured): leaf is Itemised => isList(leaf.source) && leaf.perItem !== undefined;

/** The points of all the items that count, combined as the source says. */
export const scoreItems = (leaf: Itemised, points: string, at: Circumstance, ground: Ground): Found =>
  combineItems(leaf.source, at, ground, (counted) => worthOf(leaf, points, counted, at, ground));

/** What each item that counts is worth by itself, whole, by its id: points, or the value where items aren't scored. */
export function worthsOf(leaf: Measured, points: string, at: Circumstance, ground: Ground): ReadonlyMap<string, Worth> {
  if (!isList(leaf.source)) return new Map();
  const list = countItems(leaf.source, at, ground);
  const worth = (counted: Counted): Worth =>
    isItemised(leaf) ? worthOf(leaf, points, counted, at, ground) : counted.found;
  return new Map(list?.counted.map((counted) => [counted.item.id, worth(counted)]));
}

function worthOf(leaf: Itemised, points: string, { item, found }: Counted, at: Circumstance, ground: Ground): Worth {
  const own = { value: found.worked, measured: found.worked, points: given(points) };
  const here = { ...at, item, own };
  const award = awardBy(leaf.shape, {
    ...own,
    place: { higher: 0, lower: 0 },
    peers: [],
    find: (source) => ground.find(source, here),
    judge: (condition) => judge(condition, here, ground),
  });
  const about = award.because === undefined ? undefined : `“${item.name}”${award.because}`;
  if (!('worked' in award)) return { worked: given('0'), because: about };
  const held = boundOn(award.worked.value, leaf.perItem);
  if (!held) return { worked: award.worked, because: about };
  return { worked: given(held.at), because: clauses([about, `“${item.name}”${held.word} ${show(held.at)} 分`]) };
}
