import { describe, expect, it } from '@jest/globals';
import { Log } from '../../../test/support/log.js';
import { type StoredEvent, eventHash } from './event.js';
import { UnknownVersionError, type Upcasters, currentVersion, isUnreadable, upcast } from './upcasting.js';

/** Version 2 made the amount a text in another unit, version 3 added a kind. */
const upcasters: Upcasters = new Map([
  [
    'Signed',
    [
      ({ amount, ...rest }: { amount?: number }) => ({ ...rest, amount: String((amount ?? 0) * 10_000) }),
      (data: object) => ({ ...data, kind: 'new' }),
    ],
  ],
]);

const event = (schemaVersion: unknown, data: object = { amount: 2 }): StoredEvent => {
  const made = new Log().append('thing-1', { type: 'Signed', data });
  return { ...made, metadata: { ...made.metadata, schemaVersion: schemaVersion as number } };
};

describe('upcasting', () => {
  it('takes every step from the event’s version on', () => {
    expect(currentVersion('Signed', upcasters)).toBe(3);
    const expected = { data: { amount: '20000', kind: 'new' }, metadata: { schemaVersion: 3 } };
    expect(upcast(event(1), upcasters)).toMatchObject(expected);
    expect(upcast(event(2, { amount: '20000' }), upcasters)).toMatchObject(expected);
    expect(upcast(event(undefined), upcasters)).toMatchObject(expected);
  });

  it('leaves alone what is current, and types that never changed', () => {
    const current = event(3, { amount: '1', kind: 'old' });
    expect(upcast(current, upcasters)).toBe(current);
    const other = { ...event(1), type: 'constructor' };
    expect(upcast(other, upcasters)).toBe(other);
  });

  it('keeps what was stored, so that hashes and receipts are of that', () => {
    const stored = event(1);
    const upcasted = upcast(stored, upcasters);
    expect(upcasted.asStored).toEqual({ data: { amount: 2 }, metadata: stored.metadata });
    expect(eventHash(upcasted)).toBe(eventHash(stored));
  });

  it.each([4, 0, 1.5, '2'])('lets nobody look into an event of version %j', (version) => {
    const later = upcast(event(version), upcasters);
    expect(later).toMatchObject({ stream: 'thing-1', metadata: { schemaVersion: version } });
    expect(isUnreadable(later.data)).toBe(true);
    for (const look of [
      () => (later.data as { amount: unknown }).amount,
      () => 'amount' in later.data,
      () => ({ ...later.data }),
      () => JSON.stringify(later.data),
    ])
      expect(look).toThrow(UnknownVersionError);
    expect(later.asStored?.data).toEqual({ amount: 2 });
  });
});
