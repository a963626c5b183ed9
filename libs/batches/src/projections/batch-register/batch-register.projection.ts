import { type Sql } from '#libs/database';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { continuedStreams, insertRows, selectRows, upsertRows } from '#libs/read-models';
import { type BatchEvent, batchStream } from '../../domain/batch.events.js';
import { BATCH_REGISTER, BatchRow, ListingRow } from './batch.entities.js';

const PREFIX = batchStream('');

/** The batches, and which projects were on their lists as of any seq. */
export const batchRegisterProjection: Projection = {
  ...BATCH_REGISTER,
  entities: [BatchRow, ListingRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofBatches = events.filter(({ stream }) => stream.startsWith(PREFIX));
    const batches = await knownBatches(ofBatches, sql);
    const listings: ListingRow[] = [];
    for (const event of ofBatches) enter(event as SequencedEvent & Recorded<BatchEvent>, batches, listings);
    await upsertRows(sql, BatchRow, [...batches.values()]);
    await insertRows(sql, ListingRow, listings);
  },
};

async function knownBatches(events: readonly SequencedEvent[], sql: Sql): Promise<Map<string, BatchRow>> {
  const ids = continuedStreams(events).map((stream) => stream.slice(PREFIX.length));
  const rows = ids.length > 0 ? await selectRows(sql, BatchRow, 'id = any($1)', ids) : [];
  return new Map(rows.map((row) => [row.id, row]));
}

function enter(
  event: SequencedEvent & Recorded<BatchEvent>,
  batches: Map<string, BatchRow>,
  listings: ListingRow[],
): void {
  const id = event.stream.slice(PREFIX.length);
  const seq = String(event.seq);
  const { type, data } = event;
  const batch = batches.get(id);
  switch (type) {
    case 'BatchPlanned': {
      const { kind, name, unit, heldOn: plannedFor } = data;
      batches.set(id, { id, kind, name, unit, plannedFor, plannedSeq: seq, holdings: [] });
      return;
    }
    case 'ProjectListed':
      listings.push({
        batch: id,
        project: data.projectId,
        seq,
        unit: data.unit,
        deed: data.deed ?? null,
        day: data.occurredOn,
      });
      return;
    case 'ProjectUnlisted':
      listings.push({ batch: id, project: data.projectId, seq, unit: null, deed: null, day: data.occurredOn });
      return;
    case 'BatchHeld':
      if (batch) batches.set(id, { ...batch, holdings: [...batch.holdings, { seq, on: data.occurredOn }] });
      return;
    case 'BatchHoldingVoided':
      if (batch) batches.set(id, { ...batch, holdings: [...batch.holdings, { seq, on: null }] });
  }
}
