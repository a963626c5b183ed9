import { code, either, integer, line, listOf, oneOf, record } from '../checks.js';
import { type Item, type Subject } from '../figures.js';
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
import { type SourceRule } from './rule.js';
import { bestOf, highestOf, lowestOf, meanOf } from './several.js';
import { type ItemsSource } from './source.js';

const MAX_BEST = 1000;
const MAX_EXCLUSIONS = 30;
const MAX_PLACES = 6;

export const items: SourceRule<ItemsSource> = {
  check: ({ source, condition }) =>
    record(
      {
        kind: oneOf('items'),
        input: code,
        by: unitCode,
        missing: missingRule,
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
      {
        where: condition,
        exclude: listOf(record({ when: condition, reason: line(200) }), 1, MAX_EXCLUSIONS),
        of: source,
      },
    ),

  find: (source, at, ground) => combineItems(source, at, ground, ({ found }) => found),
};

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
  source: ItemsSource,
  at: Circumstance,
  ground: Ground,
  worthOf: (counted: Counted) => Worth,
): Found {
  const list = countItems(source, at, ground);
  if (!list) return ruleMissing(source.missing, `“${source.input}”`);
  const worths = list.counted.map((each) => splitOf(source, each.item, worthOf(each), at.subject, ground));
  const terms = worths.map(({ worked }) => worked);
  const because = clauses([...list.leftOut, ...worths.map((each) => each.because)]);
  const worked = terms.length === 0 ? given('0') : combined(source.combine, terms);
  return foundNumber(
    worked,
    list.counted.flatMap(({ found }) => found.figures),
    { because },
  );
}

function combined(combine: ItemsSource['combine'], terms: readonly Worked[]): Worked {
  if (typeof combine === 'object') return bestOf(terms, combine.best);
  return { sum: totalOf, mean: meanOf, highest: highestOf, lowest: lowestOf }[combine](terms);
}

/** The items that count, and a clause for those left out; undefined when no list was certified. */
export function countItems(
  source: ItemsSource,
  at: Circumstance,
  ground: Ground,
): { counted: Counted[]; leftOut: string[] } | undefined {
  const reading = ground.read(source, at);
  if (reading.kind === 'missing') return undefined;
  if (reading.kind !== 'items') throw new RangeError(`input ${source.input} was answered by ${reading.kind}`);
  const counted: Counted[] = [];
  const leftOut: string[] = [];
  for (const item of reading.items) {
    const here = { ...at, item };
    if (source.where && !judge(source.where, here, ground).holds) continue;
    const excluded = source.exclude?.find(({ when }) => judge(when, here, ground).holds);
    const reason = item.unrecognised ?? excluded?.reason ?? at.skipped?.get(item.id);
    const found = valueOf(source, here, ground);
    if (reason !== undefined) leftOut.push(`“${item.name}”不计：${reason}`);
    else if (found.kind === 'value') counted.push({ item, found });
    else leftOut.push(`${found.because}，不计`);
  }
  return { counted, leftOut };
}

/** An item without a value of its own counts for one. */
function valueOf({ of }: ItemsSource, at: Circumstance & { readonly item: Item }, ground: Ground): Found {
  if (of) return ground.find(of, at);
  const { name, origin } = at.item;
  return foundNumber(given('1'), [{ name, value: '1', origin }]);
}

/** What of an item's worth falls to the subject. */
function splitOf(source: ItemsSource, item: Item, whole: Worth, subject: Subject, ground: Ground): Worth {
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
