import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Poisoned, openPoisoned } from '../../../../test/support/poisoned.js';
import { census, tally } from '../../../../test/support/tally.js';
import { readCheckpoints } from '../checkpoint.js';
import { digestOfProjection } from '../digest.js';
import { startAgain } from './retry.js';

let log: Poisoned;

beforeEach(async () => {
  log = await openPoisoned();
});
afterEach(() => log.close());

const checkpointOf = async (schema: string) => (await readCheckpoints(log.sql)).get(schema);

describe('a projection that stops', () => {
  it('stands still before the batch and says so, the others go on; told to, it catches up', async () => {
    log.breakOnly(12);
    log.store.grow(10);
    const strict = log.picky(tally, { onPoison: 'stop' });
    log.start([strict, census], 5);
    await log.readUpTo(10, [tally, census]);
    log.store.grow(10);
    await log.readUpTo(20, [census]);
    expect(await checkpointOf('tally_v1')).toMatchObject({
      seq: 10n,
      stopped: { fault: expect.stringMatching(/22P02/) },
    });
    expect(await log.parkedSeqs()).toEqual([]);
    expect(log.warnings.map(({ message }) => message)).toEqual(['a projection stopped']);

    log.breakOnly();
    expect(await startAgain(log.sql, strict)).toBe(true);
    expect(await startAgain(log.sql, strict)).toBe(false);
    log.store.grow(10);
    await log.readUpTo(30, [tally, census]);
    expect(await checkpointOf('tally_v1')).not.toHaveProperty('stopped');
    expect(await digestOfProjection(log.sql, tally)).toBe(await log.digestOfRebuild(tally));
  });

  it('does so after a restart, too', async () => {
    log.breakOnly(2);
    log.store.grow(5);
    const strict = log.picky(tally, { onPoison: 'stop' });
    const first = log.start([strict, census]);
    await log.readUpTo(5, [census]);
    await first.stop();
    log.start([strict, census]);
    log.store.grow(5);
    await log.readUpTo(10, [census]);
    expect(await checkpointOf('tally_v1')).toMatchObject({ seq: 0n, stopped: {} });
  });
});
