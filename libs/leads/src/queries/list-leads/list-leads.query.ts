import { type Sql } from '#libs/database';
import { type NamedIntroducer, namedIntroducers } from '#libs/projects';
import { KNOWN_AT, type Page, cursorOf, pageOf, placeOf, selectRows, sortedBy } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Month, type UnitCode, type Tier, introducerKey } from '#libs/values';
import { type Lead } from '../../domain/lead.state.js';
import { type LeadStatus } from '../../domain/vocabulary.js';
import { LeadRow } from '../../projections/lead-register/lead-register.entities.js';

/** Which leads, newest first, as known at the seq `asOf`. `month` is that of capture, `cursor` the `next` of the page before. */
export interface LeadsQuestion {
  readonly asOf: bigint;
  readonly unit?: UnitCode;
  readonly class?: string;
  readonly chain?: string;
  readonly tier?: Tier;
  /** The code or the project of the enterprise that introduced it, in any spelling. */
  readonly introducer?: string;
  readonly status?: LeadStatus;
  readonly month?: Month;
  readonly reportedTo?: UnitCode;
  /** Rows a page, from 1. */
  readonly limit: number;
  readonly cursor?: string;
  /** Only leads that this unit has a part in can be seen. */
  readonly visibleUnit?: UnitCode;
}

/** A lead in a list; the days of its steps are those that it has made. */
export type ListedLead = Omit<Lead, 'unit' | 'steps' | 'introducer'> & {
  readonly introducer?: NamedIntroducer;
  readonly id: string;
  readonly unit: NamedUnit;
  readonly revision: string;
};

/** One page of leads. @throws Refusal CURSOR.INVALID */
export async function listLeads(sql: Sql, question: LeadsQuestion): Promise<Page<ListedLead>> {
  const { asOf, unit, tier, status, month, reportedTo, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    LeadRow,
    `${KNOWN_AT} and captured_seq <= $1 and ($2::text is null or unit = $2)
     and ($3::text is null or viewers @> jsonb_build_array($3::text))
     and ($4::text is null or class = $4)
     and ($5::text is null or tiers @> jsonb_build_array($5::text))
     and ($6::text is null or status = $6)
     and ($7::date is null or captured_on >= $7 and captured_on < $7 + interval '1 month')
     and ($8::text is null or viewers @> jsonb_build_array($8::text) and lead -> 'reportedTo' @> jsonb_build_array($8::text))
     and ($9::text is null or chain = $9)
     and ($10::text is null or introducer = $10)
     and ($11::bigint is null or captured_seq < $11)
     order by ${month ? sortedBy('captured_seq') : 'captured_seq'} desc limit $12`,
    asOf,
    unit,
    visibleUnit,
    question.class,
    tier,
    status,
    month && `${month}-01`,
    reportedTo,
    question.chain,
    question.introducer === undefined ? undefined : introducerKey(question.introducer),
    before,
    limit + 1,
  );
  const page = pageOf(rows, limit, ({ capturedSeq }) => cursorOf(capturedSeq));
  const nameOf = await unitNames(
    sql,
    page.rows.map((row) => row.unit),
    { asOf },
  );
  const introducers = page.rows.flatMap(({ lead }) => lead.introducer ?? []);
  const introducerOf = await namedIntroducers(sql, introducers, asOf);
  return {
    ...page,
    rows: page.rows.map(({ id, lead: { steps, introducer, ...lead }, revision }) => ({
      ...lead,
      ...(introducer && { introducer: introducerOf(introducer) }),
      id,
      unit: nameOf(lead.unit),
      revision,
    })),
  };
}
