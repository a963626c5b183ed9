import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type IndicatorScore,
  type Item,
  type Question,
  type Reading,
  type Scheme,
  type Scorecard,
  type Subject,
} from '#libs/assessment';
import { answering } from './assessment-scheme.js';

const PUBLISHED = new URL('../../cases/assessment/', import.meta.url).pathname;
const INVENTED = new URL('../e2e/schemes/invented/', import.meta.url).pathname;

/** A published scheme or result as scheme data, with figures that the engine has to come to. `cases/assessment/README.md` */
export interface AssessmentCase {
  readonly id: string;
  readonly title: string;
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    readonly date?: string;
    readonly seen: string;
  };
  readonly readings: readonly { readonly open: string; readonly chosen: string }[];
  readonly unseen?: readonly string[];
  readonly schemes: Readonly<Record<string, Scheme>>;
  readonly vectors: readonly Vector[];
  readonly worked: readonly (Vector & { readonly calculation: string })[];
  readonly count: { readonly vectors: number; readonly contradictions: number };
}

/**
 * Inputs and what follows from them. `published`: printed in the source; `derived`: follows from its rule; `chosen`: follows
 * from the reading chosen where the source leaves it open. A `contradiction` is a published figure that its own inputs
 * don't lead to, whichever way it is rounded.
 */
export interface Vector {
  readonly name: string;
  readonly status?: 'published' | 'derived' | 'chosen';
  readonly scheme: string;
  readonly period?: Scheme['period'];
  readonly common?: Readonly<Record<string, string>>;
  readonly subjects: readonly CaseSubject[];
  readonly expected: Readonly<Record<string, Expected>>;
  readonly contradiction?: Contradiction;
}

/** The published figures by subject; what is wrong with them. */
export interface Contradiction {
  readonly published: Readonly<Record<string, string>>;
  readonly says: string;
}

export interface CaseSubject {
  readonly code: string;
  readonly name?: string;
  readonly group?: string;
  readonly inputs: Readonly<Record<string, Answer>>;
}

/** A number, a list of items, scores by panel, members, the two sides of a share; null when nothing was certified. */
export type Answer =
  | string
  | null
  | readonly (Omit<Item, 'tags'> & { readonly tags?: readonly string[] })[]
  | { readonly panels: Readonly<Record<string, readonly string[]>> }
  | { readonly members: readonly { readonly name: string; readonly result: string; readonly weight?: string }[] }
  | { readonly of: string; readonly in: string };

/** What a subject's card has to say; what isn't named isn't compared. Scores are by indicator code, at any level. */
export interface Expected {
  readonly total?: string;
  readonly rank?: number;
  readonly scores?: Readonly<Record<string, string | null>>;
  readonly grade?: string | null;
  readonly disqualified?: boolean;
  readonly lists?: readonly string[];
}

/** Every published case, then those made up of clauses that are usual in such texts, by file name. */
export const assessmentCases = (): NamedCase[] => [...casesIn(PUBLISHED), ...casesIn(INVENTED)];

interface NamedCase {
  readonly file: string;
  readonly text: AssessmentCase;
}

const casesIn = (folder: string): NamedCase[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      file: basename(file),
      text: JSON.parse(readFileSync(join(folder, file), 'utf8')) as AssessmentCase,
    }));

/** The vector's subjects, each with an answer to every question of the scheme. @throws Error for an answer of another kind. */
export const subjectsOf = (scheme: Scheme, { subjects, common = {} }: Vector): Subject[] =>
  subjects.map(({ code, name = code, group, inputs }) =>
    answering(
      scheme,
      { code, name },
      (asked, question) => {
        const isCommon = question.kind === 'certified' && question.common;
        const answer = (isCommon ? common : inputs)[asked];
        if (answer === undefined) throw new Error(`${code} has no input ${asked}`);
        return readingOf(question, asked, answer);
      },
      group,
    ),
  );

function readingOf(question: Question, name: string, answer: Answer): Reading {
  const figure = (value: string, label = name) => ({ name: label, value });
  if (answer === null) return { kind: 'missing' };
  if (typeof answer === 'string') return { kind: 'quantity', quantity: figure(answer) };
  if (Array.isArray(answer)) {
    const items = answer as readonly (Omit<Item, 'tags'> & { tags?: readonly string[] })[];
    return { kind: 'items', items: items.map((item) => ({ ...item, tags: item.tags ?? [] })) };
  }
  if ('panels' in answer) {
    const scores = Object.entries(answer.panels).flatMap(([panel, each]) =>
      each.map((score, index) => ({ panel, score: figure(score, `${panel} ${index + 1}`) })),
    );
    return { kind: 'panel', scores };
  }
  if ('members' in answer) {
    const members = answer.members.map((member) => ({
      result: figure(member.result, member.name),
      ...(member.weight !== undefined && { weight: figure(member.weight, `${member.name}：权重`) }),
    }));
    return { kind: 'members', members };
  }
  if ('of' in answer) return { kind: 'rate', numerator: figure(answer.of), denominator: figure(answer.in) };
  throw new Error(`${name} can't be answered by ${JSON.stringify(answer)} where ${question.kind} is asked for`);
}

/** The vector's scheme, over the vector's own period if it has one. */
export function schemeOf({ schemes }: AssessmentCase, { scheme, period }: Vector): Scheme {
  const found = schemes[scheme];
  if (!found) throw new Error(`there is no scheme ${scheme}`);
  return period ? { ...found, period } : found;
}

/** A card, as far as a file may expect something of it. */
export interface Scored extends Pick<Scorecard, 'unit' | 'total' | 'rank' | 'formula'> {
  readonly indicators: readonly ScoredIndicator[];
  readonly outcome?: Omit<NonNullable<Scorecard['outcome']>, 'inputs'>;
}

type ScoredIndicator = Pick<IndicatorScore, 'code' | 'score' | 'formula'> & {
  readonly parts?: readonly ScoredIndicator[];
};

/** What a card says of all that is expected of it. */
export function seenOf(cards: readonly Scored[], code: string, expected: Vector['expected'][string]): object {
  const card = cards.find(({ unit }) => unit.code === code);
  if (!card) throw new Error(`${code} was not scored`);
  const scores = new Map(indicatorScores(card.indicators).map((indicator) => [indicator.code, indicator.score]));
  const all = {
    total: card.total,
    rank: card.rank,
    scores: Object.fromEntries(Object.keys(expected.scores ?? {}).map((each) => [each, scores.get(each)])),
    grade: card.outcome?.grade,
    disqualified: card.outcome?.disqualified,
    lists: card.outcome?.lists,
  };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key as keyof typeof all]]));
}

/** The scores of all levels. */
export const indicatorScores = (indicators: readonly ScoredIndicator[]): ScoredIndicator[] =>
  indicators.flatMap((indicator) => [indicator, ...indicatorScores(indicator.parts ?? [])]);
