import { amount, either, integer, oneOf, record } from '../checks.js';
import { type Subject, namedFigures } from '../figures.js';
import { type Worked, given, totalOf } from '../worked.js';
import { type Found, type Ground, foundNumber } from './found.js';
import { comparedForm, numbersOf } from './peers.js';
import { type SourceRule } from './rule.js';
import { ascending, deviationOf, highestOf, lowestOf, meanOf, medianOf, quantileOf } from './several.js';
import { type AmongSource, type AmongTake } from './source.js';

const MAKE: Readonly<Record<Exclude<AmongTake, object>, (terms: readonly Worked[]) => Worked>> = {
  mean: meanOf,
  median: medianOf,
  sum: totalOf,
  highest: highestOf,
  lowest: lowestOf,
  count: (terms) => given(String(terms.length)),
  deviation: (terms) => deviationOf(terms, terms.length),
  'sample-deviation': (terms) => deviationOf(terms, terms.length - 1),
};

const MAX_DROPPED = 100;
const some = integer(1, MAX_DROPPED);

export const among: SourceRule<AmongSource> = {
  check: ({ source }) =>
    record(
      {
        kind: oneOf('among'),
        of: source,
        take: either(
          oneOf(...Object.keys(MAKE)),
          record({ quantile: amount('0', '1') }),
          `以下之一：${Object.keys(MAKE).join('、')}，或 { "quantile": 分位 }`,
        ),
      },
      {
        dropHighest: some,
        dropLowest: some,
        only: either(
          record({ highest: some }),
          record({ lowest: some }),
          ' { "highest": 取最高几个 }，或 { "lowest": 取最低几个 }',
        ),
        compared: comparedForm,
      },
    ),

  find(source, { subject }, ground): Found {
    const circle = ground.peersOf(subject, source.compared);
    const found = known.get(circle) ?? new Map<AmongSource, Found>();
    known.set(circle, found);
    const result = found.get(source) ?? amongAll(source, circle, ground);
    found.set(source, result);
    return result;
  },
};

/** What was found for all who are compared: it is the same for each of them. */
const known = new WeakMap<readonly Subject[], Map<AmongSource, Found>>();

function amongAll(source: AmongSource, circle: readonly Subject[], ground: Ground): Found {
  const { of, take } = source;
  const peers = numbersOf(of, circle, ground);
  const terms = keptOf(
    source,
    peers.map(({ found }) => found.worked),
  );
  const needed = take === 'sample-deviation' ? 2 : 1;
  if (terms.length < needed) {
    return { kind: 'not-applicable', because: '可比较的对象不足，不参与本项', figures: [] };
  }
  const worked = typeof take === 'object' ? quantileOf(terms, take.quantile) : MAKE[take](terms);
  const figures = peers.flatMap(({ name, found }) => namedFigures(name, found.figures));
  const isRate = take !== 'count' && peers.every(({ found }) => found.isRate);
  return foundNumber(worked, figures, { isRate });
}

/** What is left of the numbers, in the order of those who have them unless some are left out. */
function keptOf({ dropHighest, dropLowest, only }: AmongSource, terms: readonly Worked[]): readonly Worked[] {
  if (dropHighest === undefined && dropLowest === undefined && only === undefined) return terms;
  const kept = ascending(terms).slice(dropLowest ?? 0, Math.max(terms.length - (dropHighest ?? 0), 0));
  if (only === undefined) return kept;
  return 'highest' in only ? kept.slice(-only.highest) : kept.slice(0, only.lowest);
}
