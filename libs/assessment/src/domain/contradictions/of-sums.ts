import { Decimal } from '../arithmetic.js';
import { forGroup, isForGroup } from '../by-group.js';
import { type SchemeProblem } from '../checks.js';
import { type Located } from '../places.js';
import { type Composite, type Indicator, type Scheme, isComposite } from '../scheme.js';
import { groupNames } from './of-subjects.js';

type Group = string | undefined;

/** Points that the parts don't make up, and weights that aren't the whole, for each group. */
export function sumProblems(scheme: Scheme, located: readonly Located[]): SchemeProblem[] {
  const groups = groupNames(scheme.subjects);
  const whole = { combine: 'sum', base: '0', parts: scheme.indicators } as const;
  return [
    ...groups.flatMap((group) => pointsProblems(whole, forGroup(scheme.points, group) ?? '0', group, 'points')),
    ...scheme.indicators.flatMap((indicator, index) => idleWeight(indicator, `indicators[${index}]`)),
    ...located.flatMap(({ indicator, path }) =>
      isComposite(indicator)
        ? [
            ...groups.filter((group) => isForGroup(indicator, group)).flatMap((g) => branchSums(indicator, g, path)),
            ...weightsOfParts(indicator, path),
          ]
        : [],
    ),
  ];
}

function branchSums(branch: Composite, group: Group, path: string): SchemeProblem[] {
  // Where all parts count or deduct, the points are as far as they can lead, which no sum shows.
  const scored = partsFor(branch.parts, group).filter(isScored);
  if (scored.length === 0) return [];
  const weights = branch.combine === 'weighted' ? weightsProblems(scored, group, path) : [];
  return weights.length > 0
    ? weights
    : pointsProblems(branch, forGroup(branch.points, group) ?? '0', group, `${path}.points`);
}

const isScored = ({ role }: Indicator): boolean => role === 'scored';
const partsFor = (parts: readonly Indicator[], group: Group): Indicator[] =>
  parts.filter((part) => isForGroup(part, group));

/** `base` and what the scored parts can make must be the points; adjustments come on top. */
function pointsProblems(
  { combine, base, parts }: Pick<Composite, 'combine' | 'base' | 'parts'>,
  points: string,
  group: Group,
  field: string,
): SchemeProblem[] {
  const scored = partsFor(parts, group).filter(isScored);
  const values = scored.map((part) => {
    const own = new Decimal(forGroup(part.points, group) ?? '0');
    return combine === 'weighted' ? own.times((part.weight && forGroup(part.weight, group)) ?? '0') : own;
  });
  const made = madeOf(combine, values).plus(base);
  if (made.toDecimalPlaces(6).equals(points)) return [];
  const rule = WORDS[typeof combine === 'object' ? 'best' : combine];
  const where = group === undefined ? '' : `“${group}”组`;
  return [{ field, code: 'SCHEME.POINTS_SUM', message: `${where}${rule} ${made.toFixed()}，与规定的 ${points} 不符` }];
}

const WORDS = {
  sum: '基础分与计分指标的分值合计',
  weighted: '基础分与计分指标的加权分值合计',
  mean: '基础分与计分指标的平均分值合计',
  highest: '基础分与最高一项的分值合计',
  lowest: '基础分与最低一项的分值合计',
  best: '基础分与最高几项的分值合计',
} as const;

function madeOf(combine: Composite['combine'], values: readonly Decimal[]): Decimal {
  if (values.length === 0) return new Decimal(0);
  const sum = (of: readonly Decimal[]) => Decimal.sum(0, ...of);
  const sorted = [...values].sort((a, b) => b.comparedTo(a));
  if (typeof combine === 'object') return sum(sorted.slice(0, combine.best));
  if (combine === 'highest') return Decimal.max(...values);
  if (combine === 'lowest') return Decimal.min(...values);
  return combine === 'mean' ? sum(values).dividedBy(values.length) : sum(values);
}

function weightsProblems(parts: readonly Indicator[], group: Group, path: string): SchemeProblem[] {
  const weights = parts.map((part) => (part.weight === undefined ? undefined : forGroup(part.weight, group)));
  if (weights.includes(undefined)) return [];
  const sum = Decimal.sum(0, ...weights.map((weight) => weight ?? '0'));
  const where = group === undefined ? '' : `“${group}”组`;
  const message = `${where}各分项的权重合计 ${sum.toFixed()}，须为 1`;
  return sum.equals(1) ? [] : [{ field: `${path}.parts`, code: 'SCHEME.WEIGHTS_SUM', message }];
}

/** A weight is needed by the scored parts of a weighted branch, and means nothing elsewhere. */
const weightsOfParts = ({ combine, parts }: Composite, path: string): SchemeProblem[] =>
  parts.flatMap((part, index) => {
    const field = `${path}.parts[${index}]`;
    if (combine !== 'weighted' || !isScored(part)) return idleWeight(part, field);
    const message = '所在指标按权重合成，须规定本项的权重';
    return part.weight === undefined ? [{ field: `${field}.weight`, code: 'SCHEME.WEIGHT_MISSING', message }] : [];
  });

const idleWeight = ({ weight }: Indicator, path: string): SchemeProblem[] =>
  weight === undefined
    ? []
    : [
        {
          field: `${path}.weight`,
          code: 'SCHEME.WEIGHT_IDLE',
          message: '只有按权重合成（combine 为 weighted）的计分项才有权重',
        },
      ];
