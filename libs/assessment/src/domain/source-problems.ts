import { type SchemeProblem } from './checks.js';
import { type MetricCatalogue, type MetricSource, type MetricTraits, type Source } from './scheme.js';

/** What a source asks of metrics that they don't have: existence, a denominator, an investment amount. */
export function sourceProblems(source: Source, path: string, metrics: MetricCatalogue): SchemeProblem[] {
  if (source.kind === 'share') {
    return [
      ...metricProblems(source.numerator, `${path}.numerator`, metrics, 'quantity'),
      ...metricProblems(source.denominator, `${path}.denominator`, metrics, 'quantity'),
    ];
  }
  const problems = metricProblems(source, path, metrics);
  const isRate = metrics.get(source.metric)?.kind === 'rate';
  if (isRate && source.zeroDenominator === undefined) {
    const message = `“${source.metric}”是比率，须规定分母为 0 时如何计分`;
    problems.push({ field: `${path}.zeroDenominator`, code: 'SCHEME.ZERO_RULE_MISSING', message });
  }
  if (!isRate && source.zeroDenominator !== undefined) {
    const message = `“${source.metric}”没有分母，不应规定分母为 0 的情形`;
    problems.push({ field: `${path}.zeroDenominator`, code: 'SCHEME.ZERO_RULE_IDLE', message });
  }
  return problems;
}

function metricProblems(
  { metric, minInvestment, minFixedAssets }: MetricSource,
  path: string,
  metrics: MetricCatalogue,
  kind?: MetricTraits['kind'],
): SchemeProblem[] {
  const traits = metrics.get(metric);
  if (!traits) {
    const message = `没有“${metric}”这一指标数据；可用：${[...metrics.keys()].join('、')}`;
    return [{ field: `${path}.metric`, code: 'SCHEME.UNKNOWN_METRIC', message }];
  }
  if (kind !== undefined && traits.kind !== kind) {
    return [
      { field: `${path}.metric`, code: 'SCHEME.METRIC_KIND', message: `“${metric}”是比率，不能作占比的分子或分母` },
    ];
  }
  if (!traits.hasAmounts && (minInvestment ?? minFixedAssets) !== undefined) {
    return [
      { field: path, code: 'SCHEME.METRIC_WITHOUT_AMOUNTS', message: `“${metric}”没有投资额，不能按投资额设门槛` },
    ];
  }
  return [];
}
