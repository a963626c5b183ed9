import { type CalendarPublished, workCalendarOf } from '#libs/calendar';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { projectIdOf } from '#libs/projects';
import { Versions } from '#libs/read-models';
import { type UnitCode, type WorkCalendar } from '#libs/values';
import { type ApprovalEvent } from '../../domain/approval.events.js';
import { evolveApproval } from '../../domain/approval.state.js';
import { recounted, rowOf, touches } from './approval-row.js';
import { approvalIdOf } from './approval-stream.js';
import { type ApprovalRow, type CalendarRow } from './approval.entities.js';

const keyOf = ({ id, attempt }: Pick<ApprovalRow, 'id' | 'attempt'>) => `${id} ${attempt}`;

/** The approvals and calendars that a batch of events has to do with. */
export class Register {
  readonly approvals: Versions<ApprovalRow>;
  readonly calendars: Versions<CalendarRow>;
  private readonly attempts = new Map<string, number>();
  private calendar: WorkCalendar;

  constructor(approvals: readonly ApprovalRow[], calendars: readonly CalendarRow[]) {
    this.approvals = new Versions(approvals, keyOf);
    this.calendars = new Versions(calendars, ({ year }) => String(year));
    this.calendar = workCalendarOf(calendars);
    for (const { id, attempt } of approvals) this.noteAttempt(id, attempt);
  }

  /** One more step of an approval; one that was never requested is no approval. */
  record(event: SequencedEvent & Recorded<ApprovalEvent>): void {
    const id = approvalIdOf(event.stream);
    const before = id === undefined ? undefined : this.lastAttempt(id);
    if (id === undefined || (!before && event.type !== 'ApprovalRequested')) return;
    const state = evolveApproval(before?.state, event);
    if (!state) return;
    const goesOn = before?.attempt === state.attempt;
    const place = {
      id,
      unit: goesOn ? before.unit : state.unit,
      requestedSeq: goesOn ? before.requestedSeq : String(event.seq),
      revision: String(event.revision),
    };
    this.approvals.put(rowOf(state, place, this.calendar), event.seq);
    this.noteAttempt(id, state.attempt);
  }

  /** The working days of a year become known: what runs in it is counted anew. */
  count({ data: { year, holidays, workdays }, seq }: SequencedEvent<CalendarPublished>): void {
    this.calendars.put({ year, holidays, workdays }, seq);
    this.calendar = workCalendarOf(this.calendars.all());
    for (const row of this.approvals.all().filter((each) => touches(each, year)))
      this.approvals.put(recounted(row, this.calendar), seq);
  }

  /** A project's approvals go with it to the unit that answers for it from now on. */
  handOver({ stream, seq }: SequencedEvent, unit: UnitCode): void {
    const project = projectIdOf(stream);
    for (const { fromSeq, untilSeq, ...row } of this.approvals.all())
      if (row.project === project) this.approvals.put({ ...row, unit }, seq);
  }

  private lastAttempt(id: string): ApprovalRow | undefined {
    const attempt = this.attempts.get(id);
    return attempt === undefined ? undefined : this.approvals.get(keyOf({ id, attempt }));
  }

  private noteAttempt(id: string, attempt: number): void {
    this.attempts.set(id, Math.max(attempt, this.attempts.get(id) ?? 0));
  }
}
