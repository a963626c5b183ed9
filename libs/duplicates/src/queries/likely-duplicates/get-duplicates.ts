import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { ReadRequest, TextField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { type Candidate, likelyDuplicates } from './likely-duplicates.query.js';

export class DuplicatesRequest extends ReadRequest {
  @TextField('企业、线索或项目名称', 200, { optional: true }) name?: string;
  @TextField('统一社会信用代码', 18, { optional: true }) creditCode?: string;
  @TextField('地块编号', 100, { optional: true }) parcel?: string;
}

/** `visibleUnit` hides the names of what other units answer for. */
export class GetDuplicates extends Query<Dated<{ rows: Candidate[] }>> {
  constructor(
    readonly request: DuplicatesRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetDuplicates)
export class GetDuplicatesHandler implements IQueryHandler<GetDuplicates> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal DUPLICATES.NOTHING_ASKED */
  async execute({ request, visibleUnit }: GetDuplicates): Promise<Dated<{ rows: Candidate[] }>> {
    const { name, creditCode, parcel } = request;
    const asked = name ?? creditCode ?? parcel;
    refuseUnless(asked, 'invalid', 'DUPLICATES.NOTHING_ASKED', '名称、信用代码、地块编号至少填写一项', 'name');
    const asOf = await resolveAsOf(this.sql);
    const rows = await likelyDuplicates(this.sql, { name, creditCode, parcel, visibleUnit });
    return { rows, asOf: shownAsOf(asOf) };
  }
}
