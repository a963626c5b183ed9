import { describe, expect, it } from '@jest/globals';
import { unsafeSettings } from './durability.js';

const safe = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

describe('unsafeSettings', () => {
  it('finds nothing wrong when all are on, or commits wait for even more', () => {
    expect(unsafeSettings(safe)).toEqual([]);
    expect(unsafeSettings({ ...safe, synchronous_commit: 'remote_apply' })).toEqual([]);
  });

  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])('names %s when it is off', (name) => {
    expect(unsafeSettings({ ...safe, [name]: 'off' })).toEqual([`${name} = off`]);
  });

  it('names what the server does not tell', () => {
    expect(unsafeSettings({})).toHaveLength(3);
  });
});
