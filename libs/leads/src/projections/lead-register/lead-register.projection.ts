import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { continuedStreams, insertRows, selectRows, upsertRows } from '#libs/read-models';
import { type LeadEvent, leadIdOf } from '../../domain/lead.events.js';
import { evolveLead, viewersOf } from '../../domain/lead.state.js';
import { type LeadQuotaEvent } from '../../domain/quota.js';
import { LEAD_REGISTER, LeadRow, QuotaRow } from './lead-register.entities.js';

/** Each lead as it stands now, by the same rules of evolution that commands are decided on; and who owes how many. */
export const leadRegisterProjection: Projection = {
  ...LEAD_REGISTER,
  entities: [LeadRow, QuotaRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofLeads = events.filter(({ stream }) => leadIdOf(stream) !== undefined);
    const rows = await knownRows(ofLeads, sql);
    for (const event of ofLeads) {
      const row = rowAfter(rows.get(event.stream), event);
      if (row) rows.set(event.stream, row);
    }
    await upsertRows(sql, LeadRow, [...rows.values()]);
    await insertRows(sql, QuotaRow, events.filter(isOfQuota).map(quotaRowOf));
  },
};

async function knownRows(events: readonly SequencedEvent[], sql: Sql): Promise<Map<string, LeadRow>> {
  const streams = continuedStreams(events);
  const ids = streams.map(leadIdOf);
  const rows = ids.length > 0 ? await selectRows(sql, LeadRow, 'id = any($1)', ids) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    streams.flatMap((stream) => {
      const row = byId.get(leadIdOf(stream) ?? '');
      return row ? [[stream, row] as const] : [];
    }),
  );
}

/** Until it is captured there is nothing to show. */
function rowAfter(row: LeadRow | undefined, event: SequencedEvent): LeadRow | undefined {
  const id = leadIdOf(event.stream);
  const lead = evolveLead(row?.lead, event as SequencedEvent & LeadEvent) ?? row?.lead;
  if (!lead || id === undefined) return undefined;
  return {
    id,
    capturedSeq: row?.capturedSeq ?? String(event.seq),
    revision: String(event.revision),
    unit: lead.unit,
    capturedUnit: lead.capturedUnit,
    capturedBy: lead.capturedBy ?? null,
    viewers: viewersOf(lead),
    status: lead.status,
    class: lead.class ?? null,
    tiers: lead.tiers,
    expectedInvestment: lead.expectedInvestment,
    firstContactOn: lead.firstContactOn,
    capturedOn: lead.capturedOn,
    qualifiedOn: lead.qualifiedOn ?? null,
    convertedOn: lead.convertedOn ?? null,
    lead,
  };
}

const isOfQuota = (event: SequencedEvent): event is SequencedEvent<LeadQuotaEvent> =>
  event.type === 'LeadQuotaSet' || event.type === 'LeadQuotaEnded';

function quotaRowOf({ seq, type, data }: SequencedEvent<LeadQuotaEvent>): QuotaRow {
  const row = { code: data.code, seq: String(seq), from: data.from };
  if (type === 'LeadQuotaEnded') return { ...row, ended: true, name: null, metric: null, perMonth: null, who: [] };
  const { name, metric, perMonth, who } = data as SequencedEvent<
    Extract<LeadQuotaEvent, { type: 'LeadQuotaSet' }>
  >['data'];
  return { ...row, ended: false, name, metric, perMonth, who };
}
