import { LOG_TABLES } from './001-log.js';
import { STREAM_FUNCTIONS } from './002-stream-functions.js';
import { REPEAT_FUNCTIONS } from './003-repeat-functions.js';
import { APPEND_FUNCTION } from './004-append-function.js';
import { DELETE_FUNCTION } from './005-delete-function.js';
import { ORIGIN_EVENT } from './006-origin.js';

/** SQL that brings a database from version n to n + 1, in order. What has been released is never edited. */
export const MIGRATIONS: readonly string[] = [
  LOG_TABLES,
  STREAM_FUNCTIONS,
  REPEAT_FUNCTIONS,
  APPEND_FUNCTION,
  DELETE_FUNCTION,
  ORIGIN_EVENT,
];
