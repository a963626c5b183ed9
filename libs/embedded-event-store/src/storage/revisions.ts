/** Expected revisions that are no revision, numbered as the protocol numbers them in its errors. */
export const NO_STREAM = -1n;
export const ANY = -2n;
export const STREAM_EXISTS = -4n;

/** The greatest revision; as `truncateBefore` it marks a soft-deleted stream. */
export const MAX_REVISION = 9_223_372_036_854_775_807n;
