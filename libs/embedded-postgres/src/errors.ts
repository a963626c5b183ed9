/** Why the packaged database did not start or stop. */
export type EmbeddedPostgresErrorCode =
  | 'folder-in-use'
  | 'folder-not-ours'
  | 'folder-not-accessible'
  | 'no-binaries'
  | 'initdb-failed'
  | 'start-failed'
  | 'stop-failed';

/** A failure of the packaged database; `message` is Chinese for people and names the folder or the server's own words. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'EmbeddedPostgresError';
  }
}
