import { describe, expect, it } from '@jest/globals';
import {
  canonicalMoney,
  compareMoney,
  dayOf,
  derivedId,
  digestOf,
  endOf,
  gradeOf,
  isDay,
  isId,
  isMoney,
  isSha256,
  isUnitCode,
  percentage,
} from './index.js';

describe('money', () => {
  it.each(['0', '120000', '0.5', '98.123456', '007', '999999999999.999999'])('accepts %s', (text) => {
    expect(isMoney(text)).toBe(true);
  });

  it.each([
    '-1',
    '+1',
    '1e5',
    'NaN',
    'Infinity',
    '',
    ' 1',
    '1.',
    '.5',
    '1.1234567',
    '1234567890123',
    '１',
    5,
    null,
    undefined,
    NaN,
  ])('does not accept %p', (value) => {
    expect(isMoney(value)).toBe(false);
  });

  it('has one spelling', () => {
    expect(['007', '1.50', '0.000', '120000'].map(canonicalMoney)).toEqual(['7', '1.5', '0', '120000']);
    expect(() => canonicalMoney('NaN')).toThrow(RangeError);
  });

  it('compares exactly', () => {
    expect(compareMoney('0.1', '0.10')).toBe(0);
    expect(compareMoney('999999999999.999999', '999999999999.999998')).toBeGreaterThan(0);
  });
});

describe('a business day', () => {
  it.each(['2022-09-30', '2024-02-29', '2000-02-29', '1900-01-01', '9999-12-31'])('may be %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '2100-02-29',
    '2022-02-30',
    '2022-04-31',
    '2022-13-01',
    '2022-00-10',
    '2022-01-00',
    '2022-1-1',
    '0000-01-01',
    '0022-09-30',
    '2022-09-30T00:00',
    '',
    20220930,
    null,
  ])('is not %p', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('is that of Shanghai', () => {
    expect(dayOf(new Date('2022-09-29T16:00:00Z'))).toBe('2022-09-30');
    expect(dayOf(new Date('2022-09-29T15:59:59.999Z'))).toBe('2022-09-29');
    expect(endOf('2022-09-30').toISOString()).toBe('2022-09-30T16:00:00.000Z');
  });
});

describe('ids and digests', () => {
  it('follow from their parts, and from no other split of them', () => {
    expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'));
    expect(derivedId('a', 'b')).not.toBe(derivedId('ab'));
    expect(isId(derivedId('a'))).toBe(true);
  });

  it('do not depend on the order of keys', () => {
    expect(digestOf({ a: 1, b: [2, { c: '三' }] })).toBe(digestOf({ b: [2, { c: '三' }], a: 1 }));
    expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }));
    expect(isSha256(digestOf({}))).toBe(true);
  });
});

describe('codes and grades', () => {
  it('tells unit codes from other text', () => {
    expect(['341522', 'luan-01', 'ab'].map(isUnitCode)).toEqual([true, true, true]);
    expect(['a', '-a', 'a-', 'Luan', '霍邱', 'a b', 'a'.repeat(41), 7].map(isUnitCode)).toEqual(Array(8).fill(false));
  });

  it('calls a fact documented when papers prove it', () => {
    expect(gradeOf([])).toBe('claimed');
    expect(gradeOf([{ kind: 'photo', sha256: 'a'.repeat(64) }])).toBe('documented');
  });
});

describe('percentage', () => {
  it.each([
    ['45', '52', '86.5'],
    ['39', '52', '75.0'],
    ['1', '16', '6.3'], // 6.25
    ['173', '200', '86.5'],
    ['0', '3', '0.0'],
    ['3', '3', '100.0'],
  ])('of %s in %s is %s', (numerator, denominator, expected) => {
    expect(percentage(numerator, denominator)).toBe(expected);
  });
});
