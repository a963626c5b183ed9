import { Decimal } from '../arithmetic.js';
import { type SchemeProblem } from '../checks.js';
import { type EntriesSource, type MetricBounds, type MetricCatalogue, type MetricSource } from '../scheme.js';

/** What a source asks of a metric that it doesn't have: existence, a denominator, investment amounts. */
export function metricProblems(source: MetricSource, path: string, metrics: MetricCatalogue): SchemeProblem[] {
  const { metric, zeroDenominator } = source;
  const traits = metrics.get(metric);
  if (!traits) {
    const message = `没有“${metric}”这一指标数据；可用：${[...metrics.keys()].join('、')}`;
    return [{ field: `${path}.metric`, code: 'SCHEME.UNKNOWN_METRIC', message }];
  }
  const zero = { field: `${path}.zeroDenominator` };
  return [
    ...(traits.kind === 'rate' && zeroDenominator === undefined
      ? [{ ...zero, code: 'SCHEME.ZERO_RULE_MISSING', message: `“${metric}”是比率，须规定分母为 0 时如何计分` }]
      : []),
    ...(traits.kind !== 'rate' && zeroDenominator !== undefined
      ? [{ ...zero, code: 'SCHEME.ZERO_RULE_IDLE', message: `“${metric}”没有分母，不应规定分母为 0 的情形` }]
      : []),
    ...(traits.hasAmounts ? bandProblems(source, path) : amountProblems(source, path)),
    ...periodProblems(source, path),
  ];
}

/** Entries are of what is added up, project by project only of projects; a month is nobody's in part. */
export function entriesProblems(source: EntriesSource, path: string, metrics: MetricCatalogue): SchemeProblem[] {
  const { metric, each, split } = source;
  const traits = metrics.get(metric);
  const own = [
    traits?.kind === 'rate' && ['metric', `“${metric}”是比率，没有可逐项列出的数`],
    each === 'project' && traits && !traits.hasAmounts && ['each', `“${metric}”不按项目计，不能逐个项目列出`],
    each !== 'project' && split !== 'whole' && ['split', '按月、按季列出的没有份额，须写 whole'],
  ];
  return [
    ...(traits?.kind === 'rate' ? [] : metricProblems({ ...source, kind: 'metric' }, path, metrics)),
    ...own.flatMap((problem) =>
      problem ? [{ field: `${path}.${problem[0]}`, code: 'SCHEME.ENTRIES', message: problem[1] ?? '' }] : [],
    ),
  ];
}

function amountProblems(source: MetricBounds, path: string): SchemeProblem[] {
  const { minInvestment, maxInvestment, minFixedAssets, maxFixedAssets } = source;
  if ((minInvestment ?? maxInvestment ?? minFixedAssets ?? maxFixedAssets) === undefined) return [];
  const message = `“${source.metric}”没有投资额，不能按投资额设门槛`;
  return [{ field: path, code: 'SCHEME.METRIC_WITHOUT_AMOUNTS', message }];
}

const bandProblems = (source: MetricBounds, path: string): SchemeProblem[] => [
  ...emptyBand(source.minInvestment, source.maxInvestment, `${path}.maxInvestment`),
  ...emptyBand(source.minFixedAssets, source.maxFixedAssets, `${path}.maxFixedAssets`),
];

function emptyBand(min: string | undefined, max: string | undefined, field: string): SchemeProblem[] {
  if (max === undefined || new Decimal(max).gt(min ?? '0')) return [];
  return [{ field, code: 'SCHEME.NOT_RISING', message: `上限 ${max}（不含）须大于下限 ${min ?? '0'}` }];
}

const periodProblems = ({ period }: MetricBounds, path: string): SchemeProblem[] =>
  period === undefined || !('from' in period) || period.from <= period.to
    ? []
    : [{ field: `${path}.period`, code: 'SCHEME.PERIOD', message: `起始日 ${period.from} 晚于截止日 ${period.to}` }];
