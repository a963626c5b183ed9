import { type Decimal, compare } from './arithmetic.js';
import { type Better, type TieRule } from './scheme.js';
import { type Settled } from './settle.js';

type Key = Decimal | undefined;

/** A unit's total, and what may break a tie: the higher the better. */
export interface Standing {
  readonly code: string;
  readonly total: Settled;
  readonly breakers: readonly Key[];
}

/** Best first, each with its rank; units that the scheme can't tell apart share it and stand in the order of their codes. */
export function rank<Unit extends Standing>(
  units: readonly Unit[],
  ties: TieRule,
  better: Better,
): (Unit & { rank: number })[] {
  const rows = units.map((unit) => ({ unit, keys: keysOf(unit, ties, better) }));
  rows.sort((a, b) => compareKeys(b.keys, a.keys) || (a.unit.code < b.unit.code ? -1 : 1));
  const ranked: (Unit & { rank: number })[] = [];
  let place = 0;
  rows.forEach(({ unit, keys }, index) => {
    const above = rows[index - 1];
    if (!above || compareKeys(above.keys, keys) !== 0) place = ties.next === 'skip' ? index + 1 : place + 1;
    ranked.push({ ...unit, rank: place });
  });
  return ranked;
}

function keysOf({ total, breakers }: Standing, { compare: by }: TieRule, better: Better): Key[] {
  const own = by === 'rounded' ? total.rounded : total.value;
  return [better === 'higher' ? own : own.negated(), ...breakers];
}

/** The first difference decides; what isn't there is below any number. */
function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (const [index, key] of a.entries()) {
    const order = compareKey(key, b[index]);
    if (order !== 0) return order;
  }
  return 0;
}

const compareKey = (a: Key, b: Key): number =>
  a && b ? compare(a, b) : Number(a !== undefined) - Number(b !== undefined);
