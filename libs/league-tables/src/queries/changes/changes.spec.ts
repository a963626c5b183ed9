import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostingRow, postingsProjection } from '#libs/postings';
import { insertRows } from '#libs/read-models';
import { Decimal } from '#libs/values';
import { randomOf } from '../../../../../test/bench/city/random.js';
import { type ReadModels, openReadModels } from '../../../../../test/support/read-models.js';
import { type TotalsQuestion } from '../totals/question.js';
import { totals } from '../totals/totals.query.js';
import { type Change, type Span, changes } from './changes.query.js';

const METRICS = ['signed-projects', 'started-projects', 'outings'] as const;
const DAYS = ['2021-12-31', '2022-01-01', '2022-03-31', '2022-12-31'];
const EVENTS = 150n;
const random = randomOf(20220109);
const pick = <Value>(from: readonly Value[]): Value => from[random.below(from.length)] as Value;

/** Each event posts one to three lines; quantities of both signs, shares, and cohorts that are reached before they are. */
const rows = Array.from({ length: Number(EVENTS) }, (_, event) =>
  Array.from({ length: 1 + random.below(3) }, (_, line): PostingRow => {
    const metric = pick(METRICS);
    const quantity = pick(['1', '-1', '0.5', '2']);
    const id = `00000000-0000-4000-8000-${String(event).padStart(12, '0')}`;
    return {
      seq: String(event + 1),
      line: line + 1,
      metric,
      item: pick(['', 'start']),
      holder: 'aa',
      unit: pick(['aa', 'bb', 'cc']),
      group: pick(['north', 'south', null]),
      project: metric === 'outings' ? null : `p${random.below(12)}`,
      day: pick(DAYS),
      quantity,
      totalInvestment: pick(['9999', '10000', '50000', null]),
      fixedAssetInvestment: null,
      chain: pick(['steel', null]),
      share: quantity.replace('-', ''),
      grade: pick(['claimed', 'inspected', null]),
      evidence: null,
      factId: id,
      eventId: id,
      stream: `s${event}`,
      reversesSeq: null,
      reversesLine: null,
    };
  }),
).flat();

const RATE = { kind: 'rate', reached: 'started-projects', cohort: 'signed-projects' } as const;

const anyQuestion: fc.Arbitrary<TotalsQuestion> = fc
  .record(
    {
      measure: fc.oneof(fc.constant(RATE), fc.constantFrom(...METRICS.map((of) => ({ kind: 'sum', of }) as const))),
      days: fc.constantFrom([0, 3], [1, 2], [0, 0], [1, 3]),
      minInvestment: fc.constant('10000'),
      group: fc.constantFrom('north', 'south'),
      minGrade: fc.constant('inspected' as const),
    },
    { requiredKeys: ['measure', 'days'] },
  )
  .map(({ days: [first = 0, last = 0], ...question }) => ({ ...question, from: DAYS[first]!, to: DAYS[last]! }));
const anySpan = fc
  .tuple(fc.bigInt(0n, EVENTS), fc.bigInt(0n, EVENTS))
  .map(([one, other]): Span => (one < other ? { after: one, upTo: other } : { after: other, upTo: one }));

const sumOf = (found: readonly Change[], part: 'numerator' | 'denominator') =>
  found.reduce((sum, change) => sum.plus(change[part]), new Decimal(0)).toFixed();

describe('the events that changed a number', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await openReadModels(postingsProjection);
    await insertRows(models.sql, PostingRow, rows);
  });
  afterAll(() => models.drop());

  const ask = async (question: TotalsQuestion, span: Span, limit = 1000, subject?: string) => {
    const found: Change[] = [];
    let cursor: string | undefined;
    do {
      const page = await changes(models.sql, 'unit', question, span, { subject, limit, cursor });
      found.push(...page.rows);
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  };

  it('add up to the difference, for every unit', async () => {
    const compared = { sum: 0, rate: 0 };
    await fc.assert(
      fc.asyncProperty(anyQuestion, anySpan, async (question, span) => {
        const found = Map.groupBy(await ask(question, span), ({ subject }) => subject);
        const [before] = await totals(models.sql, 'unit', [question], span.after);
        const [after] = await totals(models.sql, 'unit', [question], span.upTo);
        const isRate = question.measure.kind === 'rate';
        for (const unit of ['aa', 'bb', 'cc']) {
          const [old, now] = [before?.get(unit), after?.get(unit)];
          // A cohort of nothing has no rate, so no numerator to compare.
          if (isRate && !(old && now)) continue;
          compared[question.measure.kind] += 1;
          for (const part of isRate ? (['numerator', 'denominator'] as const) : (['numerator'] as const)) {
            const difference = new Decimal(now?.[part] ?? 0).minus(old?.[part] ?? 0);
            expect(sumOf(found.get(unit) ?? [], part)).toBe(difference.toFixed());
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(compared.sum, compared.rate)).toBeGreaterThan(20);
  });

  it('lie between the two as-ofs, have an effect, and come once each however they are paged', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, anySpan, fc.integer({ min: 1, max: 7 }), async (question, span, limit) => {
        const found = await ask(question, span);
        for (const { seq, numerator, denominator } of found) {
          expect(BigInt(seq) > span.after && BigInt(seq) <= span.upTo).toBe(true);
          expect([numerator, denominator]).not.toEqual(['0', '0']);
        }
        expect(await ask(question, span, limit)).toEqual(found);
        expect(await ask(question, span, limit, 'aa')).toEqual(found.filter(({ subject }) => subject === 'aa'));
      }),
      { numRuns: 25 },
    );
  });
});
