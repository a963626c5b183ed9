import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatAddress, parseAddress, splitToken, withParams } from '../../apps/dashboard/src/address.js';

describe('the address of a view', () => {
  it('reads path and parameters of a fragment', () => {
    expect(parseAddress('#/league/start-rate?from=2022-01-01&group=%E5%8E%BF%E5%8C%BA')).toEqual({
      path: ['league', 'start-rate'],
      params: { from: '2022-01-01', group: '县区' },
    });
    expect(parseAddress('')).toEqual({ path: [], params: {} });
    expect(parseAddress('#/projects/%E0%A4%A').path).toEqual(['projects', '%E0%A4%A']);
  });

  it('comes back from its written form as it was', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    const address = fc.record({ path: fc.array(text), params: fc.dictionary(text, fc.string({ unit: 'grapheme' })) });
    fc.assert(
      fc.property(address, ({ path, params }) => {
        expect(parseAddress(formatAddress({ path, params }))).toEqual({ path, params: { ...params } });
      }),
    );
  });

  it('loses the parameters that are emptied', () => {
    const address = { path: ['projects'], params: { q: '电池', unit: 'a1' } };
    expect(withParams(address, { q: '', unit: undefined, stage: 'land' })).toEqual({
      path: ['projects'],
      params: { stage: 'land' },
    });
  });
});

describe('a token in the address', () => {
  it.each([
    ['#token=a.b.c', '#/'],
    ['#/league/outings?from=2022-01-01&token=a.b.c', '#/league/outings?from=2022-01-01'],
    ['#/projects?token=a.b.c', '#/projects'],
  ])('is taken out of %s', (fragment, rest) => {
    expect(splitToken(fragment)).toEqual({ token: 'a.b.c', rest });
  });

  it('is not found where there is none', () => {
    expect(splitToken('#/projects?q=token')).toEqual({ rest: '#/projects?q=token' });
  });
});
