import { type TotalsQuestion, metricOf, totals } from '#libs/league-tables';
import { Decimal } from '#libs/values';
import { type Figure } from '../../domain/figures.js';
import { type Scheme } from '../../domain/scheme.js';
import { periodOf } from '../../domain/sources/question.js';
import { type MetricBounds, type MetricSource } from '../../domain/sources/source.js';
import { type Answers, type Asked, type Asking } from './asking.js';
import { type Side, writeOrigin } from './origin.js';

/** A metric as a scheme asks for it. */
export type MetricQuestion = Omit<MetricSource, 'zeroDenominator'>;

/** The total of the ledger that a metric question of a scheme asks for. */
export function totalOf({ metric, period, ...bounds }: MetricBounds, scheme: Pick<Scheme, 'period'>): TotalsQuestion {
  const { minInvestment, maxInvestment, minFixedAssets, maxFixedAssets, chain, minGrade, evidence } = bounds;
  const amounts = { minInvestment, maxInvestment, minFixedAssets, maxFixedAssets };
  return { measure: metricOf(metric).measure, ...periodOf({ period }, scheme), ...amounts, chain, minGrade, evidence };
}

/** The ledger's answers: all metrics of the scheme from as few readings of it as can be. */
export async function metricAnswers(
  asked: Asked<'metric'>,
  { sql, scheme, of, asOf }: Asking,
): Promise<{ answers: Answers; postings: number }> {
  const questions = [...asked.values()].map((question) => totalOf(question, scheme));
  const found = await totals(sql, of, questions, asOf);
  const places = new Map([...asked.keys()].map((key, index) => [key, index]));
  const postings = found
    .flatMap((bySubject) => [...bySubject.values()])
    .reduce((sum, total) => sum + total.postings, 0);
  const answers: Answers = (key, subject) => {
    const question = asked.get(key);
    if (!question) throw new RangeError(`nobody asked ${key}`);
    const total = found[places.get(key) ?? -1]?.get(subject);
    const figure = (side: Side, words: string, value = '0'): Figure => ({
      name: `${nameOf(question)}${words}`,
      value: new Decimal(value).toFixed(),
      origin: writeOrigin({ kind: 'total', question: key, of, subject, side }),
    });
    if (metricOf(question.metric).measure.kind === 'sum')
      return { kind: 'quantity', quantity: figure('numerator', wordsFor(question), total?.numerator) };
    return {
      kind: 'rate',
      numerator: figure('numerator', `·分子${wordsFor(question)}`, total?.numerator),
      denominator: figure('denominator', `·分母${wordsFor(question)}`, total?.denominator),
    };
  };
  return { answers, postings };
}

const nameOf = ({ metric }: MetricQuestion): string => metricOf(metric).name;

const GRADE_WORDS = { claimed: '已申报', documented: '有佐证', inspected: '经核查' } as const;

/** What narrows the metric down, in brackets. */
function wordsFor(question: MetricQuestion): string {
  const { minInvestment, maxInvestment, minFixedAssets, maxFixedAssets, chain, minGrade, evidence, period } = question;
  const words = [
    minInvestment && `总投资≥${minInvestment} 万元`,
    maxInvestment && `总投资<${maxInvestment} 万元`,
    minFixedAssets && `固定资产投资≥${minFixedAssets} 万元`,
    maxFixedAssets && `固定资产投资<${maxFixedAssets} 万元`,
    chain && `产业链 ${chain}`,
    minGrade && GRADE_WORDS[minGrade],
    evidence && `须有 ${evidence.map((kinds) => kinds.join('或')).join('、')}`,
    period && ('from' in period ? `${period.from} 至 ${period.to}` : periodWords(period.years)),
  ].filter((word) => word !== undefined);
  return words.length > 0 ? `（${words.join('，')}）` : '';
}

const periodWords = (years: number): string =>
  years === -1 ? '上年同期' : `${Math.abs(years)} 年${years < 0 ? '前' : '后'}同期`;
