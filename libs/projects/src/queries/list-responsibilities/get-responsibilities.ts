import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, PageRequest, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { type ResponsibilityLine, listResponsibilities } from './list-responsibilities.query.js';

export class ResponsibilitiesRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @UnitField('责任单位代码', { optional: true }) unit?: UnitCode;
  @UnitField('归口专班（单位代码）', { optional: true }) group?: UnitCode;
  @TextField('挂钩领导或六定牵头领导的账号', 60, { optional: true }) leader?: string;
  @ChoiceField('只列移交过责任单位的项目', ['true', 'false'], { optional: true }) handedOver?: 'true' | 'false';
}

/** `visibleUnit` limits the answer to one unit's projects. */
export class GetResponsibilities extends Query<Dated<Page<ResponsibilityLine>>> {
  constructor(
    readonly request: ResponsibilitiesRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetResponsibilities)
export class GetResponsibilitiesHandler implements IQueryHandler<GetResponsibilities> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetResponsibilities): Promise<Dated<Page<ResponsibilityLine>>> {
    const { asOf: asked, limit = PAGE, ...question } = request;
    const asOf = await resolveAsOf(this.sql, asked);
    const known = { asOf: asOf.seq, present: asked === undefined };
    const handedOver = request.handedOver === 'true';
    const page = await listResponsibilities(this.sql, { ...question, ...known, handedOver, limit, visibleUnit });
    return { ...page, asOf: shownAsOf(asOf) };
  }
}
