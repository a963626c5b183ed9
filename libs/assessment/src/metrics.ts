import { METRICS } from '#libs/league-tables';
import { type MetricCatalogue } from './domain/scheme.js';

/** The metrics of the league tables are the ones that a scheme may name. */
export const metricCatalogue: MetricCatalogue = new Map(
  METRICS.map(({ code, measure, hasAmounts }) => [
    code,
    { kind: measure.kind === 'rate' ? 'rate' : 'quantity', hasAmounts },
  ]),
);
