import { type DomainEvent } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type Scheme } from './scheme.js';

/** From now on scores under `code` follow this version, unless an older one is asked for. */
export type SchemePublished = DomainEvent<
  'SchemePublished',
  { code: string; version: number; scheme: Scheme; occurredOn: Day }
>;

export type SchemeEvent = SchemePublished;

export const schemeStream = (code: string): string => `scheme-${code}`;
