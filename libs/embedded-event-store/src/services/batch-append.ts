import type { ServerDuplexStream } from '@grpc/grpc-js';
import {
  badRequestStatus,
  maximumAppendSizeStatus,
  streamDeletedStatus,
  timeoutStatus,
  unknownStatus,
  wrongExpectedVersionStatus,
} from '../protocol/batch-errors.js';
import { asProtocolError, MAX_APPEND_BYTES, unavailable } from '../protocol/errors.js';
import { expectedRevision } from '../protocol/expected-revision.js';
import { proposedEvent, sizeOf, streamName, uuidText } from '../protocol/proposals.js';
import { shared, type StatusMessages, streams, type StreamsMessages, wellKnownEmpty } from '../protocol/stubs.js';
import type { Log } from '../storage/log.js';
import type { ProposedEvent } from '../storage/events.js';
import { type QueuedOutcome, WriteRefused } from '../storage/write-queue.js';
import type { OpenCalls } from './open-calls.js';

type BatchCall = ServerDuplexStream<StreamsMessages.BatchAppendReq, StreamsMessages.BatchAppendResp>;
type Answer = StatusMessages.Status | StreamsMessages.BatchAppendResp.Success;

// A client that sends faster than the disk flushes is held back here, so that what waits fits in memory.
const MAX_BACKLOG_BYTES = 64 * 1024 * 1024;

/** An append whose parts are still arriving. */
interface Draft {
  readonly stream: string;
  readonly expected: bigint;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly events: ProposedEvent[];
  size: number;
}

/** Streams.BatchAppend: any number of appends over one call, answered in the order in which they are settled. */
export const batchAppend =
  (log: Log, calls: OpenCalls) =>
  (call: BatchCall): void => {
    const batch = new Batch(log, call);
    const leave = calls.enter(() => batch.end());
    call.on('data', (request: StreamsMessages.BatchAppendReq) => batch.receive(request));
    call.on('end', () => void batch.answered().then(() => call.end()));
    call.on('error', () => undefined);
    call.once('close', leave);
  };

class Batch {
  private readonly drafts = new Map<string, Draft>();
  private readonly inFlight = new Set<Promise<void>>();

  constructor(
    private readonly log: Log,
    private readonly call: BatchCall,
  ) {}

  receive(request: StreamsMessages.BatchAppendReq): void {
    try {
      this.take(request);
    } catch (error) {
      const { details } = asProtocolError(error);
      this.respond(request, nameIn(request), badRequestStatus(details));
    }
  }

  /** Resolves once every append that has arrived completely has its answer. */
  async answered(): Promise<void> {
    while (this.inFlight.size > 0) await Promise.all(this.inFlight);
  }

  /** Answers what is in flight, then tells the client to go elsewhere. */
  async end(): Promise<void> {
    await this.answered();
    this.call.emit('error', unavailable('The event store is stopping.'));
  }

  private take(request: StreamsMessages.BatchAppendReq): void {
    const correlation = uuidText(request.getCorrelationId());
    const options = request.getOptions();
    if (options !== undefined) {
      const draft = draftOf(options);
      if (draft.deadline <= Date.now()) return this.respond(request, draft.stream, timeoutStatus());
      this.drafts.set(correlation, draft);
    }
    // Parts of an append that has been refused already come here too, and have their answer.
    const draft = this.drafts.get(correlation);
    if (draft === undefined) return;
    try {
      for (const message of request.getProposedMessagesList()) {
        const event = proposedEvent(message);
        draft.events.push(event);
        draft.size += sizeOf(event);
      }
    } catch (error) {
      this.drafts.delete(correlation);
      throw error;
    }
    if (draft.size > MAX_APPEND_BYTES) {
      this.drafts.delete(correlation);
      this.respond(request, draft.stream, maximumAppendSizeStatus());
    } else if (request.getIsFinal()) {
      this.drafts.delete(correlation);
      this.submit(request, draft);
    }
  }

  private submit(request: StreamsMessages.BatchAppendReq, draft: Draft): void {
    const settled = this.log
      .append(draft, draft.deadline)
      .then(
        (outcome) => this.respond(request, draft.stream, answerOf(draft, outcome)),
        (error: unknown) => {
          if (error instanceof WriteRefused) this.respond(request, draft.stream, unknownStatus());
          else this.call.emit('error', asProtocolError(error));
        },
      )
      .finally(() => {
        this.inFlight.delete(settled);
        if (this.call.isPaused() && this.log.backlogBytes < MAX_BACKLOG_BYTES / 2) this.call.resume();
      });
    this.inFlight.add(settled);
    if (this.log.backlogBytes > MAX_BACKLOG_BYTES) this.call.pause();
  }

  private respond(request: StreamsMessages.BatchAppendReq, stream: string, answer: Answer): void {
    const response = new streams.BatchAppendResp();
    response.setCorrelationId(request.getCorrelationId());
    const identifier = new shared.StreamIdentifier();
    identifier.setStreamName(Buffer.from(stream));
    response.setStreamIdentifier(identifier);
    if (answer instanceof streams.BatchAppendResp.Success) response.setSuccess(answer);
    else response.setError(answer);
    if (!this.call.destroyed && !this.call.writableEnded) this.call.write(response);
  }
}

function draftOf(options: StreamsMessages.BatchAppendReq.Options): Draft {
  const revision = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
  return {
    stream: streamName(options.getStreamIdentifier()),
    expected: expectedRevision(options, revision),
    deadline: options.getDeadline()?.toDate().getTime() ?? Infinity,
    events: [],
    size: 0,
  };
}

function nameIn(request: StreamsMessages.BatchAppendReq): string {
  const bytes = request.getOptions()?.getStreamIdentifier()?.getStreamName_asU8();
  return Buffer.from(bytes ?? []).toString('utf8');
}

function answerOf(draft: Draft, outcome: QueuedOutcome): Answer {
  switch (outcome.kind) {
    case 'appended':
    case 'repeated':
      return success(outcome.revision, outcome.position.toString());
    case 'wrong-revision':
      return wrongExpectedVersionStatus(draft.expected, outcome.current);
    case 'stream-deleted':
      return streamDeletedStatus(draft.stream);
    case 'timed-out':
      return timeoutStatus();
  }
}

function success(revision: bigint, position: string): StreamsMessages.BatchAppendResp.Success {
  const message = new streams.BatchAppendResp.Success();
  if (revision < 0n) message.setNoStream(new wellKnownEmpty.Empty());
  else message.setCurrentRevision(revision.toString());
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(position);
  place.setPreparePosition(position);
  message.setPosition(place);
  return message;
}
