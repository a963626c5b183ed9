import { type Decider, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';
import { type UnitPlaced } from './hierarchy.events.js';
import { UNIT_TITLES } from './titles.js';

export interface PlaceUnit {
  readonly kind: 'place-unit';
  readonly placement: UnitPlaced['data'];
  readonly today: Day;
}

interface Placement {
  readonly parent?: UnitCode;
  readonly from: Day;
}

/** Each unit's places, in the order of their days. */
export type Hierarchy = ReadonlyMap<UnitCode, readonly Placement[]>;

/** The unit above, on a day. */
export const parentOn = (hierarchy: Hierarchy, unit: UnitCode, day: Day): UnitCode | undefined =>
  hierarchy.get(unit)?.findLast(({ from }) => from <= day)?.parent;

/** The rules of the hierarchy (features.md L11): on no day does a unit stand above itself. */
export const hierarchyDecider: Decider<PlaceUnit, Hierarchy, UnitPlaced> = {
  knows: UNIT_TITLES,
  initialState: new Map(),

  decide({ placement, today }, state) {
    const { unit, parent, from, occurredOn } = placement;
    refuseFuture(occurredOn, today);
    const last = state.get(unit)?.at(-1);
    if (last) refuseBefore(from, last.from, '上一次隶属变更生效', 'from');
    refuseUnless(last?.parent !== parent, 'conflict', 'UNIT.SAME_PARENT', '隶属关系没有变化', 'parent');
    for (const day of [from, ...changesAfter(state, from)])
      refuseUnless(
        !isUnder(state, parent, unit, day),
        'invalid',
        'UNIT.HIERARCHY_CYCLE',
        `单位 ${parent} 在 ${day} 隶属于单位 ${unit}，不能作为其上级`,
        'parent',
      );
    return [{ type: 'UnitPlaced', data: placement }];
  },

  evolve(state, { data: { unit, parent, from } }) {
    return new Map(state).set(unit, [...(state.get(unit) ?? []), { parent, from }]);
  },
};

/** The days after `from` on which anything in the hierarchy changes: a cycle may close on a later one only. */
const changesAfter = (hierarchy: Hierarchy, from: Day): Set<Day> =>
  new Set(
    [...hierarchy.values()]
      .flat()
      .map((placement) => placement.from)
      .filter((day) => day > from),
  );

/** Whether `lower` is `upper` or stands under it, on a day. */
function isUnder(hierarchy: Hierarchy, lower: UnitCode | undefined, upper: UnitCode, day: Day): boolean {
  for (let unit = lower; unit !== undefined; unit = parentOn(hierarchy, unit, day)) if (unit === upper) return true;
  return false;
}
