import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex. */
export type Sha256 = string;

const SHA256 = /^[0-9a-f]{64}$/;

/** True for 64 lower-case hex digits. */
export const isSha256 = (value: unknown): value is Sha256 => typeof value === 'string' && SHA256.test(value);

/** SHA-256 of bytes or UTF-8 text. */
export const sha256 = (content: string | Uint8Array): Sha256 => createHash('sha256').update(content).digest('hex');

/** SHA-256 of a JSON value in its canonical form (RFC 8785): key order and spacing make no difference. */
export const digestOf = (value: unknown): Sha256 => sha256(canonicalize(value) ?? '');
