import { type SchemeProblem } from '../checks.js';
import { type Located } from '../places.js';
import { type Measured, type Scheme, isComposite } from '../scheme.js';
import { comparesUnits, needsTarget, problemsOfShape } from '../shapes/index.js';
import { isList } from '../sources/items.js';
import { unknownSubjects } from './of-subjects.js';
import { scheduleProblems } from './of-schedules.js';

/** What is wrong with a leaf's shape and target. */
export function leafProblems({ indicator, path }: Located, scheme: Scheme): SchemeProblem[] {
  if (isComposite(indicator)) return [];
  return [
    ...problemsOfShape(indicator.shape, `${path}.shape`),
    ...missingTarget(indicator, path),
    ...itemProblems(indicator, path),
    ...targetProblems(indicator, scheme, path),
  ];
}

function missingTarget({ shape, target, perItem }: Measured, path: string): SchemeProblem[] {
  if (!needsTarget(shape) || target || perItem) return [];
  const message = '此计分方式以目标为基准，须设 target';
  return [{ field: `${path}.target`, code: 'SCHEME.TARGET_MISSING', message }];
}

/** Items have no target and nobody to be compared with: a share of item values or a fixed reference does. */
function itemProblems({ source, shape, target, perItem }: Measured, path: string): SchemeProblem[] {
  if (!perItem) return [];
  const problems = [
    !isList(source) && ['source.kind', '逐项计分的数据来源须为 items 或 entries'],
    target && ['target', '逐项计分不设目标；完成率可用 of 中的 share 表示'],
    comparesUnits(shape) && ['shape', '逐项计分不能用与其他对象比较的方式'],
    needsTarget(shape) && ['shape', '逐项计分不能以目标为基准'],
  ];
  return problems.flatMap((problem) =>
    problem ? [{ field: `${path}.${problem[0]}`, code: 'SCHEME.PER_ITEM', message: problem[1] ?? '' }] : [],
  );
}

function targetProblems({ target }: Measured, scheme: Scheme, path: string): SchemeProblem[] {
  if (!target) return [];
  const schedule = target.schedule === undefined ? [] : scheduleProblems(target.schedule, `${path}.target.schedule`);
  return [...schedule, ...('each' in target ? unknownSubjects(target.units, scheme, `${path}.target.units`) : [])];
}
