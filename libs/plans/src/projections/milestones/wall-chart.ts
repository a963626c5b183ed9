import { type ApprovalRequested, approvalIdOf } from '#libs/approvals';
import { type SequencedEvent } from '#libs/eventsourcing';
import { projectIdOf } from '#libs/projects';
import { type Versioned, Versions } from '#libs/read-models';
import { type AnnualPlanRow, type MilestoneRow, type PermitRow, type SubjectRow } from './milestone.entities.js';
import { planProjectOf } from './plan-stream.js';
import { annualPlansOf, milestonesOf } from './rows-of.js';
import { afterPermit, afterPlan, afterProject, newSubject } from './subject.js';

const milestoneKey = ({ project, code }: Pick<MilestoneRow, 'project' | 'code'>) => `${project} ${code}`;
const yearKey = ({ project, year }: Pick<AnnualPlanRow, 'project' | 'year'>) => `${project} ${year}`;

/** What is known of the projects that a batch of events touches. */
export interface Known {
  readonly subjects: readonly SubjectRow[];
  readonly permits: readonly PermitRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly years: readonly AnnualPlanRow[];
}

/** The milestones of those projects, event by event (挂图作战). */
export class WallChart {
  readonly milestones: Versions<MilestoneRow>;
  readonly years: Versions<AnnualPlanRow>;
  readonly newPermits: PermitRow[] = [];
  private readonly subjects: Map<string, SubjectRow>;
  private readonly permits: Map<string, string>;
  private readonly touched = new Set<string>();

  constructor({ subjects, permits, milestones, years }: Known) {
    this.milestones = new Versions(milestones, milestoneKey);
    this.years = new Versions(years, yearKey);
    this.subjects = new Map(subjects.map((subject) => [subject.project, subject]));
    this.permits = new Map(permits.map(({ approval, project }) => [approval, project]));
  }

  /** The subjects that have changed. */
  get changedSubjects(): SubjectRow[] {
    return [...this.touched].flatMap((project) => this.subjects.get(project) ?? []);
  }

  apply(event: SequencedEvent): void {
    const project = projectIdOf(event.stream);
    if (project !== undefined) return this.change(project, event, afterProject);
    const planned = planProjectOf(event.stream);
    if (planned !== undefined) return this.change(planned, event, afterPlan);
    const approval = approvalIdOf(event.stream);
    if (approval !== undefined) this.permit(approval, event);
  }

  private permit(approval: string, event: SequencedEvent): void {
    if (event.type === 'ApprovalRequested') this.noteRequest(approval, event as SequencedEvent<ApprovalRequested>);
    const project = this.permits.get(approval);
    if (project !== undefined) this.change(project, event, (subject) => afterPermit(subject, approval, event));
  }

  private noteRequest(approval: string, { data: { kind, projectId } }: SequencedEvent<ApprovalRequested>): void {
    if (kind !== 'construction-permit' || this.permits.has(approval)) return;
    this.permits.set(approval, projectId);
    this.newPermits.push({ approval, project: projectId });
  }

  private change(
    project: string,
    event: SequencedEvent,
    after: (before: SubjectRow, event: SequencedEvent) => SubjectRow,
  ) {
    const before = this.subjects.get(project) ?? newSubject(project);
    const subject = after(before, event);
    if (subject === before) return;
    this.subjects.set(project, subject);
    this.touched.add(project);
    replace(this.milestones, milestoneKey, milestonesOf(before), milestonesOf(subject), event.seq);
    replace(this.years, yearKey, annualPlansOf(before), annualPlansOf(subject), event.seq);
  }
}

/** Puts what there is after an event, and ends what was there before it and is no more. */
function replace<Row extends MilestoneRow | AnnualPlanRow>(
  versions: Versions<Row>,
  keyOf: (row: Omit<Row, keyof Versioned>) => string,
  before: readonly Omit<Row, keyof Versioned>[],
  after: readonly Omit<Row, keyof Versioned>[],
  seq: bigint,
): void {
  const stays = new Set(after.map(keyOf));
  for (const key of before.map(keyOf)) if (!stays.has(key)) versions.end(key, seq);
  for (const row of after) versions.put(row, seq);
}
