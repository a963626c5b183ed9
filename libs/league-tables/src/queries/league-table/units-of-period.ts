import { type Succession, type UnitSummary } from '#libs/units';
import { type Day } from '#libs/values';
import { sum } from '../../figures.js';
import { type Score } from '../../ranking.js';

/** Whether the unit was there on any day of the period. */
export const existedIn = ({ registeredOn, end }: UnitSummary, period: { from: Day; to: Day }): boolean =>
  registeredOn <= period.to && (end === undefined || end.from > period.from);

const WENT = { merged: '并入', split: '拆分为' } as const;

/** What a table says beside a unit that has gone by the period's end: 并入 X. */
export const noteOf = ({ end }: UnitSummary): string | undefined =>
  end && `${end.from} ${WENT[end.kind]}${end.into.map(({ name }) => name).join('、')}`;

/** What merged units scored is added to that of whoever answers for them; a rate's parts add up one by one. */
export function rollUp(scores: readonly Score[], successorOf: Succession, isRate: boolean): Score[] {
  const bySuccessor = Map.groupBy(scores, ({ unit }) => successorOf(unit));
  return [...bySuccessor].map(([unit, together]) => ({
    unit,
    numerator: sum(together.map(({ numerator }) => numerator)),
    denominator: isRate ? sum(together.map(({ denominator }) => denominator)) : '1',
  }));
}
