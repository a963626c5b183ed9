import { type StoredEvent } from './event.js';

/** Makes of an event's data, as one version wrote it, what the next version would have written. */
export type Upcaster = (data: object) => object;

/** By wire name, the steps from version 1 on. A type that is missing has never changed its shape. */
export type Upcasters = ReadonlyMap<string, readonly Upcaster[]>;

/**
 * Every change of shape that an event type has gone through. To change one: add the step here, and a golden file of the
 * new version beside the old one (test/fixtures/golden-events). An optional field more is no change.
 */
export const UPCASTERS: Upcasters = new Map();

/** The version in which events of a type are written now. */
export const currentVersion = (type: string, upcasters = UPCASTERS): number => 1 + (upcasters.get(type)?.length ?? 0);

/** Something needs the content of an event that a later build has written. */
export class UnknownVersionError extends Error {
  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(`${type} of version ${version} is not known to this build`);
    this.name = 'UnknownVersionError';
  }
}

const unreadable = new WeakSet<object>();

/** True for the data of an event whose version is not known: whoever looks inside gets an UnknownVersionError. */
export const isUnreadable = (data: object): boolean => unreadable.has(data);

/**
 * The event in the shape of the current version; done once, where events are read from the store. An event of a later
 * version keeps its place and its metadata, but data that nobody can look into: whoever passes over the type is not
 * held up, whoever needs it fails, and does as it has declared. An event that names no version is taken for the first.
 */
export function upcast(event: StoredEvent, upcasters = UPCASTERS): StoredEvent {
  const { type, data, metadata } = event;
  const version = metadata.schemaVersion ?? 1;
  const current = currentVersion(type, upcasters);
  if (version === current) return event;
  const asStored = { data, metadata };
  if (!Number.isInteger(version) || version < 1 || version > current)
    return { ...event, data: sealed(type, version), asStored };
  const steps = upcasters.get(type)?.slice(version - 1) ?? [];
  const upcasted = steps.reduce((older, step) => step(older), data);
  return { ...event, data: upcasted, metadata: { ...metadata, schemaVersion: current }, asStored };
}

function sealed(type: string, version: number): object {
  const refuse = (): never => {
    throw new UnknownVersionError(type, version);
  };
  const data = new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse });
  unreadable.add(data);
  return data;
}
