import { type Sql } from '#libs/database';
import { type Metric, type Total, type Totals, metricOf, totals } from '#libs/league-tables';
import { type UnitCode, Decimal } from '#libs/values';
import { type Figure, type Reading, type Subject } from '../../domain/figures.js';
import { questionsOf } from '../../domain/places.js';
import { type Scheme } from '../../domain/scheme.js';
import { type Question } from '../../domain/sources/question.js';
import { type MetricQuestion, type Origin, questionKey, totalOf, writeOrigin } from './origin.js';

/** Reads all that the scheme asks for, whatever the number of units and indicators. */
export async function gather(
  sql: Sql,
  scheme: Scheme,
  units: readonly Subject['unit'][],
  asOf: bigint,
): Promise<Subject[]> {
  const questions = questionsOf(scheme);
  const metrics = [...questions.values()].filter((question) => question.kind === 'metric');
  const asked = metrics.map((question) => totalOf(question, scheme));
  const found = await totals(sql, 'unit', asked, asOf);
  const values = new Map(
    metrics.map((question, index) => [questionKey(question), found[index] ?? new Map<string, Total>()]),
  );
  return units.map((unit) => ({
    unit,
    readings: new Map([...questions].map(([key, question]) => [key, readingOf(question, unit.code, values)])),
  }));
}

function readingOf(question: Question, unit: UnitCode, values: ReadonlyMap<string, Totals>): Reading {
  if (question.kind !== 'metric') return { kind: 'missing' };
  return metricOf(question.metric).measure.kind === 'sum'
    ? { kind: 'quantity', quantity: figureOf(question, 'value', unit, values) }
    : {
        kind: 'rate',
        numerator: figureOf(question, 'numerator', unit, values),
        denominator: figureOf(question, 'denominator', unit, values),
      };
}

function figureOf(
  { metric, minInvestment, minFixedAssets }: MetricQuestion,
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
