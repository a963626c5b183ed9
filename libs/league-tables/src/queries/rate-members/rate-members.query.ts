import { type Sql } from '#libs/database';
import { type Bounds, Parameters, namesBehind, ofKind, provedAs } from '#libs/postings';
import { type NamedProject } from '#libs/projects';
import { type Page, cursorOf, pageOf, placeLike } from '#libs/read-models';
import { type NamedUnit } from '#libs/units';
import { type Day, type Share, type UnitCode, Decimal } from '#libs/values';
import { type Measure } from '../../metrics.js';
import { POSTING, standingAt } from '../totals/marked-postings.js';

/** A day, the entry of the ledger that counts on it, and the event that recorded what counts. */
export interface CountedOn {
  readonly on: Day;
  readonly seq: string;
  readonly eventId: string;
}

/** What a rate is taken of under one unit, and what of it has come true: `denominator` and `numerator` add up to the rate's. */
export interface RateMember {
  readonly project: NamedProject;
  readonly unit: NamedUnit;
  /** Which of several promises of a contract: a milestone, or the day of an instalment. */
  readonly item?: string;
  /** The part, of one, that the unit is credited with. */
  readonly share: Share;
  readonly counted: CountedOn;
  /** Decimal text, in the metric's own unit. */
  readonly denominator: string;
  readonly numerator: string;
  /** The last of what has come true; absent when nothing has. */
  readonly reached?: CountedOn;
}

export interface RateMembersQuestion extends Bounds {
  readonly measure: Extract<Measure, { readonly kind: 'rate' }>;
  readonly from: Day;
  readonly to: Day;
  readonly unit?: UnitCode;
  /** The last seq that is known. */
  readonly asOf: bigint;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only this unit's entries can be seen. */
  readonly visibleUnit?: UnitCode;
}

interface Row {
  readonly project: string;
  readonly unit: UnitCode;
  readonly item: string;
  readonly share: string;
  readonly quantity: string;
  readonly on: Day;
  readonly seq: string;
  readonly line: number;
  readonly eventId: string;
  readonly reached: string | null;
  readonly reachedOn: Day | null;
  readonly reachedSeq: string | null;
  readonly reachedBy: string | null;
}

const PLACE = [/^\d{4}-\d{2}-\d{2}$/, /^\d{1,18}$/, /^\d{1,9}$/];

const SIZES = [
  ['minInvestment', 'total_investment >='],
  ['maxInvestment', 'total_investment <'],
  ['minFixedAssets', 'fixed_asset_investment >='],
  ['maxFixedAssets', 'fixed_asset_investment <'],
] as const;

/** The conditions of a page of the cohort, on the columns of `posting`. @throws Refusal CURSOR.INVALID */
function conditionsOf(question: RateMembersQuestion, parameters: Parameters): string[] {
  const { measure, from, to, asOf, unit, visibleUnit, cursor } = question;
  const is = (column: string, value: unknown, type: string): string[] =>
    value === undefined ? [] : [`posting.${column} ${parameters.of(value, type)}`];
  const [day, seq, line] = cursor === undefined ? [] : placeLike(cursor, PLACE);
  return [
    ...is('metric =', measure.cohort, 'text'),
    ...is('day >=', from, 'date'),
    ...is('day <=', to, 'date'),
    ...is('seq <=', asOf, 'bigint'),
    ...is('unit =', unit, 'text'),
    ...is('unit =', visibleUnit, 'text'),
    ...SIZES.flatMap(([bound, column]) => is(column, question[bound], 'numeric')),
    ...ofKind(question, parameters),
    standingAt('posting', asOf, parameters),
    ...(day === undefined
      ? []
      : [
          `(posting.day, posting.seq, posting.line) >
             (${parameters.of(day, 'date')}, ${parameters.of(seq, 'bigint')}, ${parameters.of(line, 'int')})`,
        ]),
  ];
}

/** One page of what a rate is taken of, by the day on which it counts. @throws Refusal CURSOR.INVALID */
export async function rateMembers(sql: Sql, question: RateMembersQuestion): Promise<Page<RateMember>> {
  const { measure, to, asOf, limit } = question;
  const parameters = new Parameters();
  const members = conditionsOf(question, parameters);
  const reached = [
    'posting.project = member.project and posting.item = member.item',
    `posting.metric = ${parameters.of(measure.reached, 'text')}`,
    `posting.day <= ${parameters.of(to, 'date')}`,
    `posting.seq <= ${parameters.of(asOf, 'bigint')}`,
    standingAt('posting', asOf, parameters),
    ...provedAs(question, parameters),
  ];
  const last = (column: string) => `(array_agg(${column} order by day desc, seq desc, line desc))[1]`;
  // Whoever reached the goal, the cohort's unit is credited with it by its own share.
  const rows = await sql.query<Row[]>(
    `select project, unit, item, share, member.quantity, member.day::text as on, member.seq, line, fact_id as "eventId",
       reached.quantity * share as reached, reached.day::text as "reachedOn", reached.seq as "reachedSeq",
       reached.event as "reachedBy"
     from (
       select * from ${POSTING} posting where ${members.join(' and ')}
       order by day, seq, line limit ${parameters.of(limit + 1, 'int')}
     ) member left join lateral (
       select sum(quantity) as quantity, ${last('day')} as day, ${last('seq')} as seq, ${last('fact_id')} as event
       from ${POSTING} posting where ${reached.join(' and ')}
     ) reached on true
     order by member.day, member.seq, line`,
    parameters.values,
  );
  const page = pageOf(rows, limit, ({ on, seq, line }) => cursorOf(on, seq, line));
  return { ...page, rows: await withNames(sql, page.rows, asOf) };
}

async function withNames(sql: Sql, rows: readonly Row[], asOf: bigint): Promise<RateMember[]> {
  const { unitOf, projectOf } = await namesBehind(sql, rows, asOf);
  return rows.map(({ on, seq, eventId, reachedOn, reachedSeq, reachedBy, ...row }) => ({
    project: projectOf(row.project),
    unit: unitOf(row.unit, on),
    item: row.item === '' ? undefined : row.item,
    share: new Decimal(row.share).toFixed(),
    counted: { on, seq, eventId },
    denominator: new Decimal(row.quantity).toFixed(),
    numerator: new Decimal(row.reached ?? 0).toFixed(),
    reached:
      reachedOn === null || reachedSeq === null || reachedBy === null
        ? undefined
        : { on: reachedOn, seq: reachedSeq, eventId: reachedBy },
  }));
}
