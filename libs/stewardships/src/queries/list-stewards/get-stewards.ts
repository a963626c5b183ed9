import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, PageRequest, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type AccountCode, type UnitCode } from '#libs/values';
import { type Purpose, PURPOSES, STEWARDED_KINDS, type StewardedKind } from '../../domain/stewardship.events.js';
import { type ListedSteward, listStewards } from './list-stewards.query.js';

export class StewardsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @ChoiceField('挂钩对象的类别', STEWARDED_KINDS, { optional: true }) kind?: StewardedKind;
  @TextField('挂钩对象的代码', 40, { optional: true }) code?: string;
  @UnitField('责任单位代码', { optional: true }) unit?: UnitCode;
  @TextField('挂钩领导（账号）', 60, { optional: true }) leader?: AccountCode;
  @ChoiceField('挂钩方式', PURPOSES, { optional: true }) purpose?: Purpose;
  @ChoiceField('true 只列已解除的，否则只列在任的', ['true', 'false'], { optional: true }) detached?: 'true' | 'false';
}

/** `visibleUnit` limits the answer to what one unit answers for. */
export class GetStewards extends Query<Dated<Page<ListedSteward>>> {
  constructor(
    readonly request: StewardsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetStewards)
export class GetStewardsHandler implements IQueryHandler<GetStewards> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetStewards): Promise<Dated<Page<ListedSteward>>> {
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const { limit = PAGE, ...question } = request;
    const detached = request.detached === 'true';
    const page = await listStewards(this.sql, { ...question, detached, asOf: asOf.seq, limit, visibleUnit });
    return { ...page, asOf: shownAsOf(asOf) };
  }
}
