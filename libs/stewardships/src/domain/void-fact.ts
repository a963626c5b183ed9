import { refuseBefore, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { refuseClash, termOf } from './clashes.js';
import { type StewardFactVoided, type StewardshipEvent } from './stewardship.events.js';
import { type Attachment, type Stewardship, isCarried } from './stewardship.state.js';

/** A finding takes back an attachment, a detachment, 六定 or that they are done, once nothing rests on it (features.md P12). @throws Refusal */
export function voidFact(data: StewardFactVoided['data'], { attachments }: Stewardship): StewardshipEvent[] {
  const { eventId, occurredOn } = data;
  const about = attachments.find((each) => dayOfFact(each, eventId) !== undefined);
  refuseUnless(about, 'conflict', 'STEWARD.NOTHING_TO_VOID', '所指事件不是有效的记录', 'eventId');
  refuseBefore(occurredOn, dayOfFact(about, eventId) ?? occurredOn, '所指记录');
  if (about.eventId === eventId) {
    const bare = about.tasks.length === 0 && !about.detached;
    refuseUnless(bare, 'conflict', 'STEWARD.STILL_NEEDED', '须先作废其后的六定和解除记录', 'eventId');
  }
  const task = about.tasks.find((each) => [each.eventId, each.done?.eventId].includes(eventId));
  if (task) {
    const last = task.eventId !== eventId || (!task.done && !isCarried(attachments, eventId));
    refuseUnless(last, 'conflict', 'STEWARD.STILL_NEEDED', '须先作废其后的办结或承接记录', 'eventId');
  }
  if (about.detached?.eventId === eventId) {
    const carried = about.tasks.some((each) => isCarried(attachments, each.eventId));
    refuseUnless(!carried, 'conflict', 'STEWARD.STILL_NEEDED', '须先作废接替者承接的六定', 'eventId');
    const others = attachments.filter((each) => each !== about);
    refuseClash({ ...termOf(about), until: undefined }, others, 'eventId');
  }
  return [{ type: 'StewardFactVoided', data }];
}

/** The day of the attachment's fact that the event says. */
function dayOfFact({ eventId: attaching, from, detached, tasks }: Attachment, eventId: string): Day | undefined {
  if (attaching === eventId) return from;
  const facts = tasks.flatMap((task) => [task, ...(task.done ? [task.done] : [])]);
  return [...facts, ...(detached ? [detached] : [])].find((fact) => fact.eventId === eventId)?.on;
}
