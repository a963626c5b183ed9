import { describe, expect, it } from '@jest/globals';
import { type Followed } from '#libs/event-store';
import { Log } from '../../../test/support/log.js';
import { Batches } from './batches.js';
import { type Checkpoint, START } from './checkpoint.js';

/** `count` events at the positions 100, 200, … */
const happenings = (count: number): Followed[] => {
  const log = new Log();
  for (let number = 0; number < count; number += 1) log.append('thing-1', { type: 'Happened', data: { number } });
  return log.events.map((event) => ({ kind: 'event', event }));
};

const CAUGHT_UP: Followed = { kind: 'caught-up' };

/** A subscription to `items` that then stays open without a word, and counts what was asked of it. */
function subscription(items: Followed[]) {
  const asked = { count: 0 };
  async function* follow(): AsyncGenerator<Followed> {
    for (const item of items) {
      asked.count += 1;
      yield item;
    }
    await new Promise(() => undefined);
  }
  return { asked, source: follow() };
}

const reading = (items: Followed[], { from = START, limit = 100 } = {}) => {
  const batches = new Batches(from, limit);
  const { asked, source } = subscription(items);
  void batches.readFrom(source);
  return { batches, asked };
};

const seqs = (batch: Awaited<ReturnType<Batches['take']>>) => batch?.events.map(({ seq }) => Number(seq));

describe('batches', () => {
  it('numbers events on from the checkpoint', async () => {
    const from: Checkpoint = { seq: 41n, position: 50n, recordedAt: null };
    const { batches } = reading([...happenings(3), CAUGHT_UP], { from });
    const batch = await batches.take();
    expect(seqs(batch)).toEqual([42, 43, 44]);
    expect(batch?.reached).toEqual({ seq: 44n, position: 300n, recordedAt: batch?.events.at(-1)?.recordedAt });
  });

  it('drops what was delivered before, in this subscription or an earlier one', async () => {
    const [first, second, third] = happenings(3) as [Followed, Followed, Followed];
    const from: Checkpoint = { seq: 1n, position: 100n, recordedAt: null };
    const { batches } = reading([first, second, first, second, second, third, CAUGHT_UP], { from });
    expect(seqs(await batches.take())).toEqual([2, 3]);
  });

  it('fills batches up while the past is read, and reads no further than one batch ahead', async () => {
    const { batches, asked } = reading([...happenings(25), CAUGHT_UP], { limit: 10 });
    expect(seqs(await batches.take())).toHaveLength(10);
    await new Promise(setImmediate);
    expect(asked.count).toBe(20);
    expect(seqs(await batches.take())).toHaveLength(10);
    expect(seqs(await batches.take())).toEqual([21, 22, 23, 24, 25]);
  });

  it('says how far it has read when it was shown nothing', async () => {
    const { batches } = reading([{ kind: 'passed', position: 900n }, CAUGHT_UP, { kind: 'passed', position: 800n }]);
    expect(await batches.take()).toEqual({ events: [], reached: { ...START, position: 900n }, live: true });
  });

  it('takes no silence for the end of the past', async () => {
    const { batches } = reading(happenings(1));
    expect(await batches.take()).toMatchObject({ live: false });
    expect(await batches.take()).toMatchObject({ events: [], live: false });
  });

  it('hands on what the subscription fails of', async () => {
    async function* failing(): AsyncGenerator<Followed> {
      yield* happenings(1);
      await Promise.reject(new Error('gone'));
    }
    const batches = new Batches(START, 10);
    await batches.readFrom(failing());
    await expect(batches.take()).rejects.toThrow('gone');
  });

  it('gives nothing more once closed', async () => {
    const { batches } = reading(happenings(5), { limit: 2 });
    await batches.take();
    batches.close();
    expect(await batches.take()).toBeUndefined();
  });
});
