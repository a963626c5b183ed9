import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Position, streamNameFilter } from '@eventstore/db-client';
import { contractStore, numbered } from './contract-store.js';

const store = contractStore();

const WRITERS = 16;
const APPENDS = 100;

describe('16 writers and followers of different speeds', () => {
  it('agree: nothing skipped, nothing doubled, one order for all', async () => {
    const { position } = await store.append('before', numbered(0));
    if (position === undefined) throw new Error('the append was answered without a position');
    const followers = [0, 2, 25].map((pause) => follow(position, pause));
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(`writer-${writer}`)));
    const [fast, ...slower] = await Promise.all(followers);
    for (const seen of slower) expect(seen).toEqual(fast);
    expect(fast).toHaveLength(WRITERS * APPENDS);
    expect(new Set(fast).size).toBe(WRITERS * APPENDS);
    for (let writer = 0; writer < WRITERS; writer++) {
      const own = fast?.filter((event) => event.startsWith(`${store.name(`writer-${writer}`)}@`));
      expect(own).toEqual(Array.from({ length: APPENDS }, (_, n) => `${store.name(`writer-${writer}`)}@${n}`));
    }
  });
});

async function write(stream: string): Promise<void> {
  for (let n = 0; n < APPENDS; n++) await store.append(stream, numbered(n));
}

// Takes `pause` turns of the event loop over each event.
async function follow(fromPosition: Position, pause: number): Promise<string[]> {
  const seen: string[] = [];
  const filter = streamNameFilter({ prefixes: ['writer-'] });
  for await (const { event } of store.client.subscribeToAll({ fromPosition, filter })) {
    seen.push(`${event?.streamId}@${event?.revision}`);
    for (let turn = 0; turn < pause; turn++) await nextTurn();
    if (seen.length === WRITERS * APPENDS) break;
  }
  return seen;
}
