import { statedFor } from '../by-group.js';
import { bound, oneOf, record, tableOf } from '../checks.js';
import { byGroup } from '../forms/by-group-form.js';
import { given } from '../worked.js';
import { foundNumber } from './found.js';
import { isSubject } from './forms.js';
import { type SourceRule } from './rule.js';
import { type StatedSource } from './source.js';

const MAX_SUBJECTS = 2000;

export const stated: SourceRule<StatedSource> = {
  check: () =>
    record(
      { kind: oneOf('stated'), each: byGroup(bound) },
      { units: tableOf(isSubject, '考核对象代码', bound, MAX_SUBJECTS) },
    ),

  find(source, { subject }) {
    const { code, name } = subject.unit;
    const number = statedFor(source, code, subject.group);
    return number === 'none'
      ? { kind: 'not-applicable', because: `方案没有为“${name}”规定这个数`, figures: [] }
      : foundNumber(given(number));
  },
};
