import {
  type Condition,
  type IndicatorScore,
  type Item,
  type Measured,
  type Reading,
  type Scheme,
  type Scorecard,
  type Source,
  scoreScheme,
} from '#libs/assessment';
import { answering, leaf, scheme } from './assessment-scheme.js';

/** What a subject was certified, by input: a number, a list, the scores of a panel of parks; null for nothing. */
export type Answers = Readonly<Record<string, string | null | readonly Partial<Item>[] | { readonly park: string[] }>>;

/** A number that the bureau certifies. */
export const certified = (input: string, missing: 'zero' | 'not-applicable' | 'refuse' = 'zero'): Source => ({
  kind: 'certified',
  input,
  by: 'bureau',
  missing,
});

/** A leaf that takes the certified number of its own code for its score, to change. */
export const given = (code: string, changes: Partial<Measured> = {}): Measured =>
  leaf({
    code,
    name: code,
    cap: 'none',
    target: undefined,
    source: certified(code),
    shape: { kind: 'as-given' },
    ...changes,
  });

export const when = (of: Source, is: 'at-least' | 'below', than: string): Condition => ({
  kind: 'compare',
  of,
  is,
  than,
});

const readingOf = (answer: Answers[string]): Reading => {
  if (answer === null) return { kind: 'missing' };
  if (typeof answer === 'string') return { kind: 'quantity', quantity: { name: '数', value: answer } };
  if ('park' in answer) {
    return { kind: 'panel', scores: answer.park.map((value) => ({ panel: 'park', score: { name: '分', value } })) };
  }
  return {
    kind: 'items',
    items: answer.map((item) => ({ id: '', name: item.id ?? '', values: {}, tags: [], ...item })),
  };
};

/** Cards in the order of their ranks, by subject. */
export function cardsOf(
  of: Scheme,
  units: Readonly<Record<string, Answers>>,
  groups: Readonly<Record<string, string>> = {},
): Record<string, Scorecard> {
  const subjects = Object.entries(units).map(([code, answers]) =>
    answering(of, { code, name: code }, (name) => readingOf(answers[name] ?? null), groups[code]),
  );
  return Object.fromEntries(scoreScheme(of, subjects).map((card) => [card.unit.code, card]));
}

/** A single subject's score on a scheme of one leaf. */
export const scoreOf = (of: Measured, answers: Answers): IndicatorScore | undefined =>
  cardsOf(scheme({ indicators: [of] }), { u: answers }).u?.indicators[0];

/** Every subject's score on a scheme of one leaf, by its code. */
export const scoresOf = (
  of: Measured,
  units: Readonly<Record<string, Answers>>,
  changes: Partial<Scheme> = {},
): Record<string, string | null | undefined> =>
  Object.fromEntries(
    Object.entries(cardsOf(scheme({ indicators: [of], ...changes }), units)).map(([code, card]) => [
      code,
      card.indicators[0]?.score,
    ]),
  );
