import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { asProtocolError, deadlineExceeded, streamDeleted, wrongExpectedVersion } from '../protocol/errors.js';
import { expectedRevision } from '../protocol/expected-revision.js';
import { streamName } from '../protocol/proposals.js';
import { streams, type StreamsMessages } from '../protocol/stubs.js';
import type { Deletion } from '../storage/delete-stream.js';
import type { Log } from '../storage/log.js';
import { deadlineOf } from './deadline.js';

/** Streams.Delete: the soft delete, after which the stream goes on counting. */
export const deleteStream =
  (log: Log) =>
  (
    call: ServerUnaryCall<StreamsMessages.DeleteReq, StreamsMessages.DeleteResp>,
    callback: sendUnaryData<StreamsMessages.DeleteResp>,
  ): void => {
    performed(log, call, false).then(
      (position) => {
        const place = new streams.DeleteResp.Position();
        place.setCommitPosition(position);
        place.setPreparePosition(position);
        const response = new streams.DeleteResp();
        response.setPosition(place);
        callback(null, response);
      },
      (error: unknown) => callback(asProtocolError(error)),
    );
  };

/** Streams.Tombstone: the delete that is for ever. */
export const tombstoneStream =
  (log: Log) =>
  (
    call: ServerUnaryCall<StreamsMessages.TombstoneReq, StreamsMessages.TombstoneResp>,
    callback: sendUnaryData<StreamsMessages.TombstoneResp>,
  ): void => {
    performed(log, call, true).then(
      (position) => {
        const place = new streams.TombstoneResp.Position();
        place.setCommitPosition(position);
        place.setPreparePosition(position);
        const response = new streams.TombstoneResp();
        response.setPosition(place);
        callback(null, response);
      },
      (error: unknown) => callback(asProtocolError(error)),
    );
  };

type DeletionCall =
  | ServerUnaryCall<StreamsMessages.DeleteReq, StreamsMessages.DeleteResp>
  | ServerUnaryCall<StreamsMessages.TombstoneReq, StreamsMessages.TombstoneResp>;

// Yields the position of the event that deletes the stream.
async function performed(log: Log, call: DeletionCall, tombstone: boolean): Promise<string> {
  const deletion = requestedDeletion(call.request.getOptions(), tombstone);
  const outcome = await log.delete(deletion, deadlineOf(call));
  switch (outcome.kind) {
    case 'appended':
    case 'repeated':
      return outcome.position.toString();
    case 'wrong-revision':
      throw wrongExpectedVersion('Delete', deletion.stream, deletion.expected, outcome.current);
    case 'stream-deleted':
      throw streamDeleted(deletion.stream);
    case 'timed-out':
      throw deadlineExceeded();
  }
}

function requestedDeletion(
  options: StreamsMessages.DeleteReq.Options | StreamsMessages.TombstoneReq.Options | undefined,
  tombstone: boolean,
): Deletion {
  const given = options ?? new streams.DeleteReq.Options();
  return {
    stream: streamName(given.getStreamIdentifier()),
    expected: expectedRevision(given, given.hasRevision() ? given.getRevision() : undefined),
    tombstone,
  };
}
