import { isDay } from '#libs/values';
import {
  type Check,
  amount,
  byKind,
  chosenBy,
  code,
  integer,
  line,
  listOf,
  oneOf,
  record,
  satisfies,
} from '../checks.js';
import { isSubject, roundingRule, unitCode } from '../sources/forms.js';
import { checkSource } from '../sources/index.js';
import { MAX_GROUPS, byGroup } from './by-group-form.js';
import { indicators, notApplicable } from './indicator-form.js';
import { outcome } from './outcome-form.js';
import { MAX_PARTS, rules } from './rule-form.js';

/** The highest number that a version may bear. */
export const MAX_VERSION = 100_000;
const MAX_SUBJECTS = 2000;
const MAX_ONCE_ONLY = 20;

const day = satisfies(isDay, '日历上存在的日期，格式 YYYY-MM-DD', { type: 'string', format: 'date' });
const subjectKind = oneOf('unit', 'group', 'outpost', 'person', 'project');
const subjectCode: Check = satisfies(isSubject, '考核对象代码', { type: 'string' });

const subjects = byKind({
  all: record({ kind: oneOf('all') }, { of: subjectKind }),
  group: record({ kind: oneOf('group'), group: line(100) }),
  units: record({ kind: oneOf('units'), units: listOf(unitCode, 1, MAX_SUBJECTS) }),
  list: record({ kind: oneOf('list'), of: subjectKind, codes: listOf(subjectCode, 1, MAX_SUBJECTS) }),
  groups: record({
    kind: oneOf('groups'),
    of: subjectKind,
    groups: listOf(record({ name: line(100) }, { codes: listOf(subjectCode, 1, MAX_SUBJECTS) }), 1, MAX_GROUPS),
    compared: oneOf('apart', 'together'),
    ranked: oneOf('apart', 'together'),
  }),
});

const breaker = chosenBy(
  (value) => typeof value === 'string',
  code,
  record({ of: checkSource, better: oneOf('higher', 'lower') }),
);

/** The form of a whole scheme. */
export const schemeForm = record(
  {
    code,
    name: line(200),
    version: integer(1, MAX_VERSION),
    period: record({ from: day, to: day }),
    subjects,
    points: byGroup(amount('0')),
    rounding: record(
      {
        stage: oneOf('indicator', 'first-level', 'total'),
        places: integer(0, 6),
        mode: oneOf('half-up', 'half-even', 'truncate', 'up'),
      },
      { total: roundingRule },
    ),
    notApplicable,
    ties: record({
      compare: oneOf('rounded', 'exact'),
      breakers: listOf(breaker, 0, MAX_PARTS),
      next: oneOf('skip', 'dense'),
    }),
    indicators,
  },
  {
    note: line(1000),
    better: oneOf('higher', 'lower'),
    rules,
    onceOnly: listOf(
      record({ indicators: listOf(code, 2, MAX_PARTS), keep: oneOf('highest', 'first') }),
      0,
      MAX_ONCE_ONLY,
    ),
    outcome,
  },
);
