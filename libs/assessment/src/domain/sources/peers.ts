import { compare } from '../arithmetic.js';
import { code, oneOf, record } from '../checks.js';
import { type Subject, namedFigures } from '../figures.js';
import { type Worked, given, over, totalOf } from '../worked.js';
import { type Found, type FoundNumber, type Ground, foundNumber } from './found.js';
import { type SourceRule } from './rule.js';
import { highestOf, lowestOf, meanOf, medianOf } from './several.js';
import { type AmongSource, type IndicatorSource, type PlaceSource, type Source } from './source.js';

/** What a source has for each of several subjects, where it has a number. */
const numbersOf = (
  source: Source,
  subjects: readonly Subject[],
  ground: Ground,
): { name: string; found: FoundNumber }[] =>
  subjects.flatMap((subject) => {
    const found = ground.find(source, { subject });
    return found.kind === 'value' ? [{ name: subject.unit.name, found }] : [];
  });

const MAKE: { readonly [Take in AmongSource['take']]: (terms: readonly Worked[]) => Worked } = {
  mean: meanOf,
  median: medianOf,
  sum: totalOf,
  highest: highestOf,
  lowest: lowestOf,
};

export const among: SourceRule<AmongSource> = {
  check: ({ source }) =>
    record({ kind: oneOf('among'), of: source, take: oneOf('mean', 'median', 'sum', 'highest', 'lowest') }),

  find(source, { subject }, ground): Found {
    const circle = ground.peersOf(subject);
    const found = known.get(circle) ?? new Map<AmongSource, Found>();
    known.set(circle, found);
    const result = found.get(source) ?? amongAll(source, circle, ground);
    found.set(source, result);
    return result;
  },
};

/** What was found for all who are compared: it is the same for each of them. */
const known = new WeakMap<readonly Subject[], Map<AmongSource, Found>>();

function amongAll({ of, take }: AmongSource, circle: readonly Subject[], ground: Ground): Found {
  const peers = numbersOf(of, circle, ground);
  if (peers.length === 0) return { kind: 'not-applicable', because: '没有可比较的对象，不参与本项', figures: [] };
  const worked = MAKE[take](peers.map(({ found }) => found.worked));
  const figures = peers.flatMap(({ name, found }) => namedFigures(name, found.figures));
  return foundNumber(worked, figures, { isRate: peers.every(({ found }) => found.isRate) });
}

export const place: SourceRule<PlaceSource> = {
  check: ({ source }) =>
    record({
      kind: oneOf('place'),
      of: source,
      better: oneOf('higher', 'lower'),
      from: oneOf('first', 'last'),
      as: oneOf('number', 'share'),
    }),

  find({ of, better, from, as }, at, ground): Found {
    const own = ground.find(of, at);
    if (own.kind !== 'value') return own;
    const peers = numbersOf(of, ground.peersOf(at.subject), ground);
    const isAhead = (better === 'higher') === (from === 'first') ? 1 : -1;
    const ahead = peers.filter(({ found }) => compare(found.worked.value, own.worked.value) * isAhead > 0).length;
    const rank = given(String(ahead + 1));
    const because = `${own.worked.text} 列${from === 'first' ? '第' : '倒数第'} ${rank.text} 名（共 ${peers.length} 个）`;
    const worked = as === 'number' ? rank : over(rank, given(String(peers.length)));
    return foundNumber(worked, own.figures, { isRate: as === 'share', because });
  },
};

export const indicator: SourceRule<IndicatorSource> = {
  check: () => record({ kind: oneOf('indicator'), code, take: oneOf('score', 'value', 'measured') }),
  find: (source, { subject }, ground) => ground.indicator(source, subject),
};
