import { code, either, integer, line, listOf, oneOf, record } from '../checks.js';
import { type Figure, type Item, type Subject } from '../figures.js';
import { apportion } from '../split.js';
import { type Worked, equation, given, over, times, totalOf } from '../worked.js';
import { judge } from './condition.js';
import {
  type Circumstance,
  type Found,
  type FoundNumber,
  type Ground,
  clauses,
  foundNumber,
  ruleMissing,
} from './found.js';
import { missingRule, unitCode } from './forms.js';
import { metricBounds } from './metric-bounds.js';
import { type Inner, type SourceRule } from './rule.js';
import { bestOf, highestOf, lowestOf, meanOf } from './several.js';
import { type EntriesSource, type ItemsSource, type ListSource, type MissingRule, type Source } from './source.js';

const MAX_BEST = 1000;
const MAX_EXCLUSIONS = 30;
const MAX_PLACES = 6;

/** What is said of a list, wherever it comes from. */
const listing = ({ source, condition }: Inner) => ({
  required: {
    split: either(
      oneOf('whole', 'share'),
      record({ places: integer(0, MAX_PLACES), ties: oneOf('first', 'last') }),
      ' whole（各记全数）、share（按份额），或 { "places": 位数, "ties": "first" | "last" }（最大余额法）',
    ),
    combine: either(
      oneOf('sum', 'mean', 'highest', 'lowest'),
      record({ best: integer(1, MAX_BEST) }),
      ' sum、mean、highest、lowest，或 { "best": 取前几个 }',
    ),
  },
  optional: {
    where: condition,
    exclude: listOf(record({ when: condition, reason: line(200) }), 0, MAX_EXCLUSIONS),
    of: source,
  },
});

const find = (source: ListSource, at: Circumstance, ground: Ground): Found =>
  combineItems(source, at, ground, ({ found }) => found);

export const items: SourceRule<ItemsSource> = {
  check(inner) {
    const { required, optional } = listing(inner);
    return record({ kind: oneOf('items'), input: code, by: unitCode, missing: missingRule, ...required }, optional);
  },
  find,
};

export const entries: SourceRule<EntriesSource> = {
  check(inner) {
    const { required, optional } = listing(inner);
    return record(
      { kind: oneOf('entries'), metric: code, each: oneOf('project', 'month', 'quarter'), ...required },
      { ...metricBounds, ...optional },
    );
  },
  find,
};

export const isList = (source: Source): source is ListSource => source.kind === 'items' || source.kind === 'entries';

/** An item that counts, with what was found for it. */
export interface Counted {
  readonly item: Item;
  readonly found: FoundNumber;
}

/** What an item is worth, before it is split. */
export interface Worth {
  readonly worked: Worked;
  readonly because?: string;
}

/** One number of all the items that count: each by `worthOf`, split by the subject's share, then combined. */
export function combineItems(
  source: ListSource,
  at: Circumstance,
  ground: Ground,
  worthOf: (counted: Counted) => Worth,
): Found {
  const list = countItems(source, at, ground);
  if (!list) return ruleMissing(missingOf(source), `“${nameOf(source)}”`);
  const worths = list.counted.map((each) => splitOf(source, each.item, worthOf(each), at.subject, ground));
  const terms = worths.map(({ worked }) => worked);
  const because = clauses([...list.leftOut, ...worths.map((each) => each.because)]);
  const worked = terms.length === 0 ? given('0') : combined(source.combine, terms);
  return foundNumber(worked, [...list.counted.flatMap(({ found }) => found.figures), ...list.refused], { because });
}

const nameOf = (source: ListSource): string => (source.kind === 'items' ? source.input : source.metric);

/** The ledger always has an answer, if only an empty one. */
const missingOf = (source: ListSource): MissingRule => (source.kind === 'items' ? source.missing : 'zero');

function combined(combine: ListSource['combine'], terms: readonly Worked[]): Worked {
  if (typeof combine === 'object') return bestOf(terms, combine.best);
  return { sum: totalOf, mean: meanOf, highest: highestOf, lowest: lowestOf }[combine](terms);
}

