import { type EventEntry, entriesOfEvents } from '#libs/audit';
import { type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type PostingRow, entriesAt } from '#libs/postings';
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
  /** How much of the quantity is added up, where it is a part of it: what others are credited with isn't the subject's. */
  readonly counted?: string;
}

/** An event that a figure rests on, with what of it was added up. */
export interface ReceiptEvent extends EventEntry {
  readonly postings: readonly ReceiptPosting[];
}

export interface ReceiptInput extends Omit<ExplainedInput, 'eventIds' | 'entries' | 'postings'> {
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
  const eventsOf = await readFacts(sql, [...inputsIn(indicators), ...(shown?.inputs ?? [])]);
  const input = ({ eventIds, entries, postings: _, ...rest }: ExplainedInput): ReceiptInput => ({
    ...rest,
    events: eventsOf({ eventIds, entries }),
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

type FactsOf = (input: Pick<ExplainedInput, 'eventIds' | 'entries'>) => ReceiptEvent[];

/** The covers of all events, and the entries by which they count: one statement each. */
async function readFacts(sql: Sql, inputs: readonly ExplainedInput[]): Promise<FactsOf> {
  const covers = await entriesOfEvents(sql, [...new Set(inputs.flatMap(({ eventIds }) => eventIds))]);
  const places = new Map(inputs.flatMap(({ entries = [] }) => entries.map((entry) => [placeOf(entry), entry])));
  const rows = new Map((await entriesAt(sql, [...places.values()])).map((row) => [placeOf(row), row]));
  return ({ eventIds, entries = [] }) => {
    const byEvent = Map.groupBy(entries, ({ eventId }) => eventId);
    return eventIds.flatMap((id) => {
      const cover = covers.get(id);
      const postings = (byEvent.get(id) ?? []).flatMap(({ part, ...place }) => {
        const row = rows.get(placeOf(place));
        return row ? [postingOf(row, part)] : [];
      });
      return cover ? [{ ...cover, postings }] : [];
    });
  };
}

const placeOf = ({ seq, line }: { readonly seq: string; readonly line: number }): string => `${seq}.${line}`;

function postingOf({ seq, line, metric, unit, project, day, quantity }: PostingRow, part = '1'): ReceiptPosting {
  const whole = new Decimal(quantity);
  return {
    seq,
    line,
    metric,
    unit,
    ...(project !== null && { project }),
    day,
    quantity: whole.toFixed(),
    ...(part !== '1' && { counted: whole.times(part).toFixed() }),
  };
}
