import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { insertRows } from '#libs/read-models';
import { type TargetEvent } from '../../domain/target.events.js';
import { OwnMetricRow, TARGET_REGISTER, TargetRow } from './target.entity.js';

/** Every target as it was set and revised, by the seq at which it became known. */
export const targetRegisterProjection: Projection = {
  ...TARGET_REGISTER,
  entities: [TargetRow, OwnMetricRow],
  onPoison: 'park',

  async apply(events, sql) {
    const targets = events.filter(isTargetEvent);
    await insertRows(sql, TargetRow, targets.map(rowOf));
    await insertRows(sql, OwnMetricRow, targets.flatMap(ownMetricOf));
  },
};

const isTargetEvent = (event: SequencedEvent): event is SequencedEvent<TargetEvent> =>
  event.type === 'TargetSet' || event.type === 'TargetRevised';

function rowOf({ seq, id, data }: SequencedEvent<TargetEvent>): TargetRow {
  const { subject, parent, overAllotment = null, year, metric, amount, schedule, occurredOn } = data;
  return {
    seq: String(seq),
    eventId: id,
    year,
    metric,
    subjectKind: subject.kind,
    subjectCode: subject.code,
    amount,
    schedule,
    parentKind: parent?.kind ?? null,
    parentCode: parent?.code ?? null,
    overAllotment,
    reason: 'reason' in data ? data.reason : null,
    approvedBy: 'approvedBy' in data ? data.approvedBy : null,
    occurredOn,
  };
}

const ownMetricOf = ({ seq, data }: SequencedEvent<TargetEvent>): OwnMetricRow[] =>
  'own' in data && data.own ? [{ seq: String(seq), year: data.year, metric: data.metric, ...data.own }] : [];
