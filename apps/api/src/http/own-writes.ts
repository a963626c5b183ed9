import { LRUCache } from 'lru-cache';

const REMEMBERED_MS = 60_000;

/** The last place that each actor's commands reached in the log, as far as this process took them. */
export class OwnWrites {
  private readonly positions = new LRUCache<string, { position: bigint }>({ max: 10_000, ttl: REMEMBERED_MS });

  note(actorId: string, position: bigint): void {
    if (position > this.of(actorId)) this.positions.set(actorId, { position });
  }

  /** 0 when the actor has written nothing lately. */
  of(actorId: string): bigint {
    return this.positions.get(actorId)?.position ?? 0n;
  }
}
