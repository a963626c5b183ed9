import { isStreamNotFound } from './errors.js';

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
 * A read's items in order. When the consumer leaves early, the call is cancelled: the client would keep it open, paused.
 * One that has been answered isn't, for a server takes many resets for an attack and hangs up (Node's after a thousand,
 * and then 33 a second). With `patienceMs` a read that is waited on and silent for so long fails; a slow consumer's own
 * time doesn't count.
 */
export async function* itemsOf<Item>({ stream, cancel }: Call<Item>, patienceMs?: number): AsyncGenerator<Item> {
  // The client emits errors on a stream that nobody reads any more, too.
  stream.on('error', ignore);
  let consuming = false;
  const silent = (): unknown =>
    consuming ? watchdog?.refresh() : stream.destroy(new Error(`silent for ${patienceMs} ms`));
  const watchdog = patienceMs === undefined ? undefined : setTimeout(silent, patienceMs);
  let answered = false;
  try {
    for await (const item of stream) {
      consuming = true;
      yield item;
      consuming = false;
      watchdog?.refresh();
    }
    answered = true;
  } catch (error) {
    answered = isStreamNotFound(error);
    throw error;
  } finally {
    clearTimeout(watchdog);
    if (!answered) cancel().catch(ignore);
  }
}
