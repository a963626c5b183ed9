import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  canonicalCreditCode,
  canonicalShare,
  creditCodeFault,
  isAccountCode,
  isMonth,
  isShare,
  monthOf,
  sharesFault,
} from './index.js';

describe('a credit code', () => {
  it.each(['91350200MA2XWXXL4Q', '91110000100000000E', ' 9135 0200ma2xwxxl4q '])('%j has the form of one', (code) => {
    expect(creditCodeFault(code)).not.toBe('form');
  });

  it.each(['', '9135020', '91350200MA2XWXXL4I', '91350200MA2XWXXL4QQ', '９1350200MA2XWXXL4Q'])('%j has not', (code) => {
    expect(creditCodeFault(code)).toBe('form');
  });

  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 17, maxLength: 17 });

  it('has exactly one check character for any seventeen characters', () => {
    fc.assert(
      fc.property(body, (start) => {
        expect(Array.from(alphabet).filter((check) => creditCodeFault(start + check) === undefined)).toHaveLength(1);
      }),
    );
  });

  it('shows a slip in any one place', () => {
    fc.assert(
      fc.property(body, fc.nat(16), fc.nat(30), (start, at, other) => {
        fc.pre(start[at] !== alphabet[other]);
        const check = Array.from(alphabet).find((end) => creditCodeFault(start + end) === undefined)!;
        const slipped = start.slice(0, at) + alphabet[other]! + start.slice(at + 1) + check;
        expect(creditCodeFault(slipped)).toBe('checksum');
      }),
    );
  });

  it('agrees with the example that the standard is explained with', () => {
    expect(creditCodeFault('91350100M000100Y43')).toBeUndefined();
  });

  it('has one spelling', () => {
    expect(canonicalCreditCode(' 91350100m000100y43\t')).toBe('91350100M000100Y43');
  });
});

describe('a share', () => {
  it.each(['0.5', '1', '1.0', '0.000001'])('may be %s', (text) => expect(isShare(text)).toBe(true));
  it.each(['0', '0.0', '1.1', '-0.5', '.5', '50%', '1/2', '0.1234567', 0.5, null])('is not %p', (value) =>
    expect(isShare(value)).toBe(false),
  );

  it('has one spelling', () => {
    expect(['0.50', '1.000'].map(canonicalShare)).toEqual(['0.5', '1']);
    expect(() => canonicalShare('0')).toThrow(RangeError);
  });

  it('of several units make exactly one', () => {
    const divide = (...shares: string[]) => sharesFault(shares.map((share, at) => ({ unit: `unit-${at}`, share })));
    expect(divide('0.5', '0.5')).toBeUndefined();
    expect(divide('0.1', '0.2', '0.7')).toBeUndefined();
    expect(divide('0.333333', '0.333333', '0.333333')).toBe('total');
    expect(divide()).toBe('total');
    expect(
      sharesFault([
        { unit: 'a1', share: '0.5' },
        { unit: 'a1', share: '0.5' },
      ]),
    ).toBe('repeated');
  });
});

describe('months and accounts', () => {
  it('have their forms', () => {
    expect(['2022-01', '2022-12', '2022-13', '2022-1', '2022-01-01', 7].map(isMonth)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(monthOf('2022-09-30')).toBe('2022-09');
    expect(['account-7', 'reporter-luan-01', '张三', 'a', 'A-7', 7].map(isAccountCode)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
