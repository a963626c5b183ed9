import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AsOf, type ShownAsOf, resolveAsOf, shownAsOf } from '#libs/audit';
import { TextField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type Page } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day } from '#libs/values';
import { metricOf } from '../../metrics.js';
import { ScopeRequest } from '../scope-request.js';
import { type Total, totals } from '../totals/totals.query.js';
import { type Change, changes } from './changes.query.js';

export class ChangesRequest extends ScopeRequest {
  @TextField('起点：事件序号，或日期 YYYY-MM-DD（该日终了时所知）', 20) asOfFrom: string;
  @TextField('终点：同上，缺省为现在', 20, { optional: true }) asOfTo?: string;
}

/** A total at one of the two as-ofs. */
interface Known extends Pick<Total, 'numerator' | 'denominator'> {
  readonly asOf: ShownAsOf;
}

/** What changed a number between two as-ofs: `changes` added to `before` are `after`. */
export interface NumberChanges extends Page<Omit<Change, 'subject'> & { readonly unit: NamedUnit }> {
  readonly metric: { readonly code: string; readonly name: string; readonly unit: string };
  readonly period: { readonly from: Day; readonly to: Day };
  readonly before: Known;
  readonly after: Known;
}

export class GetChanges extends Query<NumberChanges> {
  constructor(
    readonly metric: string,
    readonly request: ChangesRequest,
  ) {
    super();
  }
}

const PAGE = 100;

/** Which events changed a number of a league table. Everyone may see it, as the table; an event's content not. */
@QueryHandler(GetChanges)
export class GetChangesHandler implements IQueryHandler<GetChanges> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal METRIC.UNKNOWN, PERIOD.REVERSED, AS_OF.UNKNOWN, AS_OF.REVERSED, CURSOR.INVALID */
  async execute({ metric: code, request }: GetChanges): Promise<NumberChanges> {
    const { unit: subject, asOfFrom, asOfTo, cursor, limit = PAGE, minPosition: _, ...scope } = request;
    const { measure, name, unit } = metricOf(code);
    const { from, to } = scope;
    refuseUnless(from <= to, 'invalid', 'PERIOD.REVERSED', `统计期起始日 ${from} 晚于截止日 ${to}`, 'from');
    const earlier = await resolveAsOf(this.sql, asOfFrom);
    const later = await resolveAsOf(this.sql, asOfTo);
    refuseUnless(earlier.seq <= later.seq, 'invalid', 'AS_OF.REVERSED', '起点晚于终点', 'asOfFrom');

    const question = { measure, ...scope };
    const known = async (asOf: AsOf): Promise<Known> => {
      const [found] = await totals(this.sql, subject === undefined ? 'city' : 'unit', [question], asOf.seq);
      const { numerator, denominator } = found?.get(subject ?? 'all') ?? NOTHING;
      return { numerator, denominator, asOf: shownAsOf(asOf) };
    };
    const span = { after: earlier.seq, upTo: later.seq };
    const page = await changes(this.sql, 'unit', question, span, { subject, cursor, limit });
    const nameOf = await unitNames(
      this.sql,
      page.rows.map((change) => change.subject),
    );
    return {
      metric: { code, name, unit },
      period: { from, to },
      before: await known(earlier),
      after: await known(later),
      ...page,
      rows: page.rows.map(({ subject, ...change }) => ({ ...change, unit: nameOf(subject) })),
    };
  }
}

const NOTHING = { numerator: '0', denominator: '0' };
