import { type ServiceDefinition, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { ProtocolError } from '../protocol/errors.js';

/** Handlers for a whole service that this store does not have: each call is refused at once, with a sentence. */
export function unimplemented(service: ServiceDefinition, what: string): UntypedServiceImplementation {
  const refusal = new ProtocolError(
    status.UNIMPLEMENTED,
    `The embedded event store has no ${what}; an EventStoreDB or KurrentDB server does.`,
  );
  return Object.fromEntries(
    Object.entries(service).map(([name, { responseStream }]) => [
      name,
      responseStream
        ? (call: { emit(event: 'error', error: Error): boolean }) => void call.emit('error', refusal)
        : (_call: unknown, callback: (error: Error) => void) => callback(refusal),
    ]),
  );
}
