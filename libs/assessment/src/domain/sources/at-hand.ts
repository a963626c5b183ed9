import { code, oneOf, record } from '../checks.js';
import { given, over } from '../worked.js';
import { type Found, foundNumber } from './found.js';
import { type SourceRule } from './rule.js';
import { type ItemValueSource, type OwnSource, type ResultSource } from './source.js';

/* Numbers that are there only in some places of a scheme; `misplaced-sources` keeps them there. */

export const item: SourceRule<ItemValueSource> = {
  check: () => record({ kind: oneOf('item'), value: code }),

  find({ value }, at): Found {
    if (!at.item) throw new RangeError(`${value} is asked for where there is no item`);
    const { name, values, origin } = at.item;
    const number = Object.hasOwn(values, value) ? values[value] : undefined;
    if (number === undefined) return { kind: 'not-applicable', because: `“${name}”没有“${value}”`, figures: [] };
    return foundNumber(given(number), [{ name: `${name}：${value}`, value: number, origin }]);
  },
};

const TAKES = { value: '数值', measured: '完成率', target: '目标', points: '分值', score: '得分' } as const;

export const own: SourceRule<OwnSource> = {
  check: () => record({ kind: oneOf('own'), take: oneOf(...Object.keys(TAKES)) }),

  find({ take }, at): Found {
    const worked = at.own?.[take];
    return worked ? foundNumber(worked) : { kind: 'not-applicable', because: `本项没有${TAKES[take]}`, figures: [] };
  },
};

export const result: SourceRule<ResultSource> = {
  check: () => record({ kind: oneOf('result'), take: oneOf('total', 'rank', 'rank-from-last', 'rank-share', 'grade') }),

  find({ take }, at): Found {
    if (!at.result) throw new RangeError('the result is asked for before there is one');
    const { total, rank, fromLast, of, grade } = at.result;
    if (take === 'total') return foundNumber(total);
    if (take === 'grade') {
      if (grade === undefined) throw new RangeError('the grade is asked for before there is one');
      if (grade === null) return { kind: 'not-applicable', because: '没有等次', figures: [] };
      return foundNumber(given(String(grade)));
    }
    const place = given(String(take === 'rank-from-last' ? fromLast : rank));
    return foundNumber(take === 'rank-share' ? over(place, given(String(of))) : place);
  },
};
