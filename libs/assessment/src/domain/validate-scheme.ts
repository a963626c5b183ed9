import { isDay, isMoney, isUnitCode } from '#libs/values';
import {
  type Check,
  type SchemeProblem,
  amount,
  bound,
  byKind,
  code,
  either,
  integer,
  line,
  listOf,
  oneOf,
  record,
  satisfies,
  tableOf,
} from './checks.js';
import { findContradictions } from './contradictions.js';
import { type MetricCatalogue, type Scheme } from './scheme.js';
import { checkShape } from './shapes/index.js';

/** The highest number that a version may bear. */
export const MAX_VERSION = 100_000;
/** Branches of a tree may stand in one another this often: deeper trees no longer print on a page. */
const MAX_DEPTH = 5;
const MAX_PARTS = 100;
const MAX_UNITS = 2000;
/** Nobody reads on after so many, and a hostile body could cause millions. */
const MAX_PROBLEMS = 100;

const day = satisfies(isDay, '日历上存在的日期，格式 YYYY-MM-DD');
const money = satisfies(isMoney, '以万元计的非负十进制数字文本');
const unit = satisfies(isUnitCode, '单位代码');
const points = amount('0');

const zeroRule = either(
  oneOf('zero', 'full', 'not-applicable'),
  record({ points: amount() }),
  ' zero（零分）、full（满分）、not-applicable（不参与），或 { "points": 分数 }',
);

const metric = { kind: oneOf('metric'), metric: code };
const bands = { minInvestment: money, minFixedAssets: money };

const source = byKind({
  metric: record(metric, { ...bands, zeroDenominator: zeroRule }),
  share: record({
    kind: oneOf('share'),
    numerator: record(metric, bands),
    denominator: record(metric, bands),
    zeroDenominator: zeroRule,
  }),
});

const goal = either(points, oneOf('none'), '非负十进制数字文本，或 none（不设目标）');
const target = record(
  { each: goal, zeroTarget: zeroRule },
  { units: tableOf(isUnitCode, '单位代码', goal, MAX_UNITS) },
);

const subjects = byKind({
  all: record({ kind: oneOf('all') }),
  group: record({ kind: oneOf('group'), group: line(100) }),
  units: record({ kind: oneOf('units'), units: listOf(unit, 1, MAX_UNITS) }),
});

const about = { code, name: line(100), role: oneOf('scored', 'adjustment'), points, cap: bound, floor: bound };
const leaf = record({ ...about, source, shape: checkShape }, { target });

const indicators =
  (depth: number): Check =>
  (value, path, problems) =>
    listOf(indicator(depth), 1, MAX_PARTS)(value, path, problems);

const indicator =
  (depth: number): Check =>
  (value, path, problems) => {
    const isBranch = typeof value === 'object' && value !== null && 'parts' in value;
    if (isBranch && depth >= MAX_DEPTH) {
      problems.push({ field: path, code: 'SCHEME.TOO_DEEP', message: `指标最多 ${MAX_DEPTH} 层` });
    } else if (isBranch) {
      const branch = { combine: oneOf('sum', 'highest'), base: amount(), parts: indicators(depth + 1) };
      record({ ...about, ...branch })(value, path, problems);
    } else leaf(value, path, problems);
  };

const form = record(
  {
    code,
    name: line(200),
    version: integer(1, MAX_VERSION),
    period: record({ from: day, to: day }),
    subjects,
    points,
    rounding: record({
      stage: oneOf('indicator', 'total'),
      places: integer(0, 6),
      mode: oneOf('half-up', 'truncate'),
    }),
    notApplicable: oneOf('leave-out', 'scale-up'),
    ties: record({
      compare: oneOf('rounded', 'exact'),
      breakers: listOf(code, 0, MAX_PARTS),
      next: oneOf('skip', 'dense'),
    }),
    indicators: indicators(1),
  },
  { note: line(1000) },
);

/** A value that is a scheme, or all that keeps it from being one. */
export type Validated =
  | { readonly valid: true; readonly scheme: Scheme }
  | { readonly valid: false; readonly problems: readonly SchemeProblem[] };

/**
 * Checks any JSON value: first its form, then, if that holds, that it doesn't contradict itself or the metrics there
 * are. Never throws; what it accepts can be scored.
 */
export function validateScheme(value: unknown, metrics: MetricCatalogue): Validated {
  const problems: SchemeProblem[] = [];
  form(value, '', problems);
  if (problems.length === 0) problems.push(...findContradictions(value as Scheme, metrics));
  if (problems.length === 0) return { valid: true, scheme: value as Scheme };
  return { valid: false, problems: problems.slice(0, MAX_PROBLEMS) };
}
