import { approvalIdOf } from '#libs/approvals';
import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { type ProjectEvent, projectIdOf } from '#libs/projects';
import { insertRows, selectRows, upsertRows } from '#libs/read-models';
import { type PlanBaselined, type PlanRevised, type PlanStepVoided } from '../../domain/plan.events.js';
import { type PlanThresholdsSet } from '../../domain/thresholds.events.js';
import {
  AnnualPlanRow,
  MILESTONES_MODEL,
  MilestoneRow,
  PermitRow,
  PlanVersionRow,
  PlanVersionVoidRow,
  SubjectRow,
  ThresholdsRow,
} from './milestone.entities.js';
import { planProjectOf } from './plan-stream.js';
import { WallChart } from './wall-chart.js';

/** Nothing about a project's milestones, contract or unit; frequent, and not worth looking its project up for. */
const ELSEWHERE: ReadonlySet<string> = new Set<ProjectEvent['type']>([
  'ProgressReported',
  'ProgressCorrected',
  'CapitalArrived',
  'CapitalCorrected',
  'OutputReported',
  'OutputCorrected',
  'NegotiationRecorded',
  'LetterOfIntentSigned',
  'CreditShared',
]);

/** What each milestone was promised, planned and reached for, in every version that was known. */
export const milestonesProjection: Projection = {
  ...MILESTONES_MODEL,
  entities: [MilestoneRow, PlanVersionRow, PlanVersionVoidRow, AnnualPlanRow, SubjectRow, PermitRow, ThresholdsRow],
  onPoison: 'park',
  // A milestone is what the project, its plan and its permit say of it together.
  readsAcrossStreams: true,

  async apply(events, sql) {
    const concerned = events.filter(isConcerned);
    if (concerned.length > 0) {
      const chart = await openChart(concerned, sql);
      for (const event of concerned) chart.apply(event);
      await insertRows(sql, PermitRow, chart.newPermits);
      await upsertRows(sql, SubjectRow, chart.changedSubjects);
      await upsertRows(sql, MilestoneRow, chart.milestones.changed);
      await upsertRows(sql, AnnualPlanRow, chart.years.changed);
    }
    await insertRows(sql, PlanVersionRow, events.filter(isVersion).map(versionOf));
    await insertRows(sql, PlanVersionVoidRow, events.filter(isVoid).flatMap(voidsOf));
    await insertRows(sql, ThresholdsRow, events.filter(isThresholds).map(thresholdsOf));
  },
};

const isConcerned = ({ stream, type }: SequencedEvent): boolean =>
  (projectIdOf(stream) !== undefined && !ELSEWHERE.has(type)) ||
  planProjectOf(stream) !== undefined ||
  approvalIdOf(stream) !== undefined;

async function openChart(events: readonly SequencedEvent[], sql: Sql): Promise<WallChart> {
  const approvals = events.flatMap(({ stream }) => approvalIdOf(stream) ?? []);
  const permits = await selectRows(sql, PermitRow, 'approval = any($1)', [...new Set(approvals)]);
  const touched = events.flatMap(({ stream }) => projectIdOf(stream) ?? planProjectOf(stream) ?? []);
  const requested = events
    .filter(({ type }) => type === 'ApprovalRequested')
    .map(({ data }) => (data as { projectId: string }).projectId);
  const projects = [...new Set([...touched, ...requested, ...permits.map(({ project }) => project)])];
  const current = 'until_seq is null and project = any($1)';
  return new WallChart({
    permits,
    subjects: await selectRows(sql, SubjectRow, 'project = any($1)', projects),
    milestones: await selectRows(sql, MilestoneRow, current, projects),
    years: await selectRows(sql, AnnualPlanRow, current, projects),
  });
}

const isVersion = (event: SequencedEvent): event is SequencedEvent<PlanBaselined | PlanRevised> =>
  event.type === 'PlanBaselined' || event.type === 'PlanRevised';

function versionOf({ stream, seq, id, data }: SequencedEvent<PlanBaselined | PlanRevised>): PlanVersionRow {
  const { occurredOn, milestones } = data;
  return {
    project: planProjectOf(stream) ?? stream,
    seq: String(seq),
    eventId: id,
    occurredOn,
    reason: 'reason' in data ? data.reason : null,
    approver: 'approver' in data ? data.approver : null,
    milestones,
  };
}

const isVoid = (event: SequencedEvent): event is SequencedEvent<PlanStepVoided> => event.type === 'PlanStepVoided';

const voidsOf = ({ seq, data: { eventIds } }: SequencedEvent<PlanStepVoided>): PlanVersionVoidRow[] =>
  eventIds.map((eventId) => ({ eventId, seq: String(seq) }));

const isThresholds = (event: SequencedEvent): event is SequencedEvent<PlanThresholdsSet> =>
  event.type === 'PlanThresholdsSet';

const thresholdsOf = ({ seq, data: { yellowDays, redDays } }: SequencedEvent<PlanThresholdsSet>): ThresholdsRow => ({
  seq: String(seq),
  yellowDays,
  redDays,
});
