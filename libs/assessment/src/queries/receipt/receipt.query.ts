import { type EventEntry, entriesOfEvents } from '#libs/audit';
import { type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type PostingRow, postingsOfFacts } from '#libs/postings';
import { type Day, type SubjectKind, Decimal } from '#libs/values';
import { type SchemeSummary } from '../schemes/list-schemes.query.js';
import { assessmentScores } from '../scores/assessment-scores.query.js';
import { type ExplainedIndicator, type ExplainedInput, type ExplainedScorecard } from '../scores/explain.js';

/** An entry of the ledger that a figure adds up, by its place there. */
export interface ReceiptPosting {
  readonly seq: string;
  readonly line: number;
  readonly metric: string;
  readonly unit: string;
  readonly project?: string;
  readonly day: Day;
  readonly quantity: string;
}

/** An event that a figure rests on, with what of it was added up. */
export interface ReceiptEvent extends EventEntry {
  readonly postings: readonly ReceiptPosting[];
}

export interface ReceiptInput extends Omit<ExplainedInput, 'eventIds' | 'postings'> {
  readonly events: readonly ReceiptEvent[];
}

export interface ReceiptIndicator extends Omit<ExplainedIndicator, 'inputs' | 'parts'> {
  readonly inputs: readonly ReceiptInput[];
  readonly parts?: readonly ReceiptIndicator[];
}

/** All that one subject's score comes from: scheme, formulas with their numbers, figures, events, postings. */
export interface Receipt {
  readonly scheme: SchemeSummary;
  readonly of: SubjectKind;
  readonly card: Omit<ExplainedScorecard, 'indicators' | 'outcome'>;
  readonly indicators: readonly ReceiptIndicator[];
  readonly outcome?: Omit<NonNullable<ExplainedScorecard['outcome']>, 'inputs'> & {
    readonly inputs: readonly ReceiptInput[];
  };
}

/** `indicator`: only what that one comes from, wherever in the tree it stands. */
export interface ReceiptQuestion {
  readonly scheme: string;
  readonly version?: number;
  readonly subject: string;
  readonly indicator?: string;
}

/**
 * The receipt of a score as known at the seq `asOf` (features.md A9).
 * @throws Refusal what `assessmentScores` refuses, RECEIPT.UNKNOWN_INDICATOR
 */
export async function receiptOf(sql: Sql, question: ReceiptQuestion, asOf: bigint): Promise<Receipt> {
  const { indicator: code, ...which } = question;
  const { scheme, of, rows } = await assessmentScores(sql, which, asOf);
  const [row] = rows;
  if (!row) throw new RangeError(`no card of ${which.subject}`);
  const { indicators: all, outcome, ...card } = row;
  const indicators = code === undefined ? all : withCode(all, code);
  const message = `方案“${scheme.name}”没有“${code}”这项指标`;
  refuseUnless(indicators.length > 0, 'not-found', 'RECEIPT.UNKNOWN_INDICATOR', message, 'indicator');
  const shown = code === undefined ? outcome : undefined;
  const eventsOf = await readFacts(sql, [...inputsIn(indicators), ...(shown?.inputs ?? [])], asOf);
  const input = ({ eventIds, postings, ...rest }: ExplainedInput): ReceiptInput => ({
    ...rest,
    events: eventsOf({ eventIds, postings }),
  });
  const indicatorOf = ({ inputs, parts, ...rest }: ExplainedIndicator): ReceiptIndicator => ({
    ...rest,
    inputs: inputs.map(input),
    ...(parts && { parts: parts.map(indicatorOf) }),
  });
  return {
    scheme,
    of,
    card,
    indicators: indicators.map(indicatorOf),
    ...(shown && { outcome: { ...shown, inputs: shown.inputs.map(input) } }),
  };
}

const withCode = (indicators: readonly ExplainedIndicator[], code: string): ExplainedIndicator[] =>
  indicators.flatMap((indicator) => [
    ...(indicator.code === code ? [indicator] : []),
    ...withCode(indicator.parts ?? [], code),
  ]);

const inputsIn = (indicators: readonly ExplainedIndicator[]): ExplainedInput[] =>
  indicators.flatMap(({ inputs, parts = [] }) => [...inputs, ...inputsIn(parts)]);

type FactsOf = (input: Pick<ExplainedInput, 'eventIds' | 'postings'>) => ReceiptEvent[];

/** The covers of all events and what they posted: one statement each. */
async function readFacts(sql: Sql, inputs: readonly ExplainedInput[], asOf: bigint): Promise<FactsOf> {
  const ids = [...new Set(inputs.flatMap(({ eventIds }) => eventIds))];
  const entries = await entriesOfEvents(sql, ids);
  const posted = Map.groupBy(await postingsOfFacts(sql, [...entries.values()], asOf), ({ factId }) => factId);
  return ({ eventIds, postings }) =>
    eventIds.flatMap((id) => {
      const entry = entries.get(id);
      const counted = (posted.get(id) ?? []).filter((row) => postings && isCounted(row, postings));
      return entry ? [{ ...entry, postings: counted.map(postingOf) }] : [];
    });
}

const isCounted = (
  { metric, unit, group, project }: PostingRow,
  asked: NonNullable<ExplainedInput['postings']>,
): boolean =>
  metric === asked.metric && (asked.subject === undefined || [unit, group, project].includes(asked.subject));

const postingOf = ({ seq, line, metric, unit, project, day, quantity }: PostingRow): ReceiptPosting => ({
  seq,
  line,
  metric,
  unit,
  ...(project !== null && { project }),
  day,
  quantity: new Decimal(quantity).toFixed(),
});
