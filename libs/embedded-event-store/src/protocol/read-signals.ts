import { shared, streams, type StreamsMessages } from './stubs.js';

// The answers to a read that are no event, ready to send.
const serialized = (fill: (response: StreamsMessages.ReadResp) => void): Buffer => {
  const response = new streams.ReadResp();
  fill(response);
  return Buffer.from(response.serializeBinary());
};

/** A subscription has delivered what there was; what follows is live. */
export const CAUGHT_UP: Buffer = serialized((response) => response.setCaughtUp(new streams.ReadResp.CaughtUp()));

/** The first answer of a subscription. */
export const confirmation = (subscriptionId: string): Buffer =>
  serialized((response) => {
    const message = new streams.ReadResp.SubscriptionConfirmation();
    message.setSubscriptionId(subscriptionId);
    response.setConfirmation(message);
  });

/** A filtered subscription has considered everything up to this position. */
export const checkpoint = (position: bigint): Buffer =>
  serialized((response) => {
    const message = new streams.ReadResp.Checkpoint();
    message.setCommitPosition(position.toString());
    message.setPreparePosition(position.toString());
    response.setCheckpoint(message);
  });

/** There is no such stream, or it is soft-deleted. */
export const streamNotFound = (stream: string): Buffer =>
  serialized((response) => {
    const identifier = new shared.StreamIdentifier();
    identifier.setStreamName(Buffer.from(stream));
    const message = new streams.ReadResp.StreamNotFound();
    message.setStreamIdentifier(identifier);
    response.setStreamNotFound(message);
  });
