import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { KNOWN_AT, selectRows } from '#libs/read-models';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { type Held, heldUntil } from '../../domain/holders.js';
import { ApprovalRow } from '../../projections/approvals/approval.entities.js';
import { type ApprovalOnDay } from '../approval-on-day.js';
import { visibleTo } from '../list-approvals/list-approvals.query.js';
import { shownApprovals } from '../shown-approvals.js';

export class ApprovalRequestedOn extends AsOfRequest {
  @DayField('业务日：该日终了时的状态与期限，默认今天', { optional: true }) on?: Day;
}

/** The last attempt by the day, with whose clock each waiting day is charged to, and the attempts before it. */
export interface ApprovalLife {
  readonly on: Day;
  readonly approval: ApprovalOnDay & { readonly held: readonly Held[] };
  readonly earlier: readonly ApprovalOnDay[];
}

/** `visibleUnit` hides what doesn't concern that unit. */
export class GetApproval extends Query<Dated<ApprovalLife>> {
  constructor(
    readonly id: string,
    readonly request: ApprovalRequestedOn,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetApproval)
export class GetApprovalHandler implements IQueryHandler<GetApproval> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal APPROVAL.UNKNOWN, also for one that the asker may not see, or that was requested later than `on`. */
  async execute({ id, request, visibleUnit }: GetApproval): Promise<Dated<ApprovalLife>> {
    const { on = dayOf(new Date()) } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const rows = await selectRows(
      this.sql,
      ApprovalRow,
      `${KNOWN_AT} and id = $2 and requested_on <= $3::date and ${visibleTo('$4')} order by attempt desc`,
      ...[asOf.seq, id, on, visibleUnit],
    );
    const [approval, ...earlier] = await shownApprovals(this.sql, rows, { on, asOf: asOf.seq });
    refuseUnless(approval && rows[0], 'not-found', 'APPROVAL.UNKNOWN', '没有这项审批');
    const held = heldUntil(rows[0].state, on);
    return { on, approval: { ...approval, held }, earlier, asOf: shownAsOf(asOf) };
  }
}
