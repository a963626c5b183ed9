import { describe, expect, it } from '@jest/globals';
import { retentionOf } from './retention.js';

const of = (metadata: unknown) => retentionOf(Buffer.from(JSON.stringify(metadata)));

describe('retentionOf', () => {
  it('reads the three limits and passes over everything else', () => {
    expect(of({ $maxCount: 2, $maxAge: 3600, $tb: 7, owner: 'x', $acl: {} })).toEqual({
      maxCount: '2',
      maxAgeSeconds: '3600',
      truncateBefore: '7',
    });
    expect(of({ owner: 'x' })).toEqual({});
  });

  it('keeps the mark of a soft delete exact', () => {
    const { truncateBefore } = retentionOf(Buffer.from('{"$tb":9223372036854775807}'));
    expect(truncateBefore).toBe('9223372036854775807');
  });

  it.each([
    ['no JSON', Buffer.from('{')],
    ['no object', Buffer.from('[1]')],
    ['null', Buffer.from('null')],
    ['a count of zero', Buffer.from('{"$maxCount":0,"$tb":3}')],
    ['a fraction', Buffer.from('{"$maxAge":1.5}')],
    ['a text', Buffer.from('{"$tb":"5"}')],
    ['a negative number', Buffer.from('{"$tb":-1}')],
  ])('limits nothing for %s', (_, metadata) => {
    expect(retentionOf(metadata)).toEqual({});
  });
});
