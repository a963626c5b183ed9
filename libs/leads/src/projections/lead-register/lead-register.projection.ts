import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { type Versioned, Versions, continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type LeadEvent, leadIdOf } from '../../domain/lead.events.js';
import { evolveLead, viewersOf } from '../../domain/lead.state.js';
import { type LeadQuotaSet, type LeadQuotaStep, type LeadQuotaStepVoided } from '../../domain/quota.events.js';
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
    await upsertRows(sql, QuotaRow, await quotasAfter(events, sql));
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
    mergedInto: lead.mergedInto ?? null,
    chain: lead.chain ?? null,
    class: lead.class ?? null,
    introducer: lead.introducer?.creditCode ?? lead.introducer?.projectId ?? null,
    tiers: lead.tiers,
    expectedInvestment: lead.expectedInvestment,
    firstContactOn: lead.firstContactOn,
    capturedOn: lead.capturedOn,
    qualifiedOn: lead.qualifiedOn ?? null,
    convertedOn: lead.convertedOn ?? null,
    lead,
  };
}

type QuotaEvent = SequencedEvent<LeadQuotaStep> | SequencedEvent<LeadQuotaStepVoided>;

const QUOTA_EVENTS: readonly string[] = [
  'LeadQuotaSet',
  'LeadQuotaEnded',
  'LeadQuotaStepVoided',
] satisfies QuotaEvent['type'][];
const isOfQuota = (event: SequencedEvent): event is QuotaEvent => QUOTA_EVENTS.includes(event.type);

/** The words on quotas that the events add or take back. */
async function quotasAfter(events: readonly SequencedEvent[], sql: Sql): Promise<QuotaRow[]> {
  const ofQuotas = events.filter(isOfQuota);
  const voided = ofQuotas.flatMap((event) => (event.type === 'LeadQuotaStepVoided' ? event.data.eventIds : []));
  const standing =
    voided.length > 0 ? await selectRows(sql, QuotaRow, 'until_seq is null and event_id = any($1)', voided) : [];
  const quotas = new Versions(standing, ({ eventId }) => eventId);
  for (const event of ofQuotas) {
    if (event.type === 'LeadQuotaStepVoided') for (const id of event.data.eventIds) quotas.end(id, event.seq);
    else quotas.put(quotaRowOf(event), event.seq);
  }
  return quotas.changed;
}

function quotaRowOf({ id, type, data }: SequencedEvent<LeadQuotaStep>): Omit<QuotaRow, keyof Versioned> {
  const row = { code: data.code, eventId: id, from: data.from };
  if (type === 'LeadQuotaEnded') return { ...row, ended: true, name: null, metric: null, perMonth: null, who: [] };
  const { name, metric, perMonth, who } = data as LeadQuotaSet['data'];
  return { ...row, ended: false, name, metric, perMonth, who };
}
