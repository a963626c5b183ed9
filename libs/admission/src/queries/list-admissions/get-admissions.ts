import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, PageRequest, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { ADMISSION_OUTCOMES, type AdmissionOutcome } from '../../projections/admission-register/admission.entity.js';
import { type ListedAdmission, listAdmissions } from './list-admissions.query.js';

export class AdmissionsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @UnitField('责任单位代码', { optional: true }) unit?: UnitCode;
  @ChoiceField('结论', ADMISSION_OUTCOMES, { optional: true }) outcome?: AdmissionOutcome;
}

/** `visibleUnit` limits the answer to one unit's projects. */
export class GetAdmissions extends Query<Dated<Page<ListedAdmission>>> {
  constructor(
    readonly request: AdmissionsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetAdmissions)
export class GetAdmissionsHandler implements IQueryHandler<GetAdmissions> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetAdmissions): Promise<Dated<Page<ListedAdmission>>> {
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const { limit = PAGE, ...question } = request;
    const page = await listAdmissions(this.sql, { ...question, asOf: asOf.seq, limit, visibleUnit });
    return { ...page, asOf: shownAsOf(asOf) };
  }
}
