import { type SequencedEvent } from '#libs/eventsourcing';

/** The streams in a batch that began in an earlier one: what a projection knows of them already is in its tables. */
export function continuedStreams(batch: readonly SequencedEvent[]): string[] {
  const first = new Map<string, bigint>();
  for (const { stream, revision } of batch) if (!first.has(stream)) first.set(stream, revision);
  return [...first].flatMap(([stream, revision]) => (revision > 0n ? [stream] : []));
}
