import { type Sql } from '#libs/database';
import { type EntriesBehind, type EntryBehind, entriesBehind, metricOf } from '#libs/league-tables';
import { type PostedMetric } from '#libs/postings';
import { type Figure } from '../../domain/figures.js';
import { type IndicatorScore, type OutcomeCard, type Scorecard } from '../../domain/scorecard.js';
import { type MetricQuestion, totalOf } from '../readings/metrics.js';
import { type Origin, readOrigin } from '../readings/origin.js';
import { type KnownScores } from './score-known.query.js';

/** A figure of a receipt with the ids of the events that it rests on, in the order of the log. */
export interface ExplainedInput {
  readonly name: string;
  readonly value: string;
  /** Why it is so, where a person had to say. */
  readonly reason?: string;
  readonly eventIds: readonly string[];
  /** The entries of the ledger that add up to it, where a single subject is asked for. */
  readonly entries?: readonly EntryBehind[];
  /** Whose entries of which posted metric add up to it; those that reached a rate's goal may be anyone's. */
  readonly postings?: { readonly metric: PostedMetric; readonly subject?: string };
  /** The card of another scheme that it is the result of; that one has a receipt of its own. */
  readonly resultOf?: { readonly scheme: string; readonly version: number; readonly subject: string };
}

export interface ExplainedIndicator extends Omit<IndicatorScore, 'inputs' | 'parts'> {
  readonly inputs: readonly ExplainedInput[];
  readonly parts?: readonly ExplainedIndicator[];
}

export interface ExplainedScorecard extends Omit<Scorecard, 'indicators' | 'outcome'> {
  readonly indicators: readonly ExplainedIndicator[];
  readonly outcome?: Omit<OutcomeCard, 'inputs'> & { readonly inputs: readonly ExplainedInput[] };
}

/**
 * Puts the events behind every figure of the scorecards, and the very entries of the ledger if `withEntries`; the ledger is
 * read as often as for the scores themselves.
 */
export async function explain(
  sql: Sql,
  cards: readonly Scorecard[],
  known: KnownScores,
  asOf: bigint,
  withEntries: boolean,
): Promise<ExplainedScorecard[]> {
  return shown(cards, known, await readBehind(sql, cards, known, asOf), withEntries);
}

/** The same cards with none of the events behind them. */
export const withoutEvents = (cards: readonly Scorecard[], known: KnownScores): ExplainedScorecard[] =>
  shown(cards, known, () => NOTHING, false);

type TotalOrigin = Extract<Origin, { kind: 'total' }>;

/** What a figure rests on: events, and the entries by which they count. */
interface Behind {
  readonly eventIds: readonly string[];
  readonly entries: readonly EntryBehind[];
}
type BehindOf = (origin: Origin) => Behind;

const NOTHING: Behind = { eventIds: [], entries: [] };

function shown(
  cards: readonly Scorecard[],
  { questions }: KnownScores,
  behindOf: BehindOf,
  withEntries: boolean,
): ExplainedScorecard[] {
  const postingsOf = ({ question: key, side, subject }: TotalOrigin): ExplainedInput['postings'] => {
    const question = questions.get(key);
    if (question?.kind !== 'metric') return undefined;
    const { measure } = metricOf(question.metric);
    if (measure.kind === 'sum') return { metric: measure.of, subject };
    return side === 'denominator' ? { metric: measure.cohort, subject } : { metric: measure.reached };
  };
  const origins = new Map<string, Origin>();
  // The same figure stands on the card of everyone who is compared with it.
  const originOf = (text: string): Origin => {
    const origin = origins.get(text) ?? readOrigin(text);
    origins.set(text, origin);
    return origin;
  };
  const input = ({ name, value, reason, origin: text }: Figure): ExplainedInput => {
    const origin = text === undefined ? undefined : originOf(text);
    const { eventIds, entries } = origin ? behindOf(origin) : NOTHING;
    return {
      name,
      value,
      ...(reason !== undefined && { reason }),
      eventIds,
      ...(withEntries && entries.length > 0 && { entries }),
      ...(origin?.kind === 'total' && { postings: postingsOf(origin) }),
      ...(origin?.kind === 'result' && { resultOf: resultOf(origin) }),
    };
  };
  const indicator = ({ inputs, parts, ...rest }: IndicatorScore): ExplainedIndicator => ({
    ...rest,
    inputs: inputs.map(input),
    ...(parts && { parts: parts.map(indicator) }),
  });
  return cards.map(({ indicators, outcome, ...card }) => ({
    ...card,
    indicators: indicators.map(indicator),
    ...(outcome && { outcome: { ...outcome, inputs: outcome.inputs.map(input) } }),
  }));
}

const resultOf = ({ scheme, version, subject }: Extract<Origin, { kind: 'result' }>) => ({ scheme, version, subject });

const figuresIn = (indicators: readonly IndicatorScore[]): Figure[] =>
  indicators.flatMap(({ inputs, parts = [] }) => [...inputs, ...figuresIn(parts)]);

/** Figures of the ledger find their entries by one statement for all; the others name theirs. */
async function readBehind(
  sql: Sql,
  cards: readonly Scorecard[],
  { scheme, of, questions }: KnownScores,
  asOf: bigint,
): Promise<BehindOf> {
  const figures = cards.flatMap(({ indicators, outcome }) => [...figuresIn(indicators), ...(outcome?.inputs ?? [])]);
  const totals = figures
    .flatMap(({ origin }) => (origin === undefined ? [] : [readOrigin(origin)]))
    .filter((origin): origin is TotalOrigin => origin.kind === 'total');
  const asked = [...new Set(totals.map(({ question }) => question))].flatMap((key) => {
    const question = questions.get(key);
    return question?.kind === 'metric' ? [[key, question] as [string, MetricQuestion]] : [];
  });
  const subjects = [...new Set(totals.map(({ subject }) => subject))];
  const wanted = asked.map(([, question]) => totalOf(question, scheme));
  const found = await entriesBehind(sql, of, wanted, subjects, asOf);
  const behind = new Map<string, ReadonlyMap<string, EntriesBehind>>(
    asked.map(([key], index) => [key, found[index] ?? new Map<string, EntriesBehind>()]),
  );
  return (origin) => {
    if (origin.kind === 'events') return { ...NOTHING, eventIds: origin.eventIds };
    if (origin.kind !== 'total') return NOTHING;
    const entries = behind.get(origin.question)?.get(origin.subject)?.[origin.side] ?? [];
    return { eventIds: [...new Set(entries.map(({ eventId }) => eventId))], entries };
  };
}
