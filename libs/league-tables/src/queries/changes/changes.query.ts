import { type Sql } from '#libs/database';
import { Parameters, provedAs } from '#libs/postings';
import { type Page, cursorOf, pageOf, placeOf } from '#libs/read-models';
import { Decimal } from '#libs/values';
import { POSTING, markedPostings } from '../totals/marked-postings.js';
import { type TotalsOf, type TotalsQuestion, passesOf } from '../totals/question.js';

/** What one event did to one subject's total: added to its numerator and denominator; of a sum, to the first alone. */
export interface Change {
  readonly seq: string;
  readonly eventId: string;
  readonly subject: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** Between what was known at `after` and at `upTo`, both seqs. */
export interface Span {
  readonly after: bigint;
  readonly upTo: bigint;
}

/** Which events to show: of one subject or of all, so many events a page. */
export interface ChangesPage {
  readonly subject?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * The events that changed a total between two as-ofs, in the order of the log, each with its net effect: added up they
 * are the difference between the two totals. What a pair of postings adds to a rate is put down to the later one.
 * @throws Refusal CURSOR.INVALID
 */
export async function changes(
  sql: Sql,
  of: TotalsOf,
  question: TotalsQuestion,
  { after, upTo }: Span,
  { subject, cursor, limit }: ChangesPage,
): Promise<Page<Change>> {
  const [begun] = cursor === undefined ? [] : placeOf(cursor, 1);
  const parameters = new Parameters();
  const effects = effectsOf(of, question, upTo, parameters);
  const rows = await sql.query<(Change & { place: string })[]>(
    `select * from (
       select seq, event_id as "eventId", subject, sum(numerator) as numerator, sum(denominator) as denominator,
         dense_rank() over (order by seq) as place
       from (${effects}) effects
       where seq > ${parameters.of(begun ?? after, 'bigint')} and subject is not null
         and (${parameters.of(subject ?? null, 'text')} is null or subject = ${parameters.of(subject ?? null, 'text')})
       group by seq, event_id, subject having sum(numerator) <> 0 or sum(denominator) <> 0
     ) changes where place <= ${parameters.of(limit + 1, 'bigint')} order by seq, subject`,
    parameters.values,
  );
  const shown = rows.map(({ place: _, ...change }) => ({
    ...change,
    numerator: new Decimal(change.numerator).toFixed(),
    denominator: new Decimal(change.denominator).toFixed(),
  }));
  return pageOfEvents(shown, limit);
}

/** A page ends with a whole event, however many subjects that has changed. */
function pageOfEvents(rows: Change[], limit: number): Page<Change> {
  const events = [...Map.groupBy(rows, ({ seq }) => seq).values()];
  const { rows: whole, next } = pageOf(events, limit, ([first]) => cursorOf(first!.seq));
  return next === undefined ? { rows: whole.flat() } : { rows: whole.flat(), next };
}

/** SQL that gives what each posting, or pair of postings, adds to the total, at the seq by which it was known. */
function effectsOf(of: TotalsOf, question: TotalsQuestion, upTo: bigint, parameters: Parameters): string {
  const [pass] = passesOf([question]);
  const marked = markedPostings(pass!, of, upTo, parameters);
  const counted = `select * from (${marked.sql}) marked where ${marked.countsForFirst()}`;
  if (!pass?.rate)
    return `select seq, event_id, subject, quantity as numerator, 0 as denominator from (${counted}) counted`;
  const { reached, by, proof } = pass.rate;
  const conditions = [
    `posting.metric = ${parameters.of(reached, 'text')}`,
    `posting.day <= ${parameters.of(by, 'date')}`,
    `posting.seq <= ${parameters.of(upTo, 'bigint')}`,
    ...provedAs(proof, parameters),
  ];
  return `
    select seq, event_id, subject, 0 as numerator, quantity as denominator from (${counted}) cohort
    union all
    select greatest(cohort.seq, posting.seq),
      case when posting.seq > cohort.seq then posting.event_id else cohort.event_id end,
      subject, sign(cohort.quantity) * cohort.share * posting.quantity, 0
    from (${counted}) cohort join ${POSTING} posting using (project, item)
    where ${conditions.join(' and ')}`;
}
