import { type Recorded } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type CertifiedItem, type InputEvent, type InputPlace } from './input.events.js';

/** What stands certified in one place. */
export interface Standing {
  readonly eventId: string;
  readonly since: Day;
  /** The items of a list by id; empty for a number or a panel. */
  readonly items: ReadonlyMap<string, CertifiedItem>;
  /** Items that were found not to count (不予认定). */
  readonly notCounted: ReadonlySet<string>;
}

/** What a unit has certified for a period: by input, then by subject (`''` when common to all). */
export type InputsState = ReadonlyMap<string, ReadonlyMap<string, Standing>>;

type Place = Pick<InputPlace, 'input' | 'subject'>;

const subjectIn = ({ subject = '' }: Place): string => subject;

export const standingAt = (state: InputsState, place: Place): Standing | undefined =>
  state.get(place.input)?.get(subjectIn(place));

const NOTHING: Pick<Standing, 'items' | 'notCounted'> = { items: new Map(), notCounted: new Set() };

/** The state after an event. A corrected list keeps the decisions on items that had been made. */
export function withEvent(state: InputsState, { id, type, data }: Recorded<InputEvent>): InputsState {
  const before = standingAt(state, data);
  if (type === 'RecognitionDecided')
    return before ? put(state, data, { ...before, ...decisionOn(before, data) }) : state;
  const items = 'items' in data ? new Map(data.items.map((item) => [item.id, item])) : NOTHING.items;
  const { notCounted } = before ?? NOTHING;
  return put(state, data, { eventId: id, since: data.occurredOn, items, notCounted });
}

function decisionOn(
  { notCounted }: Standing,
  { item, counts }: { readonly item: string; readonly counts: boolean },
): Pick<Standing, 'notCounted'> {
  const changed = new Set(notCounted);
  if (counts) changed.delete(item);
  else changed.add(item);
  return { notCounted: changed };
}

const put = (state: InputsState, place: Place, standing: Standing): InputsState =>
  new Map(state).set(place.input, new Map(state.get(place.input)).set(subjectIn(place), standing));
