import { type Sql } from '#libs/database';
import { type NamedProject } from '#libs/projects';
import { type Page, cursorOf, pageOf, placeOf, selectRows } from '#libs/read-models';
import { type NamedUnit } from '#libs/units';
import { type Day, type EvidenceKind, type Grade, type Money, type UnitCode, Decimal } from '#libs/values';
import { type PostedMetric, PostingRow } from '../../projections/postings/posting.entity.js';
import { namesBehind } from '../names-behind.query.js';

/** Which entries of the ledger, in its own order. Bounds are inclusive, money in 万元 on the whole project. */
export interface PostingsQuestion {
  readonly metric?: PostedMetric;
  readonly unit?: UnitCode;
  readonly project?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly minInvestment?: Money;
  readonly minFixedAssets?: Money;
  /** The last seq that is known. */
  readonly asOf: bigint;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only this unit's entries can be seen. */
  readonly visibleUnit?: UnitCode;
}

/** One entry: what a total is made of, and the event behind it. `quantity` is decimal text, negative in a reversal. */
export interface Posting {
  readonly seq: string;
  readonly line: number;
  readonly metric: PostedMetric;
  readonly unit: NamedUnit;
  readonly project?: NamedProject;
  readonly day: Day;
  readonly quantity: string;
  /** Which of several promises of a contract. */
  readonly item?: string;
  /** The part, of one, that the unit is credited with. */
  readonly share: string;
  readonly totalInvestment?: Money;
  readonly fixedAssetInvestment?: Money;
  readonly grade?: Grade;
  readonly evidence?: readonly EvidenceKind[];
  /** The event that recorded what counts. */
  readonly factId: string;
  /** The event by which the entry came about. */
  readonly eventId: string;
  readonly stream: string;
  readonly reverses?: { readonly seq: string; readonly line: number };
}

/** One page of the ledger: the drill-down of any number. @throws Refusal CURSOR.INVALID */
export async function listPostings(sql: Sql, question: PostingsQuestion): Promise<Page<Posting>> {
  const { metric, unit, project, from, to, minInvestment, minFixedAssets, asOf, limit, visibleUnit } = question;
  const [seq, line] = question.cursor === undefined ? [] : placeOf(question.cursor, 2);
  const rows = await selectRows(
    sql,
    PostingRow,
    `seq <= $1 and ($2::text is null or metric = $2) and ($3::text is null or unit = $3)
     and ($4::text is null or unit = $4) and ($5::text is null or project = $5)
     and ($6::date is null or day >= $6) and ($7::date is null or day <= $7)
     and ($8::numeric is null or total_investment >= $8) and ($9::numeric is null or fixed_asset_investment >= $9)
     and ($10::bigint is null or (seq, line) > ($10, $11::bigint))
     order by seq, line limit $12`,
    ...[asOf, metric, unit, visibleUnit, project, from, to, minInvestment, minFixedAssets, seq, line, limit + 1],
  );
  const page = pageOf(rows, limit, (last) => cursorOf(last.seq, last.line));
  return { ...page, rows: await withNames(sql, page.rows, asOf) };
}

async function withNames(sql: Sql, rows: readonly PostingRow[], asOf: bigint): Promise<Posting[]> {
  const { unitOf, projectOf } = await namesBehind(sql, rows, asOf);
  return rows.map((row) => ({
    seq: row.seq,
    line: row.line,
    metric: row.metric,
    unit: unitOf(row.unit, row.day),
    project: row.project === null ? undefined : projectOf(row.project),
    day: row.day,
    quantity: new Decimal(row.quantity).toFixed(),
    item: row.item === '' ? undefined : row.item,
    share: new Decimal(row.share).toFixed(),
    totalInvestment: row.totalInvestment ?? undefined,
    fixedAssetInvestment: row.fixedAssetInvestment ?? undefined,
    grade: row.grade ?? undefined,
    evidence: row.evidence ?? undefined,
    factId: row.factId,
    eventId: row.eventId,
    stream: row.stream,
    reverses:
      row.reversesSeq === null || row.reversesLine === null
        ? undefined
        : { seq: row.reversesSeq, line: row.reversesLine },
  }));
}
