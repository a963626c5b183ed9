import { Decimal } from './arithmetic.js';
import { type SchemeProblem } from './checks.js';
import {
  type Composite,
  type Indicator,
  type Measured,
  type MetricCatalogue,
  type Scheme,
  isComposite,
} from './scheme.js';
import { needsTarget } from './shapes/index.js';
import { sourceProblems } from './source-problems.js';

const MAX_INDICATORS = 500;

/** What is wrong with a scheme whose form is right: sums, bounds, repeated codes, unknown metrics, missing zero rules. */
export function findContradictions(scheme: Scheme, metrics: MetricCatalogue): SchemeProblem[] {
  const located = locate(scheme.indicators, 'indicators');
  return [
    ...periodProblems(scheme),
    ...subjectProblems(scheme),
    ...codeProblems(located),
    ...sumProblems({ combine: 'sum', base: '0', points: scheme.points, parts: scheme.indicators }, 'points'),
    ...breakerProblems(scheme),
    ...located.flatMap(({ indicator, path }) => [
      ...boundProblems(indicator, path),
      ...(isComposite(indicator)
        ? branchProblems(indicator, path)
        : [
            ...shapeProblems(indicator, path),
            ...sourceProblems(indicator.source, `${path}.source`, metrics),
            ...targetProblems(indicator, scheme, path),
          ]),
    ]),
  ];
}

interface Located {
  readonly indicator: Indicator;
  readonly path: string;
}

const locate = (indicators: readonly Indicator[], path: string): Located[] =>
  indicators.flatMap((indicator, index) => {
    const here = `${path}[${index}]`;
    return [{ indicator, path: here }, ...(isComposite(indicator) ? locate(indicator.parts, `${here}.parts`) : [])];
  });

const periodProblems = ({ period }: Scheme): SchemeProblem[] =>
  period.from <= period.to
    ? []
    : [{ field: 'period', code: 'SCHEME.PERIOD', message: `考核期起始日 ${period.from} 晚于截止日 ${period.to}` }];

function subjectProblems({ subjects }: Scheme): SchemeProblem[] {
  if (subjects.kind !== 'units' || new Set(subjects.units).size === subjects.units.length) return [];
  return [{ field: 'subjects.units', code: 'SCHEME.REPEATED', message: '考核对象中有重复的单位' }];
}

function codeProblems(located: readonly Located[]): SchemeProblem[] {
  if (located.length > MAX_INDICATORS) {
    return [{ field: 'indicators', code: 'SCHEME.TOO_MANY', message: `指标合计不得超过 ${MAX_INDICATORS} 项` }];
  }
  const seen = new Set<string>();
  return located.flatMap(({ indicator, path }) => {
    const isRepeated = seen.has(indicator.code);
    seen.add(indicator.code);
    const message = `指标代码“${indicator.code}”重复`;
    return isRepeated ? [{ field: `${path}.code`, code: 'SCHEME.REPEATED', message }] : [];
  });
}

/** Where all parts count or deduct, the points are as far as they can lead, which no sum shows. */
const branchProblems = (branch: Composite, path: string): SchemeProblem[] =>
  branch.parts.some(isScored) ? sumProblems(branch, `${path}.points`) : [];

/** `base` and the scored parts must make up the points of what they are parts of; adjustments come on top. */
function sumProblems(
  { combine, base, points, parts }: Pick<Composite, 'combine' | 'base' | 'points' | 'parts'>,
  field: string,
): SchemeProblem[] {
  const scored = parts.filter(isScored).map((part) => new Decimal(part.points));
  const most = combine === 'sum' ? Decimal.sum(0, ...scored) : Decimal.max(0, ...scored);
  const made = most.plus(base);
  if (made.equals(points)) return [];
  const rule = combine === 'sum' ? '基础分与计分指标的分值合计' : '基础分与最高一项的分值合计';
  return [{ field, code: 'SCHEME.POINTS_SUM', message: `${rule} ${made.toFixed()}，与规定的 ${points} 不符` }];
}

const isScored = ({ role }: Indicator): boolean => role === 'scored';

function boundProblems({ cap, floor }: Indicator, path: string): SchemeProblem[] {
  if (cap === 'none' || floor === 'none' || new Decimal(cap).gte(floor)) return [];
  return [{ field: `${path}.cap`, code: 'SCHEME.CAP_BELOW_FLOOR', message: `封顶 ${cap} 低于保底 ${floor}` }];
}

function breakerProblems({ ties, indicators }: Scheme): SchemeProblem[] {
  const codes = new Set(indicators.map((indicator) => indicator.code));
  return ties.breakers.flatMap((breaker, index) =>
    codes.has(breaker)
      ? []
      : [
          {
            field: `ties.breakers[${index}]`,
            code: 'SCHEME.UNKNOWN_INDICATOR',
            message: `第一层指标中没有“${breaker}”`,
          },
        ],
  );
}

function shapeProblems({ shape, target }: Measured, path: string): SchemeProblem[] {
  if (!needsTarget(shape) || target) return [];
  const message = '此计分方式以目标为基准，须设 target';
  return [{ field: `${path}.target`, code: 'SCHEME.TARGET_MISSING', message }];
}

/** A target for a unit that the scheme doesn't score is a slip of the pen. */
function targetProblems({ target }: Measured, { subjects }: Scheme, path: string): SchemeProblem[] {
  if (!target?.units || subjects.kind !== 'units') return [];
  const scored = new Set(subjects.units);
  return Object.keys(target.units)
    .filter((unit) => !scored.has(unit))
    .map((unit) => ({
      field: `${path}.target.units.${unit}`,
      code: 'SCHEME.UNKNOWN_SUBJECT',
      message: `“${unit}”不在考核对象中`,
    }));
}
