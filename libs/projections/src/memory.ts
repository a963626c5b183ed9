import { LRUCache } from 'lru-cache';

/** Things that a projection keeps in mind at most; what wasn't needed for longest goes first. */
const MOST_KEPT = 2_000;

/**
 * What a projection has worked out of its tables and may need for later batches: it spares reading them again. It is
 * what the last committed batch left in them, or nothing: whatever goes wrong with a batch, and whoever else writes to
 * the tables, it is forgotten. So nothing may stand here alone, and what isn't here is to be read.
 */
export class Memory {
  private readonly kept = new LRUCache<string, object>({ max: MOST_KEPT });
  private interventions?: number;

  /** What the keys stand for: as kept, or as `find` reads those that aren't in mind; it leaves out what isn't there. */
  async recall<Kept extends object>(
    keys: Iterable<string>,
    find: (keys: string[]) => Promise<ReadonlyMap<string, Kept>>,
  ): Promise<Map<string, Kept>> {
    const known = new Map<string, Kept>();
    const missing: string[] = [];
    for (const key of keys) {
      const kept = this.kept.get(key) as Kept | undefined;
      if (kept) known.set(key, kept);
      else missing.push(key);
    }
    const read = missing.length > 0 ? await find(missing) : [];
    for (const [key, found] of read) {
      known.set(key, found);
      this.keep(key, found);
    }
    return known;
  }

  /** Keeps what a key stands for now. Whoever changes in the tables what has been recalled has to. */
  keep(key: string, kept: object): void {
    this.kept.set(key, kept);
  }

  forget(): void {
    this.kept.clear();
  }

  /** Begins a batch: forgets what others may have changed, whose interventions are counted at the checkpoint. */
  begin(interventions: number): void {
    if (this.interventions !== interventions) this.forget();
    this.interventions = interventions;
  }
}
