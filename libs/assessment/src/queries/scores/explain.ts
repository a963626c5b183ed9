import { type Sql } from '#libs/database';
import { metricOf } from '#libs/league-tables';
import { type EventsByUnit, contributingEvents, reachingEvents } from '#libs/postings';
import { type UnitCode } from '#libs/values';
import { type Scheme } from '../../domain/scheme.js';
import { type IndicatorScore, type Scorecard } from '../../domain/scorecard.js';
import { type Origin, questionKey, readOrigin, scopeOf } from './origin.js';

/** A figure of a receipt with the ids of the events it was summed from, in the order of the log. */
export interface ExplainedInput {
  readonly name: string;
  readonly value: string;
  readonly eventIds: readonly string[];
}

export interface ExplainedIndicator extends Omit<IndicatorScore, 'inputs' | 'parts'> {
  readonly inputs: readonly ExplainedInput[];
  readonly parts?: readonly ExplainedIndicator[];
}

export interface ExplainedScorecard extends Omit<Scorecard, 'indicators'> {
  readonly indicators: readonly ExplainedIndicator[];
}

/** Puts the events behind every figure of the scorecards: one statement per kind of figure. */
export async function explain(
  sql: Sql,
  cards: readonly Scorecard[],
  scheme: Scheme,
  asOf: bigint,
): Promise<ExplainedScorecard[]> {
  const events = await readEvents(
    sql,
    cards.flatMap(({ indicators }) => originsOf(indicators)),
    scheme,
    asOf,
  );
  const explained = ({ inputs, parts, ...indicator }: IndicatorScore): ExplainedIndicator => ({
    ...indicator,
    inputs: inputs.map(({ name, value, origin }) => ({ name, value, eventIds: eventIdsOf(origin, events) })),
    ...(parts && { parts: parts.map(explained) }),
  });
  return cards.map((card) => ({ ...card, indicators: card.indicators.map(explained) }));
}

const originsOf = (indicators: readonly IndicatorScore[]): Origin[] =>
  indicators.flatMap(({ inputs, parts = [] }) => [
    ...inputs.flatMap(({ origin }) => (origin === undefined ? [] : [readOrigin(origin)])),
    ...originsOf(parts),
  ]);

const kindOf = ({ question, side }: Origin): string => `${side} ${questionKey(question)}`;

async function readEvents(
  sql: Sql,
  origins: readonly Origin[],
  scheme: Scheme,
  asOf: bigint,
): Promise<ReadonlyMap<string, EventsByUnit>> {
  const events = new Map<string, EventsByUnit>();
  for (const [kind, [first, ...others]] of Map.groupBy(origins, kindOf)) {
    if (!first) continue;
    const units = new Set([first, ...others].map(({ unit }) => unit));
    events.set(kind, await eventsBehind(sql, first, [...units], scheme, asOf));
  }
  return events;
}

function eventsBehind(
  sql: Sql,
  { question, side }: Origin,
  units: readonly UnitCode[],
  scheme: Scheme,
  asOf: bigint,
): Promise<EventsByUnit> {
  const { measure } = metricOf(question.metric);
  const scope = scopeOf(question, scheme, asOf);
  if (measure.kind === 'sum') return contributingEvents(sql, measure.of, scope, units);
  return side === 'numerator'
    ? reachingEvents(sql, measure, scope, units)
    : contributingEvents(sql, measure.cohort, scope, units);
}

function eventIdsOf(origin: string | undefined, events: ReadonlyMap<string, EventsByUnit>): readonly string[] {
  if (origin === undefined) return [];
  const read = readOrigin(origin);
  return events.get(kindOf(read))?.get(read.unit) ?? [];
}
