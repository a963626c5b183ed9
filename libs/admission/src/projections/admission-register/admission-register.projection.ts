import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type AdmissionEvent, type AdmissionReviewed, reviewedProjectOf } from '../../domain/admission.events.js';
import { ADMISSION_REGISTER, AdmissionRow } from './admission.entity.js';

/** The last review of every project, and its override. */
export const admissionRegisterProjection: Projection = {
  ...ADMISSION_REGISTER,
  entities: [AdmissionRow],
  onPoison: 'park',

  async apply(events, sql) {
    const steps = events.filter(isStep);
    const ids = continuedStreams(steps).map(reviewedProjectOf);
    const known = ids.length > 0 ? await selectRows(sql, AdmissionRow, 'project_id = any($1)', ids) : [];
    const rows = new Map(known.map((row) => [row.projectId, row]));
    for (const event of steps) {
      const row = rowAfter(rows.get(reviewedProjectOf(event.stream)), event);
      if (row) rows.set(row.projectId, row);
    }
    await upsertRows(sql, AdmissionRow, [...rows.values()]);
  },
};

const isStep = (event: SequencedEvent): event is SequencedEvent<AdmissionEvent> =>
  event.type === 'AdmissionReviewed' || event.type === 'AdmissionOverridden';

const isReview = (event: SequencedEvent<AdmissionEvent>): event is SequencedEvent<AdmissionReviewed> =>
  event.type === 'AdmissionReviewed';

function rowAfter(row: AdmissionRow | undefined, event: SequencedEvent<AdmissionEvent>): AdmissionRow | undefined {
  const seq = String(event.seq);
  if (isReview(event)) return { ...reviewRow(event), seq };
  if (!row || !('approver' in event.data)) return row;
  const { approver, reason, occurredOn } = event.data;
  return { ...row, seq, outcome: 'overridden', overriddenOn: occurredOn, approver, reason };
}

const reviewRow = ({ stream, data }: SequencedEvent<AdmissionReviewed>): Omit<AdmissionRow, 'seq'> => ({
  projectId: reviewedProjectOf(stream),
  projectName: data.projectName,
  unit: data.unit,
  outcome: data.verdict,
  policyVersion: data.policyVersion,
  failed: data.results.filter(({ passed }) => !passed).map(({ name }) => name),
  total: data.quality.total,
  passScore: data.quality.passScore,
  reviewedOn: data.occurredOn,
  overriddenOn: null,
  approver: null,
  reason: null,
});
