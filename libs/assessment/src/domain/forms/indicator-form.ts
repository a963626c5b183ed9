import {
  type Check,
  amount,
  bound,
  checkBy,
  chosenBy,
  code,
  either,
  integer,
  isObject,
  line,
  listOf,
  oneOf,
  record,
  referring,
  tableOf,
} from '../checks.js';
import { checkShape } from '../shapes/index.js';
import { isSubject, roundingRule, schedule, zeroRule } from '../sources/forms.js';
import { checkSource } from '../sources/index.js';
import { MAX_GROUPS, byGroup } from './by-group-form.js';
import { MAX_PARTS, rules } from './rule-form.js';

/** Branches of a tree may stand in one another this often: deeper trees no longer print on a page. */
const MAX_DEPTH = 5;
const MAX_SUBJECTS = 2000;

const limit = either(bound, record({ times: amount() }), '十进制数字文本、none（不设），或 { "times": 分值的倍数 }');

const goal = either(amount('0'), oneOf('none'), '非负十进制数字文本，或 none（不设目标）');
const stated = record(
  { each: byGroup(goal), zeroTarget: zeroRule },
  { units: tableOf(isSubject, '考核对象代码', goal, MAX_SUBJECTS), schedule },
);
const found = record({ source: checkSource, zeroTarget: zeroRule }, { schedule });

const target = chosenBy((value) => isObject(value) && Object.hasOwn(value, 'source'), found, stated);

const required = {
  code,
  name: line(100),
  role: oneOf('scored', 'adjustment', 'reference'),
  points: byGroup(amount('0')),
  cap: limit,
  floor: limit,
};

const optional = {
  groups: listOf(line(100), 1, MAX_GROUPS),
  weight: byGroup(amount('0')),
  rounding: either(oneOf('exact'), roundingRule, ' exact（不舍入），或 { "places": 位数, "mode": 舍入方式 }'),
  rules,
  whenNotApplicable: either(
    oneOf('zero', 'full', 'mean'),
    record({ points: amount() }),
    ' zero（零分）、full（满分）、mean（其他对象得分的平均），或 { "points": 分数 }',
  ),
};

const leaf = record(
  { ...required, source: checkSource, shape: checkShape },
  { ...optional, target, perItem: record({ cap: bound, floor: bound }), compared: oneOf('apart', 'together') },
);

const combine = either(
  oneOf('sum', 'mean', 'weighted', 'highest', 'lowest'),
  record({ best: integer(1, MAX_PARTS) }),
  ' sum、mean、weighted、highest、lowest，或 { "best": 取前几项 }',
);

/** What becomes of indicators that don't apply. */
export const notApplicable = oneOf('leave-out', 'scale-up');

const tooDeep = checkBy({}, (_value, path, problems) => {
  problems.push({ field: path, code: 'SCHEME.TOO_DEEP', message: `指标最多 ${MAX_DEPTH} 层` });
});

/** The form of an indicator, from the innermost level outwards. */
function indicatorForm(levels: number): Check {
  let branch = tooDeep;
  for (let level = 1; level < levels; level++) {
    const inner = chosenBy(hasParts, branch, leaf);
    const parts = listOf(
      referring('indicator', () => inner),
      1,
      MAX_PARTS,
    );
    branch = record({ ...required, combine, base: amount(), parts }, { ...optional, notApplicable });
  }
  return chosenBy(hasParts, branch, leaf);
}

const hasParts = (value: unknown): boolean => isObject(value) && Object.hasOwn(value, 'parts');

/** The form of an indicator of the first level, with all that is below it. */
export const indicator = indicatorForm(MAX_DEPTH);

export const indicators = listOf(
  referring('indicator', () => indicator),
  1,
  MAX_PARTS,
);
