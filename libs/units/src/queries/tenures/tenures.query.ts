import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import { type Duty, type MemberRole } from '../../domain/unit.events.js';
import { MembershipRow, PostRow } from '../../projections/unit-directory/unit.entity.js';
import { HELD, type Moment, momentValues } from '../moment.js';
import { type NamedUnit, unitNames } from '../unit-names/unit-names.query.js';

/** A unit in a group, by its name of the day asked about. */
export interface GroupMember {
  readonly unit: NamedUnit;
  readonly role: MemberRole;
  readonly since: Day;
}

/** A person in an office, by account. */
export interface Post {
  readonly account: AccountCode;
  readonly duty: Duty;
  readonly since: Day;
}

/** The members of each group at the moment, in order of their codes. */
export async function groupMembers(
  sql: Sql,
  groups: readonly UnitCode[],
  moment: Moment = {},
): Promise<(group: UnitCode) => GroupMember[]> {
  const rows = await sql.query<{ group: UnitCode; member: UnitCode; role: MemberRole; since: Day }[]>(
    `select group_code as "group", member, role, from_day::text as since from (
       select distinct on (group_code, member) * from ${tableOf(MembershipRow).name}
       where group_code = any($3) and ${HELD} order by group_code, member, seq desc
     ) last where role is not null order by member collate "C"`,
    [...momentValues(moment), groups],
  );
  const codes = rows.map(({ member }) => member);
  const nameOf = await unitNames(sql, codes, moment);
  const byGroup = Map.groupBy(rows, ({ group }) => group);
  return (group) =>
    (byGroup.get(group) ?? []).map(({ member, role, since }) => ({ unit: nameOf(member), role, since }));
}

/** Who holds which office in a unit at the moment, in the order in which they took it. */
export const unitPosts = (sql: Sql, unit: UnitCode, moment: Moment = {}): Promise<Post[]> =>
  sql.query<Post[]>(
    `select account, duty, from_day::text as since from (
       select distinct on (account, duty) * from ${tableOf(PostRow).name}
       where unit = $3 and ${HELD} order by account, duty, seq desc
     ) last where held order by seq`,
    [...momentValues(moment), unit],
  );
