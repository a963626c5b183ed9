import { type Sql } from '#libs/database';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type ReserveEvent, reserveStream } from '../../domain/reserve.events.js';
import { type ReserveEntry, evolveReserve } from '../../domain/reserve.state.js';
import { RESERVE_LIST, ReserveRow } from './reserve.entity.js';

const PREFIX = reserveStream('');

/** Each entry of the library as it stands now, by the same rules of evolution that commands are decided on. */
export const reserveListProjection: Projection = {
  ...RESERVE_LIST,
  entities: [ReserveRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofReserve = events.filter(({ stream }) => stream.startsWith(PREFIX));
    const rows = await knownRows(ofReserve, sql);
    for (const event of ofReserve) {
      const row = rowAfter(rows.get(event.stream), event);
      if (row) rows.set(event.stream, row);
    }
    await upsertRows(sql, ReserveRow, [...rows.values()]);
  },
};

const idOf = (stream: string): string => stream.slice(PREFIX.length);

async function knownRows(events: readonly SequencedEvent[], sql: Sql): Promise<Map<string, ReserveRow>> {
  const ids = continuedStreams(events).map(idOf);
  const rows = ids.length > 0 ? await selectRows(sql, ReserveRow, 'id = any($1)', ids) : [];
  return new Map(rows.map((row) => [reserveStream(row.id), row]));
}

function rowAfter(row: ReserveRow | undefined, event: SequencedEvent): ReserveRow | undefined {
  if (!row && event.type !== 'ProjectPlanned') return undefined;
  const entry = evolveReserve(row?.entry, event as SequencedEvent & Recorded<ReserveEvent>);
  return entry && rowOf(idOf(event.stream), entry, row?.plannedSeq ?? String(event.seq), event.revision);
}

const rowOf = (id: string, entry: ReserveEntry, plannedSeq: string, revision: bigint): ReserveRow => ({
  id,
  name: entry.name,
  unit: entry.unit,
  stage: entry.stage,
  plannedInvestment: entry.plannedInvestment,
  plannedOn: entry.plannedOn,
  movedOn: entry.movedOn,
  flaggedOn: entry.flag?.on ?? null,
  entry,
  plannedSeq,
  revision: String(revision),
});
