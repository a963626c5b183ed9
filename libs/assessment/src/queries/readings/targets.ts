import { METRICS } from '#libs/league-tables';
import { type TargetRow, dueShare, targetsKnown } from '#libs/targets';
import { type Day, Decimal, addDays } from '#libs/values';
import { Decimal as Exact } from '../../domain/arithmetic.js';
import { type Scheme } from '../../domain/scheme.js';
import { type Answers, type Asked, type Asking, MISSING } from './asking.js';
import { writeOrigin } from './origin.js';

/**
 * Answers from the register of targets, as they held on the period's last day: the target of the year in which the period
 * ends, or what of the targets of all its years falls due within it.
 */
export async function targetAnswers(asked: Asked<'register'>, { sql, scheme, of, asOf }: Asking): Promise<Answers> {
  const metrics = [...new Set([...asked.values()].map(({ metric }) => metric))];
  const rows: TargetRow[] = [];
  for (const year of metrics.length > 0 ? yearsOf(scheme.period) : [])
    rows.push(...(await targetsKnown(sql, { year, metrics, on: scheme.period.to }, asOf)));
  const byPlace = Map.groupBy(
    rows.filter(({ subjectKind }) => subjectKind === of),
    ({ metric, subjectCode }) => keyOf(metric, subjectCode),
  );
  return (key, subject) => {
    const question = asked.get(key);
    if (!question) throw new RangeError(`nobody asked ${key}`);
    const known = byPlace.get(keyOf(question.metric, subject)) ?? [];
    const last = known.find(({ year }) => year === yearsOf(scheme.period).at(-1));
    const counted = question.of === 'year' ? (last ? [last] : []) : known;
    if (counted.length === 0) return MISSING;
    const words = question.of === 'year' ? '全年目标' : '时序目标';
    return {
      kind: 'quantity',
      quantity: {
        name: `${nameOf(question.metric)}${words}`,
        value:
          question.of === 'year' ? new Decimal(counted[0]?.amount ?? 0).toFixed() : dueWithin(counted, scheme.period),
        origin: writeOrigin({ kind: 'events', eventIds: counted.map(({ eventId }) => eventId) }),
      },
    };
  };
}

const keyOf = (metric: string, subject: string): string => JSON.stringify([metric, subject]);
const nameOf = (metric: string): string => METRICS.find(({ code }) => code === metric)?.name ?? metric;

function yearsOf({ from, to }: Scheme['period']): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
}

/** Due by the last day less what was due before the first. */
function dueWithin(rows: readonly TargetRow[], { from, to }: Scheme['period']): string {
  const due = ({ amount, schedule, year }: TargetRow, day: Day): Decimal => {
    const { numerator, denominator } = dueShare(schedule, year, day);
    return new Exact(amount).times(numerator).dividedBy(denominator);
  };
  const before = addDays(from, -1);
  return rows.reduce((sum, row) => sum.plus(due(row, to)).minus(due(row, before)), new Exact(0)).toFixed();
}
