import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { type Versioned, Versions, continuedStreams, selectRows, upsertRows } from '#libs/read-models';
import { type AdmissionEvent, type AdmissionReviewed, reviewedProjectOf } from '../../domain/admission.events.js';
import { ADMISSION_REGISTER, AdmissionRow } from './admission.entity.js';

/** The last review of every project, and its override, in every version that was known. */
export const admissionRegisterProjection: Projection = {
  ...ADMISSION_REGISTER,
  entities: [AdmissionRow],
  onPoison: 'park',

  async apply(events, sql) {
    const steps = events.filter(isStep);
    const ids = continuedStreams(steps).map(reviewedProjectOf);
    const known = ids.length > 0 ? await selectRows(sql, AdmissionRow, CURRENT, ids) : [];
    const admissions = new Versions(known, ({ projectId }) => projectId);
    for (const event of steps) {
      const content = contentAfter(admissions.get(reviewedProjectOf(event.stream)), event);
      if (content) admissions.put(content, event.seq);
    }
    await upsertRows(sql, AdmissionRow, admissions.changed);
  },
};

const CURRENT = 'until_seq is null and project_id = any($1)';

const isStep = (event: SequencedEvent): event is SequencedEvent<AdmissionEvent> =>
  event.type === 'AdmissionReviewed' || event.type === 'AdmissionOverridden';

const isReview = (event: SequencedEvent<AdmissionEvent>): event is SequencedEvent<AdmissionReviewed> =>
  event.type === 'AdmissionReviewed';

type Content = Omit<AdmissionRow, keyof Versioned>;

function contentAfter(row: AdmissionRow | undefined, event: SequencedEvent<AdmissionEvent>): Content | undefined {
  if (isReview(event)) return reviewed(event);
  if (!row || !('approver' in event.data)) return undefined;
  const { fromSeq, untilSeq, ...content } = row;
  const { approver, reason, occurredOn } = event.data;
  return { ...content, outcome: 'overridden', overriddenOn: occurredOn, approver, reason };
}

const reviewed = ({ stream, data }: SequencedEvent<AdmissionReviewed>): Content => ({
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
