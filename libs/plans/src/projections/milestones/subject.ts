import { type ApprovalEvent } from '#libs/approvals';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { type ProjectEvent, evolveProject } from '#libs/projects';
import { type PlanEvent } from '../../domain/plan.events.js';
import { NO_PLAN, evolvePlan } from '../../domain/plan.state.js';
import { type SubjectRow } from './milestone.entities.js';

/** Nothing is known of the project yet. */
export const newSubject = (project: string): SubjectRow => ({ project, state: null, plan: NO_PLAN, permits: {} });

/** After one more event of the project itself. */
export const afterProject = (subject: SubjectRow, event: SequencedEvent): SubjectRow => ({
  ...subject,
  state: evolveProject(subject.state ?? undefined, event as SequencedEvent & Recorded<ProjectEvent>) ?? null,
});

/** After one more event of its plan. */
export const afterPlan = (subject: SubjectRow, event: SequencedEvent): SubjectRow => ({
  ...subject,
  plan: evolvePlan(subject.plan, event as SequencedEvent & Recorded<PlanEvent>),
});

/** After one more event of one of its construction permits. */
export function afterPermit(subject: SubjectRow, approval: string, event: SequencedEvent): SubjectRow {
  const told = event as SequencedEvent & ApprovalEvent;
  const { [approval]: before, ...others } = subject.permits;
  const permitted = (permit: SubjectRow['permits'][string]) => ({
    ...subject,
    permits: { ...others, [approval]: permit },
  });
  switch (told.type) {
    case 'ApprovalGranted':
      return permitted({ eventId: event.id, on: told.data.occurredOn, grade: told.data.grade });
    case 'ApprovalRevoked':
      return before ? permitted({ ...before, revokedBy: event.id }) : subject;
    case 'ApprovalStepVoided': {
      const { eventIds } = told.data;
      if (!before) return subject;
      if (eventIds.includes(before.eventId)) return { ...subject, permits: others };
      const { revokedBy, ...granted } = before;
      return revokedBy !== undefined && eventIds.includes(revokedBy) ? permitted(granted) : subject;
    }
    default:
      return subject;
  }
}
