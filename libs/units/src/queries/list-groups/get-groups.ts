import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { GROUP_KINDS, type GroupKind } from '../../domain/unit.events.js';
import { type UnitsRequest } from '../list-units/get-units.js';
import { type UnitSummary, listUnits } from '../list-units/list-units.query.js';
import { type GroupMember, groupMembers } from '../tenures/tenures.query.js';

/** A group and the units in it. */
export type GroupSummary = UnitSummary & { readonly members: GroupMember[] };

export class GetGroups extends Query<Dated<{ rows: GroupSummary[] }>> {
  constructor(readonly request: UnitsRequest) {
    super();
  }
}

@QueryHandler(GetGroups)
export class GetGroupsHandler implements IQueryHandler<GetGroups> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request: { on, asOf: asked } }: GetGroups): Promise<Dated<{ rows: GroupSummary[] }>> {
    const asOf = await resolveAsOf(this.sql, asked);
    const units = await listUnits(this.sql, asOf.seq, on);
    const groups = units.filter(({ kind }) => GROUP_KINDS.includes(kind as GroupKind));
    const codes = groups.map(({ code }) => code);
    const membersOf = await groupMembers(this.sql, codes, { on, asOf: asOf.seq });
    return { rows: groups.map((group) => ({ ...group, members: membersOf(group.code) })), asOf: shownAsOf(asOf) };
  }
}
