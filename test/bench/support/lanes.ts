/** Takes the items in order, at most `lanes` at a time. */
export async function inLanes<Item>(
  lanes: number,
  items: IterableIterator<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const lane = async (): Promise<void> => {
    for (const item of items) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** How long a piece of work took and, of its operations, the median and the 99th percentile. */
export interface Timed {
  readonly seconds: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number };
}

/** Does all operations, `lanes` at a time, and times the whole and each. */
export async function timedInLanes<Item>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<Timed> {
  const took: number[] = [];
  const begin = performance.now();
  await inLanes(lanes, items.values(), async (item) => {
    const sent = performance.now();
    await work(item);
    took.push(performance.now() - sent);
  });
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, latencyMs: { p50: percentile(took, 0.5), p99: percentile(took, 0.99) } };
}

/** The value that such a share (0 to 1) of the others does not exceed, to two places; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Number(sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(2));
}
