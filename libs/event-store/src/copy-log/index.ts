export { type LogDigest } from './compare.js';
export { type CopyLogOptions, type CopyProgress, copyLog } from './copy-log.js';
export { type LogDifference, LogsDifferError, UncopyableEventError } from './errors.js';
export { type RawEvent, type RawEventField } from './raw-event.js';
