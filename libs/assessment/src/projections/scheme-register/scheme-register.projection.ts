import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { insertRows } from '#libs/read-models';
import { type SchemePublished } from '../../domain/scheme.events.js';
import { SCHEME_REGISTER, SchemeRow } from './scheme.entity.js';

/** Every published version of every scheme, by the seq at which it became known. */
export const schemeRegisterProjection: Projection = {
  ...SCHEME_REGISTER,
  entities: [SchemeRow],
  onPoison: 'park',
  apply: (events, sql) => insertRows(sql, SchemeRow, events.filter(isPublication).map(rowOf)),
};

const isPublication = (event: SequencedEvent): event is SequencedEvent<SchemePublished> =>
  event.type === 'SchemePublished';

const rowOf = ({ seq, id, data: { code, version, scheme } }: SequencedEvent<SchemePublished>): SchemeRow => ({
  code,
  version,
  name: scheme.name,
  note: scheme.note ?? null,
  periodFrom: scheme.period.from,
  periodTo: scheme.period.to,
  publishedSeq: String(seq),
  eventId: id,
  scheme,
});
