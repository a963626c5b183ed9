import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { type Versioned, Versions, continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type Day } from '#libs/values';
import { type VisitEvent, type VisitLogged, visitIdOf, visitStream } from '../../domain/visit.events.js';
import { VISIT_REGISTER, VisitRow } from './visit.entity.js';

const DAY_MS = 86_400_000;

/** Every visit (features.md L8), in every version that was known: what is counted by leader, unit and month, and by major project. */
export const visitRegisterProjection: Projection = {
  ...VISIT_REGISTER,
  entities: [VisitRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ofVisits = events.filter(({ stream }) => stream.startsWith(visitStream('')));
    const visits = new Versions(await currentRows(ofVisits, sql), ({ id }) => id);
    for (const event of ofVisits) enter(event, visits);
    await upsertRows(sql, VisitRow, visits.changed);
  },
};

async function currentRows(events: readonly SequencedEvent[], sql: Sql): Promise<VisitRow[]> {
  const ids = continuedStreams(events).map(visitIdOf);
  return ids.length > 0 ? selectRows(sql, VisitRow, 'until_seq is null and id = any($1)', ids) : [];
}

/** A correction takes the visit's place in lists, which is that of its logging. */
function enter(event: SequencedEvent, visits: Versions<VisitRow>): void {
  const { type, data } = event as SequencedEvent & VisitEvent;
  const known = visits.get(visitIdOf(event.stream));
  switch (type) {
    case 'VisitLogged':
      return visits.put(contentOf(event, String(event.seq), data), event.seq);
    case 'VisitCorrected':
      return known && visits.put(contentOf(event, known.seq, data), event.seq);
    case 'VisitVoided':
      return known && visits.end(known.id, event.seq);
  }
}

type Content = Omit<VisitRow, keyof Versioned>;

const contentOf = ({ stream }: SequencedEvent, seq: string, data: VisitLogged['data']): Content => ({
  id: visitIdOf(stream),
  seq,
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
