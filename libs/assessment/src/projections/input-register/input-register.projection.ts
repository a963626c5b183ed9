import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { insertRows } from '#libs/read-models';
import { type InputEvent } from '../../domain/inputs/input.events.js';
import { CertifiedInputRow, INPUT_REGISTER, RecognitionRow } from './input.entities.js';

/** Everything that was certified for assessments, by the seq at which it became known. */
export const inputRegisterProjection: Projection = {
  ...INPUT_REGISTER,
  entities: [CertifiedInputRow, RecognitionRow],
  onPoison: 'park',

  async apply(events, sql) {
    const inputs = events.filter(isInputEvent);
    await insertRows(sql, CertifiedInputRow, inputs.flatMap(certifiedIn));
    await insertRows(sql, RecognitionRow, inputs.flatMap(recognitionIn));
  },
};

const TYPES: ReadonlySet<string> = new Set([
  'InputCertified',
  'InputCorrected',
  'DiscretionaryPointsGiven',
  'DiscretionaryPointsCorrected',
  'RecognitionDecided',
] satisfies InputEvent['type'][]);

const isInputEvent = (event: SequencedEvent): event is SequencedEvent<InputEvent> => TYPES.has(event.type);

const placeOf = ({ seq, id, data }: SequencedEvent<InputEvent>) => ({
  seq: String(seq),
  eventId: id,
  scheme: data.scheme,
  periodFrom: data.period.from,
  periodTo: data.period.to,
  input: data.input,
  subject: data.subject ?? '',
  by: data.by,
  occurredOn: data.occurredOn,
});

function certifiedIn(event: SequencedEvent<InputEvent>): CertifiedInputRow[] {
  const { data } = event;
  if ('item' in data) return [];
  return [
    {
      ...placeOf(event),
      value: 'value' in data ? data.value : 'points' in data ? data.points : null,
      items: 'items' in data ? data.items : null,
      scores: 'scores' in data ? data.scores : null,
      evidence: data.evidence,
      grade: data.grade,
      reason: 'reason' in data ? data.reason : null,
      approver: 'approver' in data ? data.approver : null,
      correctsEventId: 'correctsEventId' in data ? data.correctsEventId : null,
    },
  ];
}

function recognitionIn(event: SequencedEvent<InputEvent>): RecognitionRow[] {
  const { data } = event;
  if (!('item' in data)) return [];
  const { item, counts, reason } = data;
  return [{ ...placeOf(event), item, counts, reason }];
}
