import { type Recorded } from '#libs/eventsourcing';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import {
  type Purpose,
  type StewardedKind,
  type StewardTaskFixed,
  type StewardshipEvent,
} from './stewardship.events.js';

/** A fact with the event that says so, and its day. */
interface Fact {
  readonly eventId: string;
  readonly on: Day;
}

/** 六定 as they were set on a day, and since when what they ask for is done. */
export type FixedTask = Fact & Omit<StewardTaskFixed['data'], 'occurredOn'> & { readonly done?: Fact };

/** A leader who looks after it from a day on, until the day of the detachment. */
export interface Attachment {
  /** The event that attached the leader, or corrected that last. */
  readonly eventId: string;
  readonly unit: UnitCode;
  readonly account: AccountCode;
  readonly duty: string;
  readonly purpose: Purpose;
  readonly from: Day;
  readonly detached?: Fact;
  /** In the order in which they were set; the last one holds. */
  readonly tasks: readonly FixedTask[];
}

/** An enterprise, park or district with the leaders who look or looked after it. */
export interface Stewardship {
  readonly kind: StewardedKind;
  readonly code: string;
  /** What an enterprise was called last. */
  readonly name?: string;
  /** Answers for it now: said with whatever attachment was recorded last. */
  readonly unit: UnitCode;
  /** In the order in which they were recorded. */
  readonly attachments: readonly Attachment[];
}

/** `undefined` until a leader is attached. */
export type StewardshipState = Stewardship | undefined;

/** The attachment of a leader who looks after it now. */
export const attachmentOf = ({ attachments }: Stewardship, account: AccountCode): Attachment | undefined =>
  attachments.find((each) => each.account === account && !each.detached);

/**
 * What is still to be done of the 六定 that a leader was given: the last ones, until they are done or another has taken
 * them over. They stay open when the leader goes: nothing that is owed is let go of because somebody moved.
 */
export function openTaskOf({ attachments }: Stewardship, { tasks }: Attachment): FixedTask | undefined {
  const last = tasks.at(-1);
  return last && !last.done && !isCarried(attachments, last.eventId) ? last : undefined;
}

/** Whether other 六定 go on with those of the event. */
export const isCarried = (attachments: readonly Attachment[], eventId: string): boolean =>
  attachments.some(({ tasks }) => tasks.some(({ carries }) => carries === eventId));

/** What is known of it after one more event. */
export function evolveStewardship(state: StewardshipState, event: Recorded<StewardshipEvent>): StewardshipState {
  const { type, data, id: eventId } = event;
  if (type === 'StewardAttached') {
    const { kind, code, name, unit, account, duty, purpose, occurredOn: from } = data;
    const attachment = { eventId, unit, account, duty, purpose, from, tasks: [] };
    const attachments = [...(state?.attachments ?? []), attachment];
    return { kind, code, ...(name !== undefined && { name }), unit, attachments };
  }
  if (!state) return state;
  const change = (changed: (attachment: Attachment) => Attachment | undefined): Stewardship => ({
    ...state,
    attachments: state.attachments.flatMap((attachment) => changed(attachment) ?? []),
  });
  switch (type) {
    case 'StewardCorrected': {
      const { correctsEventId, reason, occurredOn: from, ...said } = data;
      const corrected = change((each) =>
        each.eventId === correctsEventId
          ? { ...each, ...said, eventId, from, tasks: ledBy(each.tasks, data.account) }
          : each,
      );
      return { ...corrected, unit: data.unit };
    }
    case 'StewardDetached': {
      const detached = { eventId, on: data.occurredOn };
      return change((each) => (each.account === data.account && !each.detached ? { ...each, detached } : each));
    }
    case 'StewardTaskFixed': {
      const { occurredOn: on, ...fixed } = data;
      const isTheirs = (each: Attachment) => each.account === data.leader && !each.detached;
      return change((each) => (isTheirs(each) ? { ...each, tasks: [...each.tasks, { ...fixed, eventId, on }] } : each));
    }
    case 'StewardTaskDone': {
      const done = { eventId, on: data.occurredOn };
      return change((each) => withTask(each, data.taskEventId, (task) => ({ ...task, done })));
    }
    case 'StewardedRenamed':
      return { ...state, name: data.name };
    case 'StewardFactVoided':
      return change((each) => without(each, data.eventId));
  }
}

/** What is left of an attachment without one of its facts. */
function without(attachment: Attachment, eventId: string): Attachment | undefined {
  if (attachment.eventId === eventId) return undefined;
  const { detached, ...lasting } = attachment;
  if (detached?.eventId === eventId) return lasting;
  const tasks = attachment.tasks.filter((task) => task.eventId !== eventId);
  return { ...attachment, tasks: tasks.map((task) => undone(task, eventId)) };
}

/** 六定 that were taken over are led by whoever took them over, whom a correction may name anew. */
export const ledBy = (tasks: readonly FixedTask[], leader: AccountCode): FixedTask[] =>
  tasks.map((task) => (task.carries === undefined ? task : { ...task, leader }));

/** The attachment with one of its 六定 changed. */
export const withTask = <A extends Pick<Attachment, 'tasks'>>(
  attachment: A,
  eventId: string,
  changed: (task: FixedTask) => FixedTask,
): A => ({ ...attachment, tasks: attachment.tasks.map((task) => (task.eventId === eventId ? changed(task) : task)) });

/** The 六定 without the word that they are done, where the event said so. */
export function undone(task: FixedTask, eventId: string): FixedTask {
  if (task.done?.eventId !== eventId) return task;
  const { done, ...open } = task;
  return open;
}
