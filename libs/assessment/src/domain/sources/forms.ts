import { isMoney, isSubjectCode, isUnitCode } from '#libs/values';
import { amount, either, integer, listOf, oneOf, record, satisfies } from '../checks.js';

/* Forms that several kinds of sources share. */

export const money = satisfies(isMoney, '以万元计的非负十进制数字文本', { type: 'string' });
export const unitCode = satisfies(isUnitCode, '单位代码', { type: 'string' });

/** True for what may be the code of a subject of some kind; `__proto__` would be lost as a key. */
export const isSubject = (value: unknown): value is string => isSubjectCode('group', value) && value !== '__proto__';

export const missingRule = oneOf('refuse', 'zero', 'not-applicable');

export const zeroRule = either(
  oneOf('zero', 'full', 'not-applicable'),
  either(record({ points: amount() }), record({ value: amount() }), ''),
  ' zero（零分）、full（满分）、not-applicable（不参与）、{ "points": 分数 }，或 { "value": 代入的数值 }',
);

export const roundingRule = record({
  places: integer(0, 6),
  mode: oneOf('half-up', 'half-even', 'truncate', 'up'),
});

export const schedule = either(
  oneOf('months', 'days'),
  record({ monthly: listOf(amount('0', '1'), 12, 12) }),
  ' months（按月均摊）、days（按日均摊），或 { "monthly": [一月至十二月末累计应完成的比例，共 12 项] }',
);
