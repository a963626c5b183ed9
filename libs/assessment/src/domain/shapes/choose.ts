import { type Check, type SchemeProblem, listOf, oneOf, record } from '../checks.js';
import { checkCondition } from '../sources/index.js';
import { clauses } from '../sources/found.js';
import { type Placed, conditionPlaces } from '../sources/places.js';
import { type Condition } from '../sources/source.js';
import { type ShapeRule } from './shape.js';

/**
 * The first case whose condition holds says how points are given (计划 1 至 5 个的按一种, 6 个以上的按另一种); where none does,
 * `otherwise`.
 */
export interface Choose<Plain> {
  readonly kind: 'choose';
  readonly cases: readonly { readonly when: Condition; readonly shape: Plain }[];
  readonly otherwise: Plain;
}

const MAX_CASES = 30;

/** `plain` are all the other shapes: a case of a case would say no more than an `all` of their conditions. */
export const choose = <Plain>(
  check: Check,
  plain: Required<Omit<ShapeRule<Plain>, 'check'>>,
): ShapeRule<Choose<Plain>> => ({
  check: record({
    kind: oneOf('choose'),
    cases: listOf(record({ when: checkCondition, shape: check }), 1, MAX_CASES),
    otherwise: check,
  }),

  needsTarget: (params) => shapesOf(params).some(plain.needsTarget),
  compares: (params) => shapesOf(params).some(plain.compares),
  problems: ({ cases, otherwise }, path): SchemeProblem[] => [
    ...cases.flatMap(({ shape }, index) => plain.problems(shape, `${path}.cases[${index}].shape`)),
    ...plain.problems(otherwise, `${path}.otherwise`),
  ],
  sources: ({ cases, otherwise }, path, atHand): Placed[] => [
    ...cases.flatMap(({ when, shape }, index) => [
      ...conditionPlaces(when, `${path}.cases[${index}].when`, atHand),
      ...plain.sources(shape, `${path}.cases[${index}].shape`, atHand),
    ]),
    ...plain.sources(otherwise, `${path}.otherwise`, atHand),
  ],

  award({ cases, otherwise }, standing) {
    for (const { when, shape } of cases) {
      const { holds, text, figures } = standing.judge(when);
      if (!holds) continue;
      const award = plain.award(shape, standing);
      if ('kind' in award) return award;
      return {
        ...award,
        because: clauses([`因 ${text}`, award.because]),
        figures: [...(award.figures ?? []), ...figures],
      };
    }
    return plain.award(otherwise, standing);
  },
});

const shapesOf = <Plain>({ cases, otherwise }: Choose<Plain>): Plain[] => [
  ...cases.map(({ shape }) => shape),
  otherwise,
];
