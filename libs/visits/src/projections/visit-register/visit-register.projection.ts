import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type Day } from '#libs/values';
import { type VisitEvent, type VisitLogged, visitIdOf, visitStream } from '../../domain/visit.events.js';
import { VISIT_REGISTER, VisitRow } from './visit.entity.js';

const DAY_MS = 86_400_000;

/** Every visit (features.md L8): what is counted by leader, unit and month, and by major project. */
export const visitRegisterProjection: Projection = {
  ...VISIT_REGISTER,
  entities: [VisitRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofVisits = events.filter(({ stream }) => stream.startsWith(visitStream('')));
    const rows = await knownRows(ofVisits, sql);
    for (const event of ofVisits) {
      const row = rowAfter(rows.get(event.stream), event);
      if (row) rows.set(event.stream, row);
    }
    await upsertRows(sql, VisitRow, [...rows.values()]);
  },
};

async function knownRows(events: readonly SequencedEvent[], sql: Sql): Promise<Map<string, VisitRow>> {
  const ids = continuedStreams(events).map(visitIdOf);
  const rows = ids.length > 0 ? await selectRows(sql, VisitRow, 'id = any($1)', ids) : [];
  return new Map(rows.map((row) => [visitStream(row.id), row]));
}

/** A correction takes the visit's place in lists, which is that of its logging. */
function rowAfter(row: VisitRow | undefined, event: SequencedEvent): VisitRow | undefined {
  const { type, data } = event as SequencedEvent & VisitEvent;
  switch (type) {
    case 'VisitLogged':
      return rowOf(event, String(event.seq), data);
    case 'VisitCorrected':
      return row && rowOf(event, row.seq, data);
    case 'VisitVoided':
      return row && { ...row, stands: false };
    default:
      return row;
  }
}

const rowOf = ({ stream }: SequencedEvent, seq: string, data: VisitLogged['data']): VisitRow => ({
  id: visitIdOf(stream),
  seq,
  stands: true,
  unit: data.unit,
  kind: data.kind,
  leader: data.leader ?? data.leaderDuty ?? null,
  place: data.place,
  firstDay: data.from,
  lastDay: data.to,
  days: daysOf(data.from, data.to),
  purpose: data.purpose ?? null,
  inPerson: data.inPerson ?? [],
  enterprises: data.enterprises ?? [],
  projects: data.projects ?? [],
  leads: data.leads ?? [],
});

const daysOf = (first: Day, last: Day): number => (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
