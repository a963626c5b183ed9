import { describe, expect, it } from '@jest/globals';
import { Bell, Bells } from './bells.js';

// Whether the bell wakes its waiter within this turn of the event loop.
async function rings(bell: Bell): Promise<boolean> {
  const silence = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
  return Promise.race([bell.next().then(() => true), silence]);
}

describe('Bell', () => {
  it('does not lose a ring that comes before the wait', async () => {
    const bell = new Bell();
    bell.ring();
    expect(await rings(bell)).toBe(true);
  });

  it('wakes once for several rings', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    expect(await rings(bell)).toBe(true);
    expect(await rings(bell)).toBe(false);
  });

  it('wakes who waits already', async () => {
    const bell = new Bell();
    const woken = rings(bell);
    bell.ring();
    expect(await woken).toBe(true);
  });
});

describe('Bells', () => {
  it('ring for any event, or for one stream’s', async () => {
    const bells = new Bells();
    const [any, mine, other] = [new Bell(), new Bell(), new Bell()];
    bells.hang(any);
    bells.hang(mine, 'mine');
    bells.hang(other, 'other');
    bells.ring(['mine']);
    expect([await rings(any), await rings(mine), await rings(other)]).toEqual([true, true, false]);
  });

  it('ring no more once taken down', async () => {
    const bells = new Bells();
    const bell = new Bell();
    bells.hang(bell, 'mine')();
    bells.ringAll();
    expect(await rings(bell)).toBe(false);
  });
});
