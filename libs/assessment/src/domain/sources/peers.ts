import { compare } from '../arithmetic.js';
import { code, oneOf, record } from '../checks.js';
import { type Figure } from '../figures.js';
import { type Worked, given, over, totalOf } from '../worked.js';
import { type Circumstance, type Found, type FoundNumber, type Ground, foundNumber } from './found.js';
import { type SourceRule } from './rule.js';
import { highestOf, lowestOf, meanOf, medianOf } from './several.js';
import { type AmongSource, type IndicatorSource, type PlaceSource, type Source } from './source.js';

/** What a source has for each of the subjects that are compared, where it has a number. */
function numbersOfPeers(
  source: Source,
  at: Circumstance,
  ground: Ground,
): { name: string; found: FoundNumber; isOwn: boolean }[] {
  return ground.peersOf(at.subject).flatMap((subject) => {
    const found = ground.find(source, { subject });
    return found.kind === 'value' ? [{ name: subject.unit.name, found, isOwn: subject === at.subject }] : [];
  });
}

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

  find({ of, take }, at, ground): Found {
    const peers = numbersOfPeers(of, at, ground);
    if (peers.length === 0) return { kind: 'not-applicable', because: '没有可比较的对象，不参与本项', figures: [] };
    const worked = MAKE[take](peers.map(({ found }) => found.worked));
    const figures = peers.flatMap(({ name, found, isOwn }) => (isOwn ? found.figures : found.figures.map(named(name))));
    return foundNumber(worked, figures, { isRate: peers.every(({ found }) => found.isRate) });
  },
};

const named =
  (name: string) =>
  (figure: Figure): Figure => ({ ...figure, name: `${name}：${figure.name}` });

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
    const peers = numbersOfPeers(of, at, ground);
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
