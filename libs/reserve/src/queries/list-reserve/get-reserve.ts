import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import {
  AsOfField,
  ChoiceField,
  DayField,
  IntegerField,
  MoneyField,
  PageRequest,
  TextField,
  UnitField,
} from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type Day, type Money, type UnitCode, dayOf } from '#libs/values';
import { RESERVE_STAGES, type ReserveStage } from '../../domain/reserve.state.js';
import { type ShownEntry } from '../shown-entry.js';
import { listReserve } from './list-reserve.query.js';

export class ReserveRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @DayField('业务日：停滞天数算到该日，默认今天', { optional: true }) on?: Day;
  @UnitField('谋划单位代码', { optional: true }) unit?: UnitCode;
  @ChoiceField('阶段', RESERVE_STAGES, { optional: true }) stage?: ReserveStage;
  @ChoiceField('是否列为僵尸项目', ['true', 'false'], { optional: true }) flagged?: 'true' | 'false';
  @MoneyField('计划投资下限（万元，含）', { optional: true }) minInvestment?: Money;
  @DayField('谋划登记日起', { optional: true }) plannedFrom?: Day;
  @DayField('谋划登记日止', { optional: true }) plannedTo?: Day;
  @Type(() => Number)
  @IntegerField('至业务日停滞天数下限', 0, 36_500, { optional: true })
  idleDays?: number;
  @TextField('名称中的文字', 100, { optional: true }) q?: string;
}

type ReserveAnswer = Dated<Page<ShownEntry> & { readonly on: Day }>;

/** `visibleUnit` limits the answer to one unit's entries. */
export class GetReserve extends Query<ReserveAnswer> {
  constructor(
    readonly request: ReserveRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetReserve)
export class GetReserveHandler implements IQueryHandler<GetReserve> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetReserve): Promise<ReserveAnswer> {
    const { limit = PAGE, on = dayOf(new Date()), flagged: asked, ...question } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const flagged = asked === undefined ? undefined : asked === 'true';
    const page = await listReserve(this.sql, { ...question, on, asOf: asOf.seq, flagged, limit, visibleUnit });
    return { ...page, on, asOf: shownAsOf(asOf) };
  }
}
