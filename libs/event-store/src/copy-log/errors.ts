import { type RawEvent, type RawEventField } from './raw-event.js';

/** The first place at which two logs differ. */
export interface LogDifference {
  /** How many-eth non-system event of the logs it is, from 1. */
  readonly seq: bigint;
  /** Missing where the source ends before. */
  readonly source?: RawEvent;
  /** Missing where the target ends before. */
  readonly target?: RawEvent;
  /** What differs, where both have an event. */
  readonly field?: RawEventField;
}

/** The target holds something else than the source; `before-copying` means that nothing was written by this run. */
export class LogsDifferError extends Error {
  constructor(
    readonly found: 'before-copying' | 'after-copying',
    readonly difference: LogDifference,
  ) {
    super(`the logs differ at event ${difference.seq} (${difference.field ?? 'one of them ends'})`);
    this.name = 'LogsDifferError';
  }
}

/** An event whose JSON the client can't write with the same bytes: spaces, repeated keys, numbers like 1.0. */
export class UncopyableEventError extends Error {
  constructor(readonly event: RawEvent) {
    super(`${event.stream}@${event.revision} can't be written byte for byte`);
    this.name = 'UncopyableEventError';
  }
}
