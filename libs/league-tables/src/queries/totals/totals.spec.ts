import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostingRow, postingsProjection } from '#libs/postings';
import { insertRows } from '#libs/read-models';
import { type EvidenceKind, Decimal } from '#libs/values';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type TotalsOf, type TotalsQuestion } from './question.js';
import { totals } from './totals.query.js';

const METRICS = ['signed-projects', 'started-projects', 'outings'] as const;
const GRADES = ['claimed', 'documented', 'inspected'] as const;
const PAPERS: EvidenceKind[][] = [[], ['photo'], ['construction-permit', 'photo', 'payment'], ['statistics-enrolment']];
const DAYS = ['2021-12-31', '2022-01-01', '2022-03-31', '2022-04-01', '2022-12-31'];
const AMOUNTS = ['0', '9999.999999', '10000', '50000', '100000'];

const pick = <Value>(from: readonly Value[], n: number): Value => from[n % from.length] as Value;

/** A ledger in which whatever can differ does, some of it missing; shares and reversals among the quantities. */
const rows = Array.from({ length: 400 }, (_, n): PostingRow => {
  const quantity = pick(['1', '0.5', '-1', '0.333333', '2'], n >> 1);
  const metric = pick(METRICS, n);
  const isProject = metric !== 'outings';
  return {
    seq: String(n + 1),
    line: 1,
    metric,
    item: isProject ? pick(['', 'start'], n >> 5) : '',
    holder: 'aa',
    unit: pick(['aa', 'bb', 'cc'], n * 7 + (n >> 3)),
    group: pick(['north', 'south', null], n >> 2),
    project: isProject ? `p${n % 37}` : null,
    day: pick(DAYS, (n * 11) >> 1),
    quantity,
    totalInvestment: isProject ? pick([...AMOUNTS, null], n * 13) : null,
    fixedAssetInvestment: isProject ? pick(AMOUNTS, n * 5) : null,
    chain: pick(['steel', 'food', null], n >> 4),
    share: quantity.replace('-', ''),
    grade: pick([...GRADES, null], n >> 1),
    evidence: pick([...PAPERS, null], n >> 3),
    factId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    eventId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    stream: `s${n}`,
    reversesSeq: null,
    reversesLine: null,
  };
});

const anyBounds = fc.record({
  minInvestment: fc.constantFrom(...AMOUNTS),
  maxInvestment: fc.constantFrom(...AMOUNTS),
  minFixedAssets: fc.constantFrom(...AMOUNTS),
  maxFixedAssets: fc.constantFrom(...AMOUNTS),
  chain: fc.constantFrom('steel', 'food'),
  minGrade: fc.constantFrom(...GRADES),
  evidence: fc.constantFrom<EvidenceKind[][]>([['photo']], [['photo'], ['payment', 'statistics-enrolment']]),
  group: fc.constantFrom('north', 'south'),
});
const BOUNDS = [
  'minInvestment',
  'maxInvestment',
  'minFixedAssets',
  'maxFixedAssets',
  'chain',
  'minGrade',
  'evidence',
  'group',
];

/** At most two bounds: with more of them hardly a posting would be left to tell right from wrong. */
const anyQuestion: fc.Arbitrary<TotalsQuestion> = fc
  .record({
    measure: fc.constantFrom(...METRICS.map((of) => ({ kind: 'sum', of }) as const), {
      kind: 'rate',
      reached: 'started-projects',
      cohort: 'signed-projects',
    } as const),
    from: fc.constantFrom(...DAYS),
    to: fc.constantFrom(...DAYS),
    reachedBy: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
    bounds: anyBounds,
    bounded: fc.subarray(BOUNDS, { maxLength: 2 }),
  })
  .map(({ bounds, bounded, ...question }) => ({
    ...question,
    ...Object.fromEntries(Object.entries(bounds).filter(([name]) => bounded.includes(name))),
  }));

