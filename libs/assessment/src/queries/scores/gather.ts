import { type Sql } from '#libs/database';
import { type Metric, type Total, type Totals, metricOf, totals } from '#libs/league-tables';
import { type UnitCode, Decimal } from '#libs/values';
import { type Figure, type Reading, type Subject } from '../../domain/figures.js';
import { type MetricSource, type Scheme, type Source, leavesOf } from '../../domain/scheme.js';
import { type MetricQuestion, type Origin, questionKey, totalOf, writeOrigin } from './origin.js';

/** Reads all that the scheme needs, whatever the number of units and indicators. */
export async function gather(
  sql: Sql,
  scheme: Scheme,
  units: readonly Subject['unit'][],
  asOf: bigint,
): Promise<Subject[]> {
  const leaves = leavesOf(scheme.indicators);
  const questions = new Map(
    leaves.flatMap(({ source }) => questionsOf(source)).map((question) => [questionKey(question), question]),
  );
  const asked = [...questions.values()].map((question) => totalOf(question, scheme));
  const found = await totals(sql, 'unit', asked, asOf);
  const values = new Map([...questions.keys()].map((key, index) => [key, found[index] ?? new Map<string, Total>()]));
  return units.map((unit) => ({
    unit,
    readings: new Map(leaves.map(({ code, source }) => [code, readingOf(source, unit.code, values)])),
  }));
}

const questionsOf = (source: Source): MetricSource[] =>
  source.kind === 'share' ? [source.numerator, source.denominator] : [source];

function readingOf(source: Source, unit: UnitCode, values: ReadonlyMap<string, Totals>): Reading {
  if (source.kind === 'share') {
    return {
      kind: 'rate',
      numerator: figureOf(source.numerator, 'value', unit, values),
      denominator: figureOf(source.denominator, 'value', unit, values),
    };
  }
  return metricOf(source.metric).measure.kind === 'sum'
    ? { kind: 'quantity', quantity: figureOf(source, 'value', unit, values) }
    : {
        kind: 'rate',
        numerator: figureOf(source, 'numerator', unit, values),
        denominator: figureOf(source, 'denominator', unit, values),
      };
}

function figureOf(
  { metric, minInvestment, minFixedAssets }: MetricSource,
  side: Origin['side'],
  unit: UnitCode,
  values: ReadonlyMap<string, Totals>,
): Figure {
  const question = { metric, minInvestment, minFixedAssets };
  const found = values.get(questionKey(question))?.get(unit);
  const value = (side === 'denominator' ? found?.denominator : found?.numerator) ?? '0';
  return {
    name: nameOf(question, side),
    value: new Decimal(value).toFixed(),
    origin: writeOrigin({ question, side, unit }),
  };
}

const SIDES = { value: '', numerator: '·分子', denominator: '·分母' } as const;

function nameOf({ metric, minInvestment, minFixedAssets }: MetricQuestion, side: Origin['side']): string {
  const { name }: Metric = metricOf(metric);
  const bounds = [
    ...(minInvestment === undefined ? [] : [`总投资≥${minInvestment} 万元`]),
    ...(minFixedAssets === undefined ? [] : [`固定资产投资≥${minFixedAssets} 万元`]),
  ];
  return `${name}${SIDES[side]}${bounds.length > 0 ? `（${bounds.join('，')}）` : ''}`;
}