/** The items of a list. */
interface List {
  readonly counted: readonly Counted[];
  /** A clause for each of those left out. */
  readonly leftOut: readonly string[];
  /** Those that somebody decided against, with the reason. */
  readonly refused: readonly Figure[];
}

/** The items that count and those left out; undefined when no list was certified. */
export function countItems(source: ListSource, at: Circumstance, ground: Ground): List | undefined {
  const listed = itemsFor(source, at, ground);
  if (!listed) return undefined;
  const counted: Counted[] = [];
  const leftOut: string[] = [];
  const refused: Figure[] = [];
  for (const item of listed) {
    const here = { ...at, item };
    const reason = reasonAgainst(source, here, ground);
    if (reason === ELSEWHERE) continue;
    if (item.unrecognised !== undefined) refused.push(refusalOf(item, item.unrecognised));
    const found = valueOf(source, here, ground);
    if (reason !== undefined) leftOut.push(`“${item.name}”不计：${reason}`);
    else if (found.kind === 'value') counted.push({ item, found });
    else leftOut.push(`${found.because}，不计`);
  }
  return { counted, leftOut, refused };
}

function itemsFor(source: ListSource, at: Circumstance, ground: Ground): readonly Item[] | undefined {
  const reading = ground.read(source, at);
  if (reading.kind === 'missing') return undefined;
  if (reading.kind !== 'items') throw new RangeError(`list ${nameOf(source)} was answered by ${reading.kind}`);
  return reading.items;
}

/** An item that is no matter of the list at all. */
const ELSEWHERE = Symbol('elsewhere');

type AtItem = Circumstance & { readonly item: Item };

/** Why an item doesn't count; undefined where it does. */
function reasonAgainst(source: ListSource, at: AtItem, ground: Ground): string | typeof ELSEWHERE | undefined {
  if (source.where && !judge(source.where, at, ground).holds) return ELSEWHERE;
  const excluded = source.exclude?.find(({ when }) => judge(when, at, ground).holds);
  return at.item.unrecognised ?? excluded?.reason ?? at.skipped?.get(at.item.id);
}

/** Whether the item at hand is one of those that count in a list of the subject, whatever it counts for there. */
export function isListed(source: ListSource, { subject, item }: Circumstance, ground: Ground): boolean {
  if (!item) throw new RangeError('a list is asked for an item where there is none');
  const listed = itemsFor(source, { subject }, ground);
  if (!listed) {
    ruleMissing(missingOf(source), `“${nameOf(source)}”`);
    return false;
  }
  const own = listed.find(({ id }) => id === item.id);
  return own !== undefined && reasonAgainst(source, { subject, item: own }, ground) === undefined;
}

const refusalOf = ({ name, origin }: Item, reason: string): Figure => ({
  name: `${name}（不予认定）`,
  value: '0',
  origin,
  reason,
});

/** An item without a value of its own counts for one. */
function valueOf({ of }: ListSource, at: AtItem, ground: Ground): Found {
  if (of) return ground.find(of, at);
  const { name, origin } = at.item;
  return foundNumber(given('1'), [{ name, value: '1', origin }]);
}

/** What of an item's worth falls to the subject. */
function splitOf(source: ListSource, item: Item, whole: Worth, subject: Subject, ground: Ground): Worth {
  const { split } = source;
  if (split === 'whole' || item.share === undefined) return whole;
  const exact = times(whole.worked, shareOf(item.share));
  if (split === 'share') return { worked: exact, because: whole.because };
  const parts = ground.everyone.flatMap((each) => {
    const reading = ground.read(source, { subject: each });
    const theirs = reading.kind === 'items' ? reading.items.find(({ id }) => id === item.id) : undefined;
    return theirs ? [{ holder: each.unit.code, share: shareOf(theirs.share ?? '1').value }] : [];
  });
  const part = given(apportion(whole.worked.value, parts, split).get(subject.unit.code) ?? exact.value);
  const cut = `“${item.name}”按份额 ${equation(exact) ?? exact.text} 最大余额法取 ${part.text}`;
  return { worked: part, because: clauses([whole.because, cut]) };
}

/** `0.5` or `1/3`. */
function shareOf(share: string): Worked {
  const [part = '', whole] = share.split('/');
  return whole === undefined ? given(part) : over(given(part), given(whole));
}
