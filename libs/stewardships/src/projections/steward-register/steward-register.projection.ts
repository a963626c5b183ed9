import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { type Versioned, Versions, continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type StewardshipEvent, stewardshipIdOf, stewardshipStream } from '../../domain/stewardship.events.js';
import { STEWARD_REGISTER, StewardRow } from './steward.entity.js';

type Content = Omit<StewardRow, keyof Versioned>;
type Said = SequencedEvent & StewardshipEvent;

/** Every leader of an enterprise, park or district (features.md P10), in every version that was known. */
export const stewardRegisterProjection: Projection = {
  ...STEWARD_REGISTER,
  entities: [StewardRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofStewardships = events.filter(({ stream }) => stream.startsWith(stewardshipStream('')));
    const rows = new Versions(await currentRows(ofStewardships, sql), ({ id }) => id);
    for (const event of ofStewardships) enter(event as Said, rows);
    await upsertRows(sql, StewardRow, rows.changed);
  },
};

async function currentRows(events: readonly SequencedEvent[], sql: Sql): Promise<StewardRow[]> {
  const ids = continuedStreams(events).map(stewardshipIdOf);
  return ids.length > 0 ? selectRows(sql, StewardRow, 'until_seq is null and stewardship = any($1)', ids) : [];
}

function enter(event: Said, rows: Versions<StewardRow>): void {
  const { id: eventId, seq, type, data } = event;
  const stewardship = stewardshipIdOf(event.stream);
  const ofSame = rows.all().filter((row) => row.stewardship === stewardship);
  const attached = (account: string) => ofSame.find((row) => row.account === account && row.until === null);
  const change = (row: StewardRow | undefined, changes: Partial<Content>) =>
    row && rows.put({ ...contentOf(row), ...changes }, seq);
  switch (type) {
    case 'StewardAttached': {
      const { occurredOn: from, name = null, ...said } = data;
      const last = { until: null, detachedBy: null, tasks: [] };
      return rows.put({ id: eventId, seq: String(seq), stewardship, eventId, name, ...said, from, ...last }, seq);
    }
    case 'StewardCorrected': {
      const { correctsEventId, reason, occurredOn: from, ...said } = data;
      const wrong = ofSame.find((row) => row.eventId === correctsEventId);
      return change(wrong, { ...said, eventId, from });
    }
    case 'StewardDetached':
      return change(attached(data.account), { until: data.occurredOn, detachedBy: eventId });
    case 'StewardTaskFixed': {
      const { occurredOn: on, ...fixed } = data;
      const row = attached(data.leader);
      return change(row, { tasks: [...(row?.tasks ?? []), { ...fixed, eventId, on }] });
    }
    case 'StewardFactVoided':
      for (const row of ofSame) takeBack(data.eventId, row, rows, seq);
  }
}

function takeBack(eventId: string, row: StewardRow, rows: Versions<StewardRow>, seq: bigint): void {
  if (row.eventId === eventId) return rows.end(row.id, seq);
  const detached = row.detachedBy === eventId ? { until: null, detachedBy: null } : {};
  const tasks = row.tasks.filter((task) => task.eventId !== eventId);
  rows.put({ ...contentOf(row), ...detached, tasks }, seq);
}

const contentOf = ({ fromSeq, untilSeq, ...content }: StewardRow): Content => content;
