/** A running read of the client. */
export interface Call<Item> {
  readonly stream: AsyncIterable<Item> & {
    on(event: 'error', listener: () => void): unknown;
    destroy(error: Error): unknown;
  };
  /** Tells the server to stop. */
  readonly cancel: () => Promise<void>;
}

const ignore = (): void => undefined;

/**
 * A read's items in order. However the consumer leaves, the call is cancelled: the client would keep it open, paused.
 * With `patienceMs` a read that is waited on and silent for so long fails; a slow consumer's own time doesn't count.
 */
export async function* itemsOf<Item>({ stream, cancel }: Call<Item>, patienceMs?: number): AsyncGenerator<Item> {
  // The client emits errors on a stream that nobody reads any more, too.
  stream.on('error', ignore);
  let consuming = false;
  const silent = (): unknown =>
    consuming ? watchdog?.refresh() : stream.destroy(new Error(`silent for ${patienceMs} ms`));
  const watchdog = patienceMs === undefined ? undefined : setTimeout(silent, patienceMs);
  try {
    for await (const item of stream) {
      consuming = true;
      yield item;
      consuming = false;
      watchdog?.refresh();
    }
  } finally {
    clearTimeout(watchdog);
    cancel().catch(ignore);
  }
}
