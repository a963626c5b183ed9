import { spanOf } from '../spans.js';

/** A row that was so from one seq on until just before another; `untilSeq` is null while it still is. */
export interface Versioned {
  fromSeq: string;
  untilSeq: string | null;
  /** The name of those seqs (`spanOf`), once it isn't so any more, where versions of the past are looked for by an index. */
  knownSpan?: string | null;
}

type Content<Row extends Versioned> = Omit<Row, keyof Versioned>;

/**
 * Rows of which every version is kept, so that they can be read as they were at any seq: a version is written once, and
 * once more when another takes its place. Holds the current versions that a batch needs, and what the batch changes.
 */
export class Versions<Row extends Versioned> {
  private readonly current = new Map<string, Row>();
  private readonly touched = new Set<Row>();

  /** @param rows current versions, as the table has them. @param keyOf tells whose versions they are. */
  constructor(
    rows: Iterable<Row>,
    private readonly keyOf: (content: Content<Row>) => string,
  ) {
    for (const row of rows) this.current.set(keyOf(row), row);
  }

  get(key: string): Row | undefined {
    return this.current.get(key);
  }

  /** The current versions, of all that were given and put. */
  all(): Row[] {
    return [...this.current.values()];
  }

  /** From `seq` on it is so; the same values as before make no version. */
  put(content: Content<Row>, seq: bigint): void {
    const key = this.keyOf(content);
    const before = this.current.get(key);
    if (before && same(before, content)) return;
    this.end(key, seq);
    const row = { ...content, fromSeq: String(seq), untilSeq: null, knownSpan: null } as Row;
    this.current.set(key, row);
    this.touched.add(row);
  }

  /** From `seq` on there is none of that key. */
  end(key: string, seq: bigint): void {
    const row = this.current.get(key);
    if (!row) return;
    this.current.delete(key);
    // What began with this very event was never known by anyone.
    if (row.fromSeq === String(seq)) this.touched.delete(row);
    else this.touched.add(Object.assign(row, { untilSeq: String(seq), knownSpan: spanOf(BigInt(row.fromSeq), seq) }));
  }

  /** What is to be upserted: new versions, and old ones with their end. */
  get changed(): Row[] {
    return [...this.touched];
  }
}

const same = (row: object, content: object): boolean =>
  Object.entries(content).every(([name, value]) => isSame(row[name as keyof object], value));

/** Lists and objects are the same when they say the same. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));

/** The condition that a version was the current one at the seq `$1`. */
export const KNOWN_AT = 'from_seq <= $1 and (until_seq is null or until_seq > $1)';
/** The same for a seq that is the last one: superseded versions need not be looked at. */
export const KNOWN_NOW = 'from_seq <= $1 and until_seq is null';
