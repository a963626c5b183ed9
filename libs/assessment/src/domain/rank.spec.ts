import { describe, expect, it } from '@jest/globals';
import { cardsOf, certified, given } from '../../../../test/support/assessed.js';
import { branch, scheme } from '../../../../test/support/assessment-scheme.js';
import { type TieRule } from './scheme.js';

describe('a tie is broken', () => {
  const units = {
    a: { x: '3', y: '2', accidents: '1' },
    b: { x: '3', y: '2', accidents: '0' },
    c: { x: '2', y: '3', accidents: null },
    d: { x: '4', y: '1', accidents: '9' },
  };
  const ranks = (breakers: TieRule['breakers']) =>
    Object.values(
      cardsOf(
        scheme({
          indicators: [branch([given('x', { points: '5' }), given('y', { points: '5' })])],
          ties: { compare: 'rounded', breakers, next: 'skip' },
        }),
        units,
      ),
    ).map(({ unit, rank }) => `${rank}${unit.code}`);
  const accidents = certified('accidents', 'not-applicable');

  it.each<[string, TieRule['breakers'], string[]]>([
    ['not at all', [], ['1a', '1b', '1c', '1d']],
    ['by an indicator of any level', ['x'], ['1d', '2a', '2b', '4c']],
    ['by one after another', ['y', 'x'], ['1c', '2a', '2b', '4d']],
    ['by a number, fewer being better', ['x', { of: accidents, better: 'lower' }], ['1d', '2b', '3a', '4c']],
    ['by a number that one of them lacks', [{ of: accidents, better: 'lower' }], ['1b', '2a', '3d', '4c']],
    ['by a number, more being better', [{ of: accidents, better: 'higher' }], ['1d', '2a', '3b', '4c']],
  ])('%s', (_what, breakers, ranked) => expect(ranks(breakers)).toEqual(ranked));
});
