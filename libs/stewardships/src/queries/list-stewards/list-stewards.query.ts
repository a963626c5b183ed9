import { type Sql } from '#libs/database';
import { KNOWN_AT, type Page, cursorOf, pageOf, placeOf, selectRows } from '#libs/read-models';
import { type NamedUnit, type UnitNaming, unitNames } from '#libs/units';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import { type Purpose, type StewardedKind } from '../../domain/stewardship.events.js';
import { StewardRow } from '../../projections/steward-register/steward.entity.js';

/** Which leaders, the last recorded first, as known at the seq `asOf`; `cursor` is the `next` of the page before. */
export interface StewardsQuestion {
  readonly asOf: bigint;
  readonly kind?: StewardedKind;
  readonly code?: string;
  /** Answers beside the leader. */
  readonly unit?: UnitCode;
  readonly leader?: AccountCode;
  readonly purpose?: Purpose;
  /** Those who were attached once, in place of those who are. */
  readonly detached: boolean;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only what this unit answers for can be seen. */
  readonly visibleUnit?: UnitCode;
}

/** One leader of an enterprise, park or district, with the 六定 that hold. */
export interface ListedSteward {
  /** The event that attached the leader. */
  readonly id: string;
  readonly stewardship: string;
  readonly subject: { readonly kind: StewardedKind; readonly code: string; readonly name: string };
  readonly unit: NamedUnit;
  readonly account: AccountCode;
  readonly duty: string;
  readonly purpose: Purpose;
  readonly from: Day;
  readonly until?: Day;
  readonly responsibility?: {
    readonly eventId: string;
    readonly on: Day;
    readonly matter: string;
    readonly target: string;
    readonly leader: AccountCode;
    readonly unit: NamedUnit;
    readonly requirement: string;
    readonly due: Day;
    readonly done?: { readonly eventId: string; readonly on: Day };
  };
}

/** One page of who looks after what. @throws Refusal CURSOR.INVALID */
export async function listStewards(sql: Sql, question: StewardsQuestion): Promise<Page<ListedSteward>> {
  const { asOf, kind, code, unit, leader, purpose, detached, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    StewardRow,
    `${KNOWN_AT} and seq <= $1 and ($2::text is null or unit = $2) and ($3::text is null or unit = $3)
     and ($4::text is null or kind = $4) and ($5::text is null or code = $5)
     and ($6::text is null or account = $6) and ($7::text is null or purpose = $7)
     and (until_day is not null) = $8 and ($9::bigint is null or seq < $9)
     order by seq desc limit $10`,
    ...[asOf, visibleUnit, unit, kind, code, leader, purpose, detached, before, limit + 1],
  );
  const page = pageOf(rows, limit, ({ seq }) => cursorOf(seq));
  const nameOf = await unitNames(sql, page.rows.flatMap(unitsIn), { asOf });
  return { ...page, rows: page.rows.map((row) => shown(row, nameOf)) };
}

const unitsIn = ({ kind, code, unit, tasks }: StewardRow): UnitCode[] => [
  unit,
  ...(kind === 'enterprise' ? [] : [code]),
  ...tasks.map((task) => task.unit),
];

function shown(row: StewardRow, nameOf: UnitNaming): ListedSteward {
  const { id, stewardship, kind, code, name, account, duty, purpose, from, until } = row;
  const task = row.tasks.at(-1);
  return {
    id,
    stewardship,
    subject: { kind, code, name: kind === 'enterprise' ? (name ?? code) : nameOf(code).name },
    unit: nameOf(row.unit),
    ...{ account, duty, purpose, from },
    ...(until !== null && { until }),
    ...(task && { responsibility: { ...task, unit: nameOf(task.unit) } }),
  };
}
