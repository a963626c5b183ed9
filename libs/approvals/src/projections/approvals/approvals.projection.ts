import { type CalendarPublished } from '#libs/calendar';
import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { answeringAfter } from '#libs/projects';
import { upsertRows } from '#libs/read-models';
import { type ApprovalEvent } from '../../domain/approval.events.js';
import { approvalIdOf } from './approval-stream.js';
import { APPROVALS, ApprovalRow, CalendarRow } from './approval.entities.js';
import { openRegister } from './open-register.js';

/** Each attempt at an approval in every version that was known, with its due days by the calendar known then. */
export const approvalsProjection: Projection = {
  ...APPROVALS,
  entities: [ApprovalRow, CalendarRow],
  onPoison: 'park',
  // A handoff of the project moves its approvals, and a calendar counts their days anew.
  readsAcrossStreams: true,

  async apply(events, sql) {
    const concerned = events.filter(isConcerned);
    if (concerned.length === 0) return;
    const register = await openRegister(concerned, sql);
    for (const event of concerned) {
      const unit = answeringAfter(event);
      if (unit !== undefined) register.handOver(event, unit);
      else if (event.type === 'CalendarPublished') register.count(event as SequencedEvent<CalendarPublished>);
      else register.record(event as SequencedEvent & Recorded<ApprovalEvent>);
    }
    await upsertRows(sql, CalendarRow, register.calendars.changed);
    await upsertRows(sql, ApprovalRow, register.approvals.changed);
  },
};

const isConcerned = (event: SequencedEvent): boolean =>
  approvalIdOf(event.stream) !== undefined || event.type === 'CalendarPublished' || answeringAfter(event) !== undefined;
