import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import {
  asProtocolError,
  deadlineExceeded,
  invalidArgument,
  maximumAppendSizeExceeded,
  MAX_APPEND_BYTES,
  streamDeleted,
} from '../protocol/errors.js';
import { expectedRevision } from '../protocol/expected-revision.js';
import { proposedEvent, sizeOf, streamName } from '../protocol/proposals.js';
import { shared, streams, type StreamsMessages } from '../protocol/stubs.js';
import type { Append } from '../storage/append-group.js';
import type { Log } from '../storage/log.js';
import type { ProposedEvent } from '../storage/events.js';
import { ANY, NO_STREAM, STREAM_EXISTS } from '../storage/revisions.js';
import type { QueuedOutcome } from '../storage/write-queue.js';
import { deadlineOf } from './deadline.js';

type AppendCall = ServerReadableStream<StreamsMessages.AppendReq, StreamsMessages.AppendResp>;

/** Streams.Append: one append per call, its events one message each. */
export const append =
  (log: Log) =>
  (call: AppendCall, callback: sendUnaryData<StreamsMessages.AppendResp>): void => {
    requestedAppend(call)
      .then(async (request) => response(request, await log.append(request, deadlineOf(call))))
      .then(
        (answer) => callback(null, answer),
        (error: unknown) => callback(asProtocolError(error)),
      );
  };

async function requestedAppend(call: AppendCall): Promise<Append> {
  let target: { stream: string; expected: bigint } | undefined;
  const events: ProposedEvent[] = [];
  let size = 0;
  for await (const request of call as AsyncIterable<StreamsMessages.AppendReq>) {
    const options = request.getOptions();
    const message = request.getProposedMessage();
    if (options !== undefined) target = targetOf(options);
    if (message === undefined) continue;
    const event = proposedEvent(message);
    events.push(event);
    size += sizeOf(event);
    if (size > MAX_APPEND_BYTES) throw maximumAppendSizeExceeded();
  }
  if (target === undefined) throw invalidArgument('The first message of an append names the stream.');
  if (call.cancelled) throw deadlineExceeded();
  return { ...target, events };
}

const targetOf = (options: StreamsMessages.AppendReq.Options): { stream: string; expected: bigint } => ({
  stream: streamName(options.getStreamIdentifier()),
  expected: expectedRevision(options, options.hasRevision() ? options.getRevision() : undefined),
});

function response(request: Append, outcome: QueuedOutcome): StreamsMessages.AppendResp {
  const answer = new streams.AppendResp();
  switch (outcome.kind) {
    case 'appended':
    case 'repeated':
      answer.setSuccess(success(outcome.revision, outcome.position.toString()));
      return answer;
    case 'wrong-revision':
      answer.setWrongExpectedVersion(wrongExpectedVersion(request.expected, outcome.current));
      return answer;
    case 'stream-deleted':
      throw streamDeleted(request.stream);
    case 'timed-out':
      throw deadlineExceeded();
  }
}

function success(revision: bigint, position: string): StreamsMessages.AppendResp.Success {
  const message = new streams.AppendResp.Success();
  if (revision < 0n) message.setNoStream(new shared.Empty());
  else message.setCurrentRevision(revision.toString());
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(position);
  place.setPreparePosition(position);
  message.setPosition(place);
  return message;
}

function wrongExpectedVersion(expected: bigint, current: bigint): StreamsMessages.AppendResp.WrongExpectedVersion {
  const message = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0n) message.setCurrentNoStream(new shared.Empty());
  else message.setCurrentRevision(current.toString());
  if (expected === ANY) message.setExpectedAny(new shared.Empty());
  else if (expected === NO_STREAM) message.setExpectedNoStream(new shared.Empty());
  else if (expected === STREAM_EXISTS) message.setExpectedStreamExists(new shared.Empty());
  else message.setExpectedRevision(expected.toString());
  return message;
}
