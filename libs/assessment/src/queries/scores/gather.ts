import { type Sql } from '#libs/database';
import { type Metric, metricOf, scores } from '#libs/league-tables';
import { type UnitCode, Decimal } from '#libs/values';
import { type Figure, type Reading, type Subject } from '../../domain/figures.js';
import { type MetricSource, type Scheme, type Source, leavesOf } from '../../domain/scheme.js';
import { type MetricQuestion, type Origin, questionKey, scopeOf, writeOrigin } from './origin.js';

interface Fraction {
  readonly numerator: string;
  readonly denominator: string;
}

/** What every unit has in a metric; a unit without postings has nothing in it. */
type Values = ReadonlyMap<UnitCode, Fraction>;

/** Reads all that the scheme needs: one statement per metric and bounds, whatever the number of units and indicators. */
export async function gather(
  sql: Sql,
  scheme: Scheme,
  units: readonly Subject['unit'][],
  asOf: bigint,
): Promise<Subject[]> {
  const leaves = leavesOf(scheme.indicators);
  const values = new Map<string, Values>();
  for (const question of leaves.flatMap(({ source }) => questionsOf(source))) {
    const key = questionKey(question);
    if (!values.has(key)) values.set(key, await readValues(sql, question, scheme, asOf));
  }
  return units.map((unit) => ({
    unit,
    readings: new Map(leaves.map(({ code, source }) => [code, readingOf(source, unit.code, values)])),
  }));
}

const questionsOf = (source: Source): MetricSource[] =>
  source.kind === 'share' ? [source.numerator, source.denominator] : [source];

async function readValues(sql: Sql, question: MetricQuestion, scheme: Scheme, asOf: bigint): Promise<Values> {
  const found = await scores(sql, metricOf(question.metric).measure, scopeOf(question, scheme, asOf));
  return new Map(found.map((score) => [score.unit, score]));
}

function readingOf(source: Source, unit: UnitCode, values: ReadonlyMap<string, Values>): Reading {
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
  values: ReadonlyMap<string, Values>,
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
