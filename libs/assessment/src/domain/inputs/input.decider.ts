import { type Decider, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, type Evidence, gradeOf } from '#libs/values';
import { type Offered, contentOf } from './content.js';
import { type InputEvent, type InputPlace } from './input.events.js';
import { type InputsState, standingAt, withEvent } from './input.state.js';
import { type InputSlot } from './slots.js';
import { ASSESSMENT_TITLES } from '../titles.js';
import { refuseBeyondWhole } from './whole-items.js';

/** One input of one subject, certified for the first time or, naming the event that stands, corrected. */
export interface InputEntry extends Offered {
  readonly place: InputPlace;
  readonly slot: InputSlot;
  readonly corrects?: string;
  readonly reason?: string;
  readonly evidence: readonly Evidence[];
  readonly occurredOn: Day;
}

/** A decision on one item of a certified list. */
export interface Decision {
  readonly place: InputPlace;
  readonly item: string;
  readonly counts: boolean;
  readonly reason: string;
  readonly occurredOn: Day;
}

export type InputCommand = { readonly today: Day } & (
  | { readonly kind: 'certify-inputs'; readonly entries: readonly InputEntry[]; readonly approver?: string }
  | { readonly kind: 'decide-recognition'; readonly decisions: readonly Decision[] }
);

/**
 * What a unit certifies for a period of a scheme (features.md A12): each input of each subject once, later only by naming
 * what is corrected; items count until it is decided otherwise; awards only within the range and on an approver's word.
 * All entries of a command are recorded, or none is.
 */
export const inputDecider: Decider<InputCommand, InputsState, InputEvent> = {
  knows: ASSESSMENT_TITLES,
  initialState: new Map(),

  decide(command, before) {
    const events: InputEvent[] = [];
    let state = before;
    const add = (event: InputEvent): void => {
      events.push(event);
      // Not stored yet, so without its lasting id; nothing in the same command can name it.
      state = withEvent(state, { ...event, id: '' });
    };
    if (command.kind === 'certify-inputs')
      command.entries.forEach((entry, index) => add(certified(command, entry, state, `inputs[${index}]`)));
    else
      command.decisions.forEach((decision, index) =>
        add(decided(decision, state, command.today, `decisions[${index}]`)),
      );
    refuseBeyondWhole(state, events);
    return events;
  },

  evolve: withEvent,
};

function certified(
  { today, approver }: Extract<InputCommand, { kind: 'certify-inputs' }>,
  entry: InputEntry,
  state: InputsState,
  at: string,
): InputEvent {
  const { place, slot, corrects, reason, evidence, occurredOn } = entry;
  const content = contentOf(entry, slot, at);
  const standing = standingAt(state, place);
  refuseFuture(occurredOn, today, `${at}.occurredOn`);
  if (corrects === undefined) {
    const where = `“${place.input}”${place.subject === undefined ? '' : `（${place.subject}）`}`;
    const message = `${where}已经认定；更正须在 corrects 中写明所更正的事件${standing ? ` ${standing.eventId}` : ''}`;
    refuseUnless(!standing, 'conflict', 'INPUT.ALREADY_CERTIFIED', message, at);
  } else {
    const message = `${corrects} 不是现行认定${standing ? `；现行的是 ${standing.eventId}` : '，该项尚未认定'}`;
    refuseUnless(standing?.eventId === corrects, 'conflict', 'INPUT.CORRECTS_OTHER', message, `${at}.corrects`);
    refuseBefore(occurredOn, standing.since, '原认定', `${at}.occurredOn`);
    refuseUnless(reason, 'invalid', 'INPUT.REASON_MISSING', '更正须写明理由', `${at}.reason`);
  }
  const proof = { evidence, grade: gradeOf(evidence), occurredOn };
  if ('points' in content) {
    refuseUnless(reason, 'invalid', 'INPUT.REASON_MISSING', '酌情计分须写明理由', `${at}.reason`);
    refuseUnless(approver, 'invalid', 'INPUT.UNAPPROVED', '酌情计分须写明批准人', 'approvedBy');
    const award = { ...place, ...content, approver, reason, ...proof };
    return corrects === undefined
      ? { type: 'DiscretionaryPointsGiven', data: award }
      : { type: 'DiscretionaryPointsCorrected', data: { ...award, correctsEventId: corrects } };
  }
  if (corrects === undefined) return { type: 'InputCertified', data: { ...place, ...content, ...proof } };
  return {
    type: 'InputCorrected',
    data: { ...place, ...content, ...proof, correctsEventId: corrects, reason: reason ?? '' },
  };
}

function decided({ place, ...decision }: Decision, state: InputsState, today: Day, at: string): InputEvent {
  const standing = standingAt(state, place);
  const item = standing?.items.get(decision.item);
  refuseUnless(
    standing && item,
    'not-found',
    'INPUT.UNKNOWN_ITEM',
    `清单“${place.input}”里没有“${decision.item}”`,
    `${at}.item`,
  );
  refuseFuture(decision.occurredOn, today, `${at}.occurredOn`);
  const counts = !standing.notCounted.has(decision.item);
  const word = decision.counts ? '予以认定' : '不予认定';
  refuseUnless(counts !== decision.counts, 'conflict', 'INPUT.ALREADY_DECIDED', `“${decision.item}”已经${word}`, at);
  return { type: 'RecognitionDecided', data: { ...place, ...decision } };
}
