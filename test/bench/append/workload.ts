import type { Actor } from '#libs/access';
import type { NewEvent } from '#libs/event-store';
import type { DomainEvent } from '#libs/eventsourcing';
import { projectStream } from '#libs/projects';
import { derivedId, sha256 } from '#libs/values';
import { landSecured, opened, outputReached, signed, started, voided } from '../city/project-events.js';
import { type Random, randomOf } from '../city/random.js';
import { metadataOf, streamWriter } from '../city/stream-writer.js';
import type { Append } from '../support/load-log.js';

/** Who gives every command: a department may record and inspect, anywhere in the city. */
export const ACTOR: Actor = { id: 'department-unit-01', unit: 'unit-01', role: 'department' };

/** Commands and appends under way at any time. */
export const IN_FLIGHT = 16;

/** Events in a stream before its first change is timed. */
export const STREAM_EVENTS = 20;

const DAY = '2022-09-01';
const COMMANDS_PER_OPENING = 5;

/** One side's part of a round. In the first pass nobody has read the streams yet, in the second everybody has. */
export interface Share {
  readonly side: 'ours' | 'reference';
  readonly round: number;
  readonly pass: 1 | 2;
  /** Commands. */
  readonly size: number;
}

/** One command: how HTTP puts it, and what it appends. */
export interface Operation {
  readonly path: string;
  readonly key: string;
  readonly body: object;
  readonly stream: string;
  /** The revision before it; -1 for a new stream. */
  readonly expected: bigint;
  /** What the bare client appends; of a void, still without the event that it names. */
  readonly event: NewEvent;
}

const projectIds = ({ side, round, size }: Omit<Share, 'pass'>): string[] =>
  Array.from({ length: size - Math.ceil(size / COMMANDS_PER_OPENING) }, (_, index) =>
    derivedId('bench', side, String(round), String(index)),
  );

/** The streams that a share changes: each one append of a whole life, which ends with output found void. */
export function* preparedStreams(share: Omit<Share, 'pass'>): Generator<Append, void, void> {
  for (const [index, id] of projectIds(share).entries()) {
    const random = randomOf(share.round * share.size + index);
    const project = streamWriter(projectStream(id), ACTOR);
    const events = [
      ...project.write([opened(random, ACTOR.unit, DAY)]).events,
      ...project.write([signed(random, DAY)]).events,
      ...project.write([landSecured(random, DAY)]).events,
      ...project.write([started(random, DAY)]).events,
    ];
    while (events.length < STREAM_EVENTS) {
      events.push(...project.write([outputReached(random, DAY)]).events);
      events.push(...project.write([voided(random, 'output', events.at(-1)?.id ?? '', DAY)]).events);
    }
    yield { stream: projectStream(id), expected: -1n, events };
  }
}

/** A share's commands: after each opening four changes, which record output in the first pass and void it in the second. */
export function operationsOf(share: Share): Operation[] {
  const ids = projectIds(share).values();
  return Array.from({ length: share.size }, (_, index) => {
    const random = randomOf(share.round * share.size + index);
    const key = `${share.side}-${share.round}-${share.pass}-${String(index).padStart(6, '0')}`;
    if (index % COMMANDS_PER_OPENING === 0) return opening(key, random);
    const id = ids.next().value ?? '';
    return share.pass === 1 ? recordingOutput(key, id, random) : voidingOutput(key, id, random);
  });
}

function opening(key: string, random: Random): Operation {
  const event = opened(random, ACTOR.unit, DAY);
  const stream = projectStream(derivedId('bench', key));
  return { path: '/v1/projects', key, body: event.data, stream, expected: -1n, event: made(key, event) };
}

function recordingOutput(key: string, id: string, random: Random): Operation {
  const event = outputReached(random, DAY);
  const { outputPerYear, occurredOn, evidence } = event.data;
  return {
    path: `/v1/projects/${id}/output`,
    key,
    body: { outputPerYear, occurredOn, evidence },
    stream: projectStream(id),
    expected: BigInt(STREAM_EVENTS - 1),
    event: made(key, event, sha256(key)),
  };
}

function voidingOutput(key: string, id: string, random: Random): Operation {
  const event = voided(random, 'output', '', DAY);
  const { milestone, finding, occurredOn } = event.data;
  return {
    path: `/v1/projects/${id}/voids`,
    key,
    body: { milestone, finding, occurredOn },
    stream: projectStream(id),
    expected: BigInt(STREAM_EVENTS),
    event: made(key, event, sha256(key)),
  };
}

function made(key: string, { type, data }: DomainEvent, previousHash?: string): NewEvent {
  const mark = { commandId: derivedId('command', key), commandHash: sha256(key) };
  return { id: derivedId('event', key), type, data, metadata: metadataOf(ACTOR, mark, previousHash) };
}
