import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { insertRows } from '#libs/read-models';
import { type Day } from '#libs/values';
import { type VisitLogged, visitIdOf } from '../../domain/visit.events.js';
import { VISIT_REGISTER, VisitRow } from './visit.entity.js';

const DAY_MS = 86_400_000;

/** Every visit (features.md L8): what is counted by leader, unit and month, and by major project. */
export const visitRegisterProjection: Projection = {
  ...VISIT_REGISTER,
  entities: [VisitRow],
  onPoison: 'park',
  apply: (events, sql) => insertRows(sql, VisitRow, events.filter(isVisit).map(rowOf)),
};

const isVisit = (event: SequencedEvent): event is SequencedEvent<VisitLogged> => event.type === 'VisitLogged';

const rowOf = ({ seq, stream, data }: SequencedEvent<VisitLogged>): VisitRow => ({
  id: visitIdOf(stream),
  seq: String(seq),
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
