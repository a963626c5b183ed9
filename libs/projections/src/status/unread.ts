import { type EventStore } from '#libs/event-store';

/** What a projection has not read yet. */
export interface Unread {
  /** How many events, as far as was counted. */
  readonly events: number;
  /** True when there are more than were counted. */
  readonly more: boolean;
  /** When the first of them became known. */
  readonly since?: Date;
}

const PATIENCE_MS = 2_000;

/** Counts the events after `position`, `most` of them at most, for two seconds at most. @throws what the store throws. */
export async function unreadAfter(store: EventStore, position: bigint, most: number): Promise<Unread> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let events = 0;
  let since: Date | undefined;
  for await (const followed of store.follow(position === 0n ? undefined : position, patience)) {
    if (followed.kind === 'caught-up') return { events, more: false, since };
    if (followed.kind !== 'event' || followed.event.position <= position) continue;
    since ??= followed.event.recordedAt;
    events += 1;
    if (events >= most) break;
  }
  return { events, more: true, since };
}

/** The log's last position; undefined when the store doesn't say in time. */
export async function endWithin(store: EventStore): Promise<bigint | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE_MS)));
  try {
    return await Promise.race([store.end().catch(() => undefined), patience]);
  } finally {
    clearTimeout(timer);
  }
}
