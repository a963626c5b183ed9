import { type Listed, listing } from '#libs/league-tables';
import { projectNames } from '#libs/projects';
import { type Day, Decimal } from '#libs/values';
import { type Item } from '../../domain/figures.js';
import { periodOf } from '../../domain/sources/question.js';
import { type Answers, type Asked, type Asking } from './asking.js';
import { totalOf } from './metrics.js';
import { writeOrigin } from './origin.js';

/** The ledger's entries, taken apart project by project or month by month: one statement for each list that is asked for. */
export async function entriesAnswers(asked: Asked<'entries'>, { sql, scheme, of, asOf }: Asking): Promise<Answers> {
  const lists = new Map<string, ReadonlyMap<string, readonly Item[]>>();
  for (const [key, question] of asked) {
    const rows = await listing(sql, of, question.each, totalOf(question, scheme), asOf);
    const itemOf = question.each === 'project' ? await projectItems({ sql, asOf }, rows) : timeItem;
    const bySubject = Map.groupBy(rows, ({ subject }) => subject);
    const items = [...bySubject].map(([subject, own]) => [subject, own.map(itemOf)] as const);
    lists.set(key, new Map(items));
  }
  return (key, subject) => {
    const question = asked.get(key);
    if (!question) throw new RangeError(`nobody asked ${key}`);
    const items = lists.get(key)?.get(subject) ?? [];
    if (question.each === 'project') return { kind: 'items', items };
    const known = new Map(items.map((item) => [item.id, item]));
    const times = timesWithin(periodOf(question, scheme), question.each);
    return {
      kind: 'items',
      items: times.map((id) => known.get(id) ?? { id, name: id, values: { quantity: '0' }, tags: [] }),
    };
  };
}

async function projectItems(
  { sql, asOf }: Pick<Asking, 'sql' | 'asOf'>,
  rows: readonly Listed[],
): Promise<(row: Listed) => Item> {
  const nameOf = await projectNames(
    sql,
    rows.map(({ key }) => key),
    asOf,
  );
  return (row) => ({
    id: row.key,
    name: nameOf(row.key).name,
    values: {
      quantity: row.whole,
      ...(row.totalInvestment !== null && { investment: row.totalInvestment }),
      ...(row.fixedAssetInvestment !== null && { 'fixed-assets': row.fixedAssetInvestment }),
    },
    tags: row.chain === null ? [] : [row.chain],
    ...shareOf(row),
    origin: writeOrigin({ kind: 'events', eventIds: row.eventIds }),
  });
}

const timeItem = ({ key, quantity, eventIds }: Listed): Item => ({
  id: key,
  name: key,
  values: { quantity },
  tags: [],
  origin: writeOrigin({ kind: 'events', eventIds }),
});

/** What is the subject's own needs no share. */
function shareOf({ quantity, whole }: Listed): { share?: string } {
  const part = new Decimal(whole).isZero() ? new Decimal(1) : new Decimal(quantity).dividedBy(whole);
  return part.equals(1) ? {} : { share: part.toFixed() };
}

/** The months or quarters that a period touches. */
function timesWithin({ from, to }: { readonly from: Day; readonly to: Day }, each: 'month' | 'quarter'): string[] {
  const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const months = Array.from({ length: monthOf(to) - monthOf(from) + 1 }, (_, index) => monthOf(from) + index);
  const names = months.map((month) => {
    const [year, place] = [Math.floor(month / 12), month % 12];
    return each === 'month' ? `${year}-${String(place + 1).padStart(2, '0')}` : `${year}-Q${Math.floor(place / 3) + 1}`;
  });
  return [...new Set(names)];
}
