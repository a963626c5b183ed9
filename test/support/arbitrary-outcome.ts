import fc from 'fast-check';
import { type Condition, type Scheme } from '#libs/assessment';
import { arbitrarySource } from './arbitrary-source.js';

const byGrade = fc
  .constantFrom('at-least' as const, 'equal' as const)
  .map((is): Condition => ({ kind: 'compare', of: { kind: 'result', take: 'grade' }, is, than: '2' }));

/** Grades by each measure, rules of every effect, and a list. */
export const arbitraryOutcome: fc.Arbitrary<NonNullable<Scheme['outcome']>> = fc.record({
  grades: fc.constantFrom(
    {
      by: 'total',
      bands: [
        { grade: '优', limit: '30' },
        { grade: '良', limit: '5' },
      ],
      otherwise: '中',
      vacancies: 'kept',
    },
    {
      by: 'rank',
      bands: [
        { grade: '优', limit: '1' },
        { grade: '良', limit: '2' },
      ],
      otherwise: '中',
      vacancies: 'filled',
    },
    {
      by: 'rank-share',
      bands: [
        { grade: '优', limit: '0.3', minTotal: '5' },
        { grade: '良', limit: '0.7' },
      ],
      otherwise: '中',
      vacancies: 'kept',
      quota: 'half-up',
    },
  ),
  rules: fc.array(
    fc.record({
      when: arbitrarySource({ result: true, indicators: ['i0'] }, 1).condition,
      then: fc.constantFrom(
        { kind: 'disqualify' },
        { kind: 'last' },
        { kind: 'promote', by: 1 },
        { kind: 'demote', by: 2 },
        { kind: 'at-best', grade: '良' },
        { kind: 'at-least', grade: '良' },
      ),
      reason: fc.constant('方案规定'),
    }),
    { maxLength: 3 },
  ),
  lists: fc.tuple(
    fc.record({
      code: fc.constant('red'),
      name: fc.constant('红榜'),
      when: fc.oneof(arbitrarySource({ result: true }, 1).condition, byGrade),
      unless: arbitrarySource({ result: true }, 1).condition,
    }),
  ),
});
