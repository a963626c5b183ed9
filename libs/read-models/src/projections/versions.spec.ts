import { describe, expect, it } from '@jest/globals';
import { type Versioned, Versions } from './versions.js';

interface Row extends Versioned {
  id: string;
  value: string;
}
const standing = (): Row => ({ id: 'a', value: 'old', fromSeq: '3', untilSeq: null, knownSpan: null });
const versions = (...rows: Row[]) => new Versions(rows, ({ id }: { id: string }) => id);

describe('the versions of a row', () => {
  it('follow each other: what was so until then stays as it was known', () => {
    const rows = versions(standing());
    rows.put({ id: 'a', value: 'new' }, 7n);
    expect(rows.changed).toMatchObject([
      { value: 'old', fromSeq: '3', untilSeq: '7' },
      { value: 'new', fromSeq: '7', untilSeq: null },
    ]);
    expect(rows.get('a')).toMatchObject({ value: 'new' });
  });

  it('end without another', () => {
    const rows = versions(standing());
    rows.end('a', 7n);
    rows.end('b', 7n);
    expect(rows.changed).toMatchObject([{ value: 'old', fromSeq: '3', untilSeq: '7' }]);
    expect(rows.get('a')).toBeUndefined();
    expect(rows.all()).toEqual([]);
  });

  it('are not made of what is the same, nor kept of what nobody knew', () => {
    const rows = versions(standing());
    rows.put({ id: 'a', value: 'old' }, 7n);
    expect(rows.changed).toEqual([]);
    rows.put({ id: 'b', value: 'first' }, 8n);
    rows.put({ id: 'b', value: 'second' }, 8n);
    expect(rows.changed).toMatchObject([{ value: 'second', fromSeq: '8', untilSeq: null }]);
    rows.end('b', 8n);
    expect(rows.changed).toEqual([]);
  });

  it('name the span in which they were known once that is over', () => {
    const rows = versions(standing());
    rows.put({ id: 'a', value: 'new' }, 7n);
    const [old, now] = rows.changed;
    expect(old?.knownSpan).toEqual(expect.any(String));
    expect(now?.knownSpan).toBeNull();
  });
});
