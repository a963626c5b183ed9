import { MAX_REVISION } from './revisions.js';

/** What the metadata of a stream keeps readable. Absent: no limit. Integers as text, since they reach 2^63 - 1. */
export interface Retention {
  readonly maxCount?: string;
  readonly maxAgeSeconds?: string;
  readonly truncateBefore?: string;
}

const NOTHING_LIMITED: Retention = {};

/** Reads the retention rules out of a metadata event; what is no JSON object or breaks a rule's range limits nothing. */
export function retentionOf(metadata: Buffer): Retention {
  let parsed: unknown;
  try {
    parsed = JSON.parse(metadata.toString('utf8'));
  } catch {
    return NOTHING_LIMITED;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return NOTHING_LIMITED;
  const { $maxCount, $maxAge, $tb } = parsed as Record<string, unknown>;
  const maxCount = whole($maxCount, 1);
  const maxAgeSeconds = whole($maxAge, 1);
  const truncateBefore = whole($tb, 0);
  const broken =
    ($maxCount !== undefined && maxCount === undefined) ||
    ($maxAge !== undefined && maxAgeSeconds === undefined) ||
    ($tb !== undefined && truncateBefore === undefined);
  return broken ? NOTHING_LIMITED : { maxCount, maxAgeSeconds, truncateBefore };
}

// JSON.parse rounds 2^63 - 1 up to 2^63, which is why a value beyond the maximum means the maximum.
function whole(value: unknown, least: number): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) return undefined;
  const exact = BigInt(value);
  return (exact > MAX_REVISION ? MAX_REVISION : exact).toString();
}
