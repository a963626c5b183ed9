import { Decimal } from '../arithmetic.js';
import { forGroup, isForGroup } from '../by-group.js';
import { type SchemeProblem } from '../checks.js';
import { type Located } from '../places.js';
import { type Limit, type Scheme, isComposite } from '../scheme.js';
import { groupNames } from './of-subjects.js';

/** Caps below floors. */
export function boundProblems({ indicator, path }: Located, { subjects }: Scheme): SchemeProblem[] {
  const perItem = isComposite(indicator) ? undefined : indicator.perItem;
  const crossed = groupNames(subjects)
    .filter((group) => isForGroup(indicator, group))
    .flatMap((group) => {
      const points = forGroup(indicator.points, group) ?? '0';
      return crossing(boundOf(indicator.cap, points), boundOf(indicator.floor, points), `${path}.cap`);
    });
  return [
    ...crossed.slice(0, 1),
    ...(perItem ? crossing(boundOf(perItem.cap, '0'), boundOf(perItem.floor, '0'), `${path}.perItem.cap`) : []),
  ];
}

const boundOf = (limit: Limit, points: string): Decimal | undefined => {
  if (typeof limit === 'object') return new Decimal(points).times(limit.times);
  return limit === 'none' ? undefined : new Decimal(limit);
};

/** What is wrong with a cap and a floor, if both are set. */
function crossing(cap: Decimal | undefined, floor: Decimal | undefined, field: string): SchemeProblem[] {
  if (!cap || !floor || cap.gte(floor)) return [];
  return [{ field, code: 'SCHEME.CAP_BELOW_FLOOR', message: `封顶 ${cap.toFixed()} 低于保底 ${floor.toFixed()}` }];
}
