import { type Sql } from '#libs/database';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { type Versioned, Versions, continuedStreams, keepNames, selectRows, upsertRows } from '#libs/read-models';
import { type ReserveEvent, reserveStream } from '../../domain/reserve.events.js';
import { type ReserveEntry, evolveReserve } from '../../domain/reserve.state.js';
import { RESERVE_TITLES } from '../../domain/titles.js';
import { RESERVE_LIST, ReserveNameRow, ReserveRow } from './reserve.entity.js';

const PREFIX = reserveStream('');

/** Each entry of the library in every version that was known, by the rules of evolution that commands are decided on. */
export const reserveListProjection: Projection = {
  ...RESERVE_LIST,
  entities: [ReserveRow, ReserveNameRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofReserve = events.filter(
      ({ stream, type }) => stream.startsWith(PREFIX) && Object.hasOwn(RESERVE_TITLES, type),
    );
    const named: Content[] = [];
    const entries = new Versions(await currentRows(ofReserve, sql), ({ id }) => id);
    for (const event of ofReserve) {
      const before = entries.get(idOf(event.stream));
      const row = rowAfter(before, event);
      if (!row) continue;
      entries.put(row, event.seq);
      if (row.name !== before?.name) named.push(row);
    }
    await upsertRows(sql, ReserveRow, entries.changed);
    await keepNames(sql, ReserveNameRow, named);
  },
};

const idOf = (stream: string): string => stream.slice(PREFIX.length);

async function currentRows(events: readonly SequencedEvent[], sql: Sql): Promise<ReserveRow[]> {
  const ids = continuedStreams(events).map(idOf);
  return ids.length > 0 ? selectRows(sql, ReserveRow, 'until_seq is null and id = any($1)', ids) : [];
}

type Content = Omit<ReserveRow, keyof Versioned>;

function rowAfter(row: ReserveRow | undefined, event: SequencedEvent): Content | undefined {
  if (!row && event.type !== 'ProjectPlanned') return undefined;
  const entry = evolveReserve(row?.entry, event as SequencedEvent & Recorded<ReserveEvent>);
  return entry && rowOf(idOf(event.stream), entry, row?.plannedSeq ?? String(event.seq), event.revision);
}

const rowOf = (id: string, entry: ReserveEntry, plannedSeq: string, revision: bigint): Content => ({
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
