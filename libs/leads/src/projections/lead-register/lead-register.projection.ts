import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { type Versioned, Versions, continuedStreams, insertRows, selectRows, upsertRows } from '#libs/read-models';
import { type LeadEvent, leadIdOf } from '../../domain/lead.events.js';
import { evolveLead, viewersOf } from '../../domain/lead.state.js';
import { type LeadQuotaEvent } from '../../domain/quota.js';
import { LEAD_REGISTER, LeadRow, QuotaRow } from './lead-register.entities.js';

/** Each lead in every version that was known, by the rules of evolution that commands are decided on; who owes how many. */
export const leadRegisterProjection: Projection = {
  ...LEAD_REGISTER,
  entities: [LeadRow, QuotaRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofLeads = events.filter(({ stream }) => leadIdOf(stream) !== undefined);
    const leads = new Versions(await currentRows(ofLeads, sql), ({ id }) => id);
    for (const event of ofLeads) {
      const row = rowAfter(leads.get(leadIdOf(event.stream) ?? ''), event);
      if (row) leads.put(row, event.seq);
    }
    await upsertRows(sql, LeadRow, leads.changed);
    await insertRows(sql, QuotaRow, events.filter(isOfQuota).map(quotaRowOf));
  },
};

async function currentRows(events: readonly SequencedEvent[], sql: Sql): Promise<LeadRow[]> {
  const ids = continuedStreams(events).map(leadIdOf);
  return ids.length > 0 ? selectRows(sql, LeadRow, 'until_seq is null and id = any($1)', ids) : [];
}

/** Until it is captured there is nothing to show. */
function rowAfter(row: LeadRow | undefined, event: SequencedEvent): Omit<LeadRow, keyof Versioned> | undefined {
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
    chain: lead.chain ?? null,
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