const subjectOf = (of: TotalsOf, { unit, group, project }: PostingRow): string | null =>
  of === 'city' ? 'all' : of === 'group' ? group : of === 'project' ? project : of === 'person' ? null : unit;

const atLeast = (value: string | null, bound: string | undefined): boolean =>
  bound === undefined || (value !== null && new Decimal(value).gte(bound));
const below = (value: string | null, bound: string | undefined): boolean =>
  bound === undefined || (value !== null && new Decimal(value).lt(bound));

const proved = ({ grade, evidence }: PostingRow, { minGrade, evidence: needed }: Partial<TotalsQuestion>): boolean =>
  (minGrade === undefined || (grade !== null && GRADES.indexOf(grade) >= GRADES.indexOf(minGrade))) &&
  (needed === undefined ||
    (evidence !== null && needed.every((kinds) => kinds.some((kind) => evidence.includes(kind)))));

/** What a question asks for, said once more in plain code. */
const counts = (row: PostingRow, metric: string, { from, to, ...question }: TotalsQuestion, asOf: bigint): boolean =>
  row.metric === metric &&
  from <= row.day &&
  row.day <= to &&
  BigInt(row.seq) <= asOf &&
  atLeast(row.totalInvestment, question.minInvestment) &&
  below(row.totalInvestment, question.maxInvestment) &&
  atLeast(row.fixedAssetInvestment, question.minFixedAssets) &&
  below(row.fixedAssetInvestment, question.maxFixedAssets) &&
  (question.chain === undefined || row.chain === question.chain) &&
  (question.measure.kind === 'rate' || proved(row, question)) &&
  (question.group === undefined || row.group === question.group);

const timesReached = ({ project, item }: PostingRow, question: TotalsQuestion, metric: string, asOf: bigint): Decimal =>
  rows
    .filter((row) => row.metric === metric && row.project === project && row.item === item)
    .filter((row) => row.day <= (question.reachedBy ?? question.to) && BigInt(row.seq) <= asOf && proved(row, question))
    .reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0));

function expected(of: TotalsOf, question: TotalsQuestion, asOf: bigint): Map<string, object> {
  const { measure } = question;
  const counted = rows.filter((row) =>
    counts(row, measure.kind === 'sum' ? measure.of : measure.cohort, question, asOf),
  );
  const bySubject = Map.groupBy(counted, (row) => subjectOf(of, row));
  const all = [...bySubject].flatMap(([subject, postings]) => {
    if (subject === null) return [];
    const add = (value: (row: PostingRow) => Decimal) =>
      postings.reduce((sum, row) => sum.plus(value(row)), new Decimal(0));
    const quantity = add((row) => new Decimal(row.quantity));
    if (measure.kind === 'sum')
      return [[subject, { numerator: quantity.toFixed(), denominator: '1', postings: postings.length }] as const];
    const reached = add((row) => timesReached(row, question, measure.reached, asOf).times(row.quantity));
    const total = { numerator: reached.toFixed(), denominator: quantity.toFixed(), postings: postings.length };
    return quantity.gt(0) ? [[subject, total] as const] : [];
  });
  return new Map(all);
}

describe('totals', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(postingsProjection);
    await insertRows(models.sql, PostingRow, rows);
  });
  afterAll(() => models.drop());

  it('of any questions asked together are what each of them alone adds up to', async () => {
    const asked = fc.record({
      of: fc.constantFrom<TotalsOf>('city', 'unit', 'group', 'outpost', 'project', 'person'),
      questions: fc.array(anyQuestion, { minLength: 20, maxLength: 100 }),
      asOf: fc.bigInt({ min: 200n, max: 400n }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ of, questions, asOf }) => {
        const found = await totals(models.sql, of, questions, asOf);
        expect(found).toEqual(questions.map((question) => expected(of, question, asOf)));
      }),
      { numRuns: 40 },
    );
  });
});
