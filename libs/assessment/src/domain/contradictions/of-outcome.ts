import { Decimal } from '../arithmetic.js';
import { type SchemeProblem } from '../checks.js';
import { type Grades, type Outcome } from '../outcome/outcome.js';
import { type Better, type Scheme } from '../scheme.js';

/** Grades out of order, rules that name grades that aren't there, lists that stand twice. */
export function outcomeProblems({ outcome, better = 'higher' }: Scheme): SchemeProblem[] {
  if (!outcome) return [];
  return [
    ...(outcome.grades ? gradeProblems(outcome.grades, better) : []),
    ...ruleProblems(outcome),
    ...listProblems(outcome),
  ];
}

/** By a total that had better be higher the limits fall from the best grade on, else they rise; each grade stands once. */
function gradeProblems({ by, bands, otherwise }: Grades, better: Better): SchemeProblem[] {
  const names = [...bands.map(({ grade }) => grade), otherwise];
  const isFalling = by === 'total' && better === 'higher';
  const order = isFalling ? -1 : 1;
  const crossed = bands.flatMap(({ limit }, index): SchemeProblem[] => {
    const before = bands[index - 1]?.limit;
    if (before === undefined || new Decimal(limit).comparedTo(before) === order) return [];
    const words = isFalling ? '分数线须从高到低' : by === 'total' ? '分数线须从低到高' : '名次须从前到后';
    const message = `${words}逐档排列，不得重叠`;
    return [{ field: `outcome.grades.bands[${index}].limit`, code: 'SCHEME.NOT_RISING', message }];
  });
  if (new Set(names).size === names.length) return crossed;
  return [...crossed, { field: 'outcome.grades', code: 'SCHEME.REPEATED', message: '等次名称重复' }];
}

function ruleProblems({ grades, rules = [] }: Outcome): SchemeProblem[] {
  const names = new Set(grades && [...grades.bands.map(({ grade }) => grade), grades.otherwise]);
  return rules.flatMap(({ then }, index): SchemeProblem[] => {
    const field = `outcome.rules[${index}].then`;
    if (then.kind === 'disqualify' || then.kind === 'last') return [];
    if (!grades) return [{ field, code: 'SCHEME.GRADES_MISSING', message: '没有规定等次（grades），不能升降等次' }];
    if (!('grade' in then) || names.has(then.grade)) return [];
    return [{ field: `${field}.grade`, code: 'SCHEME.UNKNOWN_GRADE', message: `等次中没有“${then.grade}”` }];
  });
}

function listProblems({ lists = [] }: Outcome): SchemeProblem[] {
  const codes = lists.map(({ code }) => code);
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [{ field: `outcome.lists[${index}].code`, code: 'SCHEME.REPEATED', message: `名单代码“${code}”重复` }],
  );
}
