import { listOf, oneOf, record } from '../checks.js';
import { knotForms, readOff } from '../knots.js';
import { given } from '../worked.js';
import { judge } from './condition.js';
import { type Found, clauses, foundNumber } from './found.js';
import { type SourceRule } from './rule.js';
import { type ChooseSource, type FirstFoundSource, type LookupSource, type MetSource } from './source.js';

/* Numbers that are picked: from a table, by conditions, or because others aren't there. */

const MAX_CASES = 30;
const MAX_CONDITIONS = 50;
const MAX_ALTERNATIVES = 10;

export const lookup: SourceRule<LookupSource> = {
  check({ source }) {
    const { required, optional } = knotForms('value', source);
    return record({ kind: oneOf('lookup'), of: source, ...required }, optional);
  },

  find(source, here, ground) {
    const found = ground.find(source.of, here);
    if (found.kind !== 'value') return found;
    const knots = source.knots.map(({ at, value }) => ({ at, gives: value }));
    const read = readOff(knots, source, found.worked, (at) => ground.find(at, here));
    if (read.kind !== 'value') return read;
    const { worked, because } = read;
    const taken = because === undefined ? undefined : `${because}，取 ${worked.text}`;
    return foundNumber(worked, [...found.figures, ...read.figures], { because: clauses([found.because, taken]) });
  },
};

export const chooseSource: SourceRule<ChooseSource> = {
  check: ({ source, condition }) =>
    record({
      kind: oneOf('choose'),
      cases: listOf(record({ when: condition, of: source }), 1, MAX_CASES),
      otherwise: source,
    }),

  find({ cases, otherwise }, at, ground): Found {
    for (const { when, of } of cases) {
      const { holds, text, figures } = judge(when, at, ground);
      if (!holds) continue;
      const found = ground.find(of, at);
      return { ...found, figures: [...figures, ...found.figures], because: after(`因 ${text}`, found) };
    }
    return ground.find(otherwise, at);
  },
};

export const met: SourceRule<MetSource> = {
  check: ({ condition }) => record({ kind: oneOf('met'), of: listOf(condition, 1, MAX_CONDITIONS) }),

  find({ of }, at, ground) {
    const judged = of.map((condition) => judge(condition, at, ground));
    const holding = judged.filter(({ holds }) => holds);
    const names = holding.length === 0 ? '' : `：${holding.map(({ text }) => text).join('、')}`;
    return foundNumber(
      given(String(holding.length)),
      judged.flatMap(({ figures }) => figures),
      { because: `${of.length} 项条件中符合 ${holding.length} 项${names}` },
    );
  },
};

export const firstFound: SourceRule<FirstFoundSource> = {
  check: ({ source }) => record({ kind: oneOf('first-found'), of: listOf(source, 1, MAX_ALTERNATIVES) }),

  find({ of }, at, ground): Found {
    for (const [index, source] of of.entries()) {
      const found = ground.find(source, at);
      if (found.kind !== 'value' && index < of.length - 1) continue;
      return index === 0 ? found : { ...found, because: after(`前 ${index} 个来源没有数`, found) };
    }
    throw new RangeError('there is nothing to take the first of');
  },
};

/** What was found because of something, said after it. */
const after = (said: string, { because }: Found): string => (because === undefined ? said : `${said}，${because}`);
