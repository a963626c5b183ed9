import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { GROUP_KINDS, type GroupKind } from '../../domain/unit.events.js';
import { type UnitsRequest } from '../list-units/get-units.js';
import { type UnitSummary, unitByCode } from '../list-units/list-units.query.js';
import { type GroupMember, type Post, groupMembers, unitPosts } from '../tenures/tenures.query.js';

/** A group on a day: the units in it, and who held which office in it. */
export interface GroupAnswer {
  readonly group: UnitSummary;
  readonly members: GroupMember[];
  readonly posts: Post[];
}

export class GetGroup extends Query<Dated<GroupAnswer>> {
  constructor(
    readonly code: UnitCode,
    readonly request: UnitsRequest,
  ) {
    super();
  }
}

@QueryHandler(GetGroup)
export class GetGroupHandler implements IQueryHandler<GetGroup> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal GROUP.UNKNOWN, also for a unit that is no group. */
  async execute({ code, request }: GetGroup): Promise<Dated<GroupAnswer>> {
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const moment = { on: request.on, asOf: asOf.seq };
    const group = await unitByCode(this.sql, code, moment);
    const isGroup = group && GROUP_KINDS.includes(group.kind as GroupKind);
    refuseUnless(isGroup, 'not-found', 'GROUP.UNKNOWN', `没有工作组 ${code}`);
    const membersOf = await groupMembers(this.sql, [code], moment);
    return { group, members: membersOf(code), posts: await unitPosts(this.sql, code, moment), asOf: shownAsOf(asOf) };
  }
}
