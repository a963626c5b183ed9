import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Append, Committed } from './append-group.js';
import type { Deletion } from './delete-stream.js';
import type { ProposedEvent } from './events.js';
import { ANY } from './revisions.js';
import { type GroupCommit, WriteQueue, WriteRefused } from './write-queue.js';

const event = (id: string = randomUUID()): ProposedEvent => ({
  id,
  type: 't',
  isJson: true,
  data: Buffer.alloc(10),
  metadata: Buffer.alloc(0),
});
const append = (stream: string, ...events: ProposedEvent[]): Append => ({ stream, expected: ANY, events });

// Writes nothing, but notes which streams each transaction was given; held back until `release`.
class Recorder implements GroupCommit {
  readonly groups: string[][] = [];
  private held: (() => void)[] = [];
  private holding = false;

  constructor(private readonly fail: (streams: string[]) => Error | undefined = () => undefined) {}

  hold(): void {
    this.holding = true;
  }

  release(): void {
    this.holding = false;
    this.held.splice(0).forEach((go) => go());
  }

  appendGroup(appends: readonly Append[]): Promise<Committed> {
    return this.commit(appends.map(({ stream }) => stream));
  }

  deleteStream({ stream }: Deletion): Promise<Committed> {
    return this.commit([`delete ${stream}`]);
  }

  private async commit(streams: string[]): Promise<Committed> {
    this.groups.push(streams);
    if (this.holding) await new Promise<void>((resolve) => this.held.push(resolve));
    const error = this.fail(streams);
    if (error !== undefined) throw error;
    return { outcomes: streams.map(() => ({ kind: 'appended', revision: 0n, position: 1n })), head: 1n };
  }
}

const refusal = (): Error => Object.assign(new Error('value too long'), { severity: 'ERROR' });

describe('WriteQueue', () => {
  it('gathers what arrives while a transaction is under way', async () => {
    const recorder = new Recorder();
    const queue = new WriteQueue(recorder);
    recorder.hold();
    const first = queue.write({ append: append('a', event()) });
    await new Promise(setImmediate);
    const others = ['b', 'c', 'd'].map((stream) => queue.write({ append: append(stream, event()) }));
    expect(queue.backlogBytes).toBe(30);
    recorder.release();
    await Promise.all([first, ...others]);
    expect(recorder.groups).toEqual([['a'], ['b', 'c', 'd']]);
    expect(queue.backlogBytes).toBe(0);
  });

  it('gives deletions and metadata transactions of their own, in the order of arrival', async () => {
    const recorder = new Recorder();
    const queue = new WriteQueue(recorder);
    await Promise.all([
      queue.write({ append: append('a', event()) }),
      queue.write({ append: append('$$a', event()) }),
      queue.write({ append: append('b', event()) }),
      queue.write({ append: append('c', event()) }),
      queue.write({ deletion: { stream: 'b', expected: ANY, tombstone: false } }),
      queue.write({ append: append('b', event()) }),
    ]);
    expect(recorder.groups).toEqual([['a'], ['$$a'], ['b', 'c'], ['delete b'], ['b']]);
  });

  it('never has the same event id in two appends of a group', async () => {
    const recorder = new Recorder();
    const queue = new WriteQueue(recorder);
    const again = event();
    await Promise.all([
      queue.write({ append: append('a', again, again) }),
      queue.write({ append: append('b', event(), again) }),
    ]);
    expect(recorder.groups).toEqual([['a'], ['b']]);
  });

  it('does not write what comes to its turn too late', async () => {
    const recorder = new Recorder();
    const queue = new WriteQueue(recorder);
    expect(await queue.write({ append: append('late', event()) }, Date.now() - 1)).toEqual({ kind: 'timed-out' });
    expect(recorder.groups).toEqual([]);
  });

  it('lets one refused append fail alone', async () => {
    const queue = new WriteQueue(new Recorder((streams) => (streams.includes('bad') ? refusal() : undefined)));
    const [good, bad, fine] = await Promise.allSettled(
      ['good', 'bad', 'fine'].map((stream) => queue.write({ append: append(stream, event()) })),
    );
    expect([good?.status, fine?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(WriteRefused) });
  });

  it('does not try again when it is not known whether the group was written', async () => {
    const recorder = new Recorder(() => new Error('connection lost'));
    const queue = new WriteQueue(recorder);
    const outcomes = await Promise.allSettled(
      ['a', 'b'].map((stream) => queue.write({ append: append(stream, event()) })),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(recorder.groups).toEqual([['a', 'b']]);
  });

  it('is drained once everything has its answer', async () => {
    const recorder = new Recorder();
    const queue = new WriteQueue(recorder);
    const answered: string[] = [];
    for (const stream of ['a', 'b'])
      void queue.write({ append: append(stream, event()) }).then(() => answered.push(stream));
    await queue.drained();
    expect(answered).toEqual(['a', 'b']);
  });
});
