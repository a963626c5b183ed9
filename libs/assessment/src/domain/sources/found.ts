import { type Figure, type Item, type Reading, type Subject } from '../figures.js';
import { type Worked, given } from '../worked.js';
import {
  type AskedSource,
  type IndicatorSource,
  type ListSource,
  type MissingRule,
  type Schedule,
  type Source,
  type ZeroRule,
} from './source.js';

/**
 * What a source has for a subject: a number, a score that a zero rule gives in its place, or nothing, as the indicator
 * doesn't apply. `figures` are the numbers that were read on the way.
 */
export type Found = FoundNumber | Unfound;
export type Unfound = FoundRuling | FoundNothing;

export interface FoundNumber {
  readonly kind: 'value';
  readonly worked: Worked;
  /** A quotient, which people read in per cent. */
  readonly isRate: boolean;
  readonly figures: readonly Figure[];
  readonly because?: string;
}

export interface FoundRuling {
  readonly kind: 'ruled';
  readonly score: 'zero' | 'full' | { readonly points: string };
  readonly figures: readonly Figure[];
  readonly because: string;
}

export interface FoundNothing {
  readonly kind: 'not-applicable';
  readonly figures: readonly Figure[];
  readonly because: string;
}

/** Where a source is looked up: at a subject, and there perhaps at an item, inside a shape, or after the scores. */
export interface Circumstance {
  readonly subject: Subject;
  readonly item?: Item;
  /** Items that don't count here, each with the reason. */
  readonly skipped?: ReadonlyMap<string, string>;
  readonly own?: Own;
  /** `of`: among how many. */
  readonly result?: Result;
}

/** The numbers of the indicator at hand, as far as there are any; its score before a rule. */
export interface Own {
  readonly value?: Worked;
  readonly measured?: Worked;
  readonly target?: Worked;
  readonly points?: Worked;
  readonly score?: Worked;
}

/** What came out for a subject. `grade`: 1 for the best, null where it has none; absent until there are grades. */
export interface Result {
  readonly total: Worked;
  readonly rank: number;
  readonly fromLast: number;
  readonly of: number;
  readonly grade?: number | null;
}

/** All that sources can be looked up in. */
export interface Ground {
  readonly find: (source: Source, at: Circumstance) => Found;
  /** The answer to the source's question. @throws RangeError when there is none. */
  readonly read: (source: AskedSource, at: Circumstance) => Reading;
  readonly everyone: readonly Subject[];
  /** Those whom the subject is compared with, itself included: as the scheme says, or as the source does. */
  readonly peersOf: (subject: Subject, compared?: 'apart' | 'together') => readonly Subject[];
  readonly indicator: (source: IndicatorSource, subject: Subject) => Found;
  readonly elapsed: (schedule: Schedule) => Worked;
  /** Whether the item at hand is among those that count in a list of the same subject. */
  readonly isListed: (list: ListSource, at: Circumstance) => boolean;
}

export const foundNumber = (
  worked: Worked,
  figures: readonly Figure[] = [],
  { isRate = false, because }: { isRate?: boolean; because?: string } = {},
): FoundNumber => ({ kind: 'value', worked, isRate, figures, because });

/** A text longer than this is not carried into the next formula: its value is. */
const CARRIED_TEXT = 160;

const carried = (worked: Worked): Worked => (worked.text.length > CARRIED_TEXT ? given(worked.value) : worked);

/** Goes on with the numbers if there are all of them; else what the first of the others says holds for the whole. */
export function withNumbers<const Several extends readonly Found[]>(
  founds: Several,
  make: (
    numbers: { readonly [Each in keyof Several]: Worked },
    figures: readonly Figure[],
    because: string | undefined,
  ) => Found,
): Found {
  const figures = founds.flatMap((found) => found.figures);
  const other = founds.find((found) => found.kind !== 'value');
  if (other) return { ...other, figures };
  const numbers = founds.filter((found) => found.kind === 'value');
  const workeds = numbers.map(({ worked }) => carried(worked)) as unknown as {
    readonly [Each in keyof Several]: Worked;
  };
  return make(workeds, figures, clauses(numbers.map(({ because }) => because)));
}

/** Chinese clauses put together, those that say nothing left out. */
export const clauses = (parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join('，') || undefined;

/** What a zero leads to; `fact` says which. */
export function ruleZero(rule: ZeroRule, fact: string, figures: readonly Figure[]): Found {
  if (rule === 'not-applicable') return { kind: 'not-applicable', because: `${fact}，不参与本项`, figures };
  if (typeof rule === 'object' && 'value' in rule) {
    return foundNumber(given(rule.value), figures, { because: `${fact}，按方案取值 ${rule.value}` });
  }
  return { kind: 'ruled', score: rule, because: fact, figures };
}

/** A number that the scheme can't be scored without (`missing: refuse`) isn't there; `what` says which, in Chinese. */
export class MissingNumber extends RangeError {
  constructor(readonly what: string) {
    super(`${what} is missing`);
    this.name = 'MissingNumber';
  }
}

/** What nothing certified or entered leads to. @throws MissingNumber */
export function ruleMissing(rule: MissingRule, what: string): Found {
  if (rule === 'refuse') throw new MissingNumber(what);
  return rule === 'zero'
    ? foundNumber(given('0'), [], { because: `${what}没有数据，按方案按 0 计` })
    : { kind: 'not-applicable', because: `${what}没有数据，不参与本项`, figures: [] };
}
