import { type Sql } from '#libs/database';
import { type EventsBehind, eventsBehind } from '#libs/league-tables';
import { type UnitCode } from '#libs/values';
import { type Scheme } from '../../domain/scheme.js';
import { type IndicatorScore, type Scorecard } from '../../domain/scorecard.js';
import { type Origin, questionKey, readOrigin, totalOf } from './origin.js';

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

/** Puts the events behind every figure of the scorecards. */
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

async function readEvents(
  sql: Sql,
  origins: readonly Origin[],
  scheme: Scheme,
  asOf: bigint,
): Promise<ReadonlyMap<string, ReadonlyMap<UnitCode, EventsBehind>>> {
  const questions = new Map(origins.map(({ question }) => [questionKey(question), question]));
  const units = [...new Set(origins.map(({ unit }) => unit))];
  const asked = [...questions.values()].map((question) => totalOf(question, scheme));
  const found = await eventsBehind(sql, 'unit', asked, units, asOf);
  return new Map([...questions.keys()].map((key, index) => [key, found[index] ?? new Map<UnitCode, EventsBehind>()]));
}

function eventIdsOf(
  origin: string | undefined,
  events: ReadonlyMap<string, ReadonlyMap<UnitCode, EventsBehind>>,
): readonly string[] {
  if (origin === undefined) return [];
  const { question, unit, side } = readOrigin(origin);
  const behind = events.get(questionKey(question))?.get(unit);
  return behind?.[side === 'denominator' ? side : 'numerator'] ?? [];
}
