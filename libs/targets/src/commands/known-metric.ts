import { refuseUnless } from '#libs/eventsourcing';
import { METRICS } from '#libs/league-tables';
import { type OwnMetric } from '../domain/target.events.js';

/** Lower-case, as the catalogue's codes are: the code becomes part of a stream's name. */
const CODE = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/;

/**
 * True when amounts of the metric add up, so that a target can be split; a rate's don't. A metric that the catalogue
 * lacks has to say what it is.
 * @throws Refusal TARGET.UNKNOWN_METRIC, TARGET.METRIC_IN_CATALOGUE
 */
export function isAdditive(metric: string, own?: OwnMetric): boolean {
  const known = METRICS.find(({ code }) => code === metric);
  refuseUnless(
    known ?? (own && CODE.test(metric)),
    'invalid',
    'TARGET.UNKNOWN_METRIC',
    `指标目录里没有“${metric}”；目录以外的指标须以小写字母、数字、连字符为代码，并在 own 中写明名称和计量单位`,
    'metric',
  );
  refuseUnless(
    !(known && own),
    'invalid',
    'TARGET.METRIC_IN_CATALOGUE',
    `“${metric}”是指标目录里的“${known?.name}”，不得另行命名`,
    'own',
  );
  return known ? known.measure.kind === 'sum' : own?.unit !== '%';
}
