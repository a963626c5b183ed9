import type { Append, ProposedEvent } from '#libs/embedded-event-store';
import { derivedId } from '#libs/values';

/** Appends under way at any time. */
export const IN_FLIGHT = 16;

/** What one round appends: each its event to a stream of the lane's own, at the revision where that stream is. */
export interface Appending {
  /** Different in every round, as streams and event ids are. */
  readonly round: number;
  readonly appends: number;
}

/** The data of every event, of the size of a figure that a unit reports. */
export const DATA = { outputPerYear: '12345.67', occurredOn: '2022-09-01', evidence: '年度产值核验表'.repeat(10) };
export const METADATA = { actor: 'reporter-unit-01', actingUnit: 'unit-01', role: 'reporter', schemaVersion: 1 };

export const TYPE = 'OutputReached';

export interface Place {
  readonly stream: string;
  readonly expected: bigint;
  /** A UUID. */
  readonly id: string;
}

/** Where each append goes, lane by lane: `lanes[l]` one after the other, all lanes at once. */
export function placesOf({ round, appends }: Appending): Place[][] {
  const perLane = Math.ceil(appends / IN_FLIGHT);
  return Array.from({ length: IN_FLIGHT }, (_, lane) =>
    Array.from({ length: Math.min(perLane, appends - lane * perLane) }, (_, index) => ({
      stream: `appends-${round}-${lane}`,
      expected: BigInt(index - 1),
      id: idOf(round, lane * perLane + index),
    })),
  );
}

/** The append as the store has it without its client. */
export function proposed({ stream, expected, id }: Place): Append {
  const event: ProposedEvent = {
    id,
    type: TYPE,
    isJson: true,
    data: Buffer.from(JSON.stringify(DATA)),
    metadata: Buffer.from(JSON.stringify(METADATA)),
  };
  return { stream, expected, events: [event] };
}

// Spread like the ids of real events, since the store's index of ids feels the difference.
const idOf = (round: number, number: number): string => derivedId('bench', String(round), String(number));
