import { compare } from '../arithmetic.js';
import {
  type Check,
  amount,
  byKind,
  checkBy,
  chosenBy,
  code,
  integer,
  isObject,
  listOf,
  oneOf,
  record,
} from '../checks.js';
import { type Figure } from '../figures.js';
import { given } from '../worked.js';
import { type Circumstance, type Found, type Ground, foundNumber } from './found.js';
import { type Comparison, type Condition } from './source.js';

const MAX_CONDITIONS = 50;

/** The form of a condition; `inner` checks the sources and conditions inside. */
export const conditionForm = (inner: { source: Check; condition: Check }): Check => {
  const several = listOf(inner.condition, 1, MAX_CONDITIONS);
  const group = (kind: string) => record({ kind: oneOf(kind), of: several });
  return byKind({
    compare: record({
      kind: oneOf('compare'),
      of: inner.source,
      is: oneOf(...Object.keys(SIGNS)),
      than: eitherAmountOr(inner.source),
    }),
    tagged: record({ kind: oneOf('tagged'), tag: code }),
    listed: record({ kind: oneOf('listed'), in: listIn(inner.source) }),
    not: record({ kind: oneOf('not'), of: inner.condition }),
    all: group('all'),
    any: group('any'),
    'at-least': record({ kind: oneOf('at-least'), count: integer(1, MAX_CONDITIONS), of: several }),
  });
};

const LISTS: readonly unknown[] = ['items', 'entries'];

/** A source that is a list. */
const listIn = (source: Check): Check =>
  checkBy(source.schema, (value, path, problems) => {
    if (isObject(value) && LISTS.includes(value.kind)) source(value, path, problems);
    else problems.push({ field: path, code: 'SCHEME.VALUE', message: '此处须为一份清单：items 或 entries' });
  });

/** Text is a number; anything else has to be a source, whose own faults are told. */
export const eitherAmountOr = (source: Check): Check =>
  chosenBy((value) => typeof value === 'string', amount(), source);

/** Whether a condition holds at a subject, and the comparisons with their numbers that say so. */
export interface Judgement {
  readonly holds: boolean;
  readonly text: string;
  readonly figures: readonly Figure[];
}

export function judge(condition: Condition, at: Circumstance, ground: Ground): Judgement {
  switch (condition.kind) {
    case 'compare':
      return judgeComparison(condition, at, ground);
    case 'tagged': {
      const holds = at.item?.tags.includes(condition.tag) ?? false;
      return { holds, text: `${holds ? '属于' : '不属于'}“${condition.tag}”`, figures: [] };
    }
    case 'listed': {
      const holds = ground.isListed(condition.in, at);
      const name = condition.in.kind === 'items' ? condition.in.input : condition.in.metric;
      return { holds, text: `${holds ? '列入' : '未列入'}“${name}”`, figures: [] };
    }
    case 'not': {
      const judged = judge(condition.of, at, ground);
      return { ...judged, holds: !judged.holds };
    }
    default: {
      const judged = condition.of.map((each) => judge(each, at, ground));
      const met = judged.filter(({ holds }) => holds).length;
      const needed = condition.kind === 'all' ? judged.length : condition.kind === 'any' ? 1 : condition.count;
      const holds = met >= needed;
      const telling = judged.filter((each) => each.holds === holds);
      const text = telling.map((each) => each.text).join('、');
      return { holds, text, figures: judged.flatMap(({ figures }) => figures) };
    }
  }
}

const SIGNS = {
  'at-least': { sign: '≥', other: '<', holds: (order: number) => order >= 0 },
  above: { sign: '>', other: '≤', holds: (order: number) => order > 0 },
  'at-most': { sign: '≤', other: '>', holds: (order: number) => order <= 0 },
  below: { sign: '<', other: '≥', holds: (order: number) => order < 0 },
  equal: { sign: '=', other: '≠', holds: (order: number) => order === 0 },
  'not-equal': { sign: '≠', other: '=', holds: (order: number) => order !== 0 },
} as const;

function judgeComparison({ of, is, than }: Comparison, at: Circumstance, ground: Ground): Judgement {
  const left = ground.find(of, at);
  const right: Found = typeof than === 'string' ? foundNumber(given(than)) : ground.find(than, at);
  const figures = [...left.figures, ...right.figures];
  if (left.kind !== 'value') return { holds: false, text: left.because, figures };
  if (right.kind !== 'value') return { holds: false, text: right.because, figures };
  const { sign, other, holds } = SIGNS[is];
  const met = holds(compare(left.worked.value, right.worked.value));
  return { holds: met, text: `${left.worked.text}${met ? sign : other}${right.worked.text}`, figures };
}
