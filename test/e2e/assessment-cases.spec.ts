import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assessmentCases, indicatorScores, schemeOf, seenOf } from '../support/assessment-cases.js';
import { scoredOverHttp } from '../support/cases-over-http.js';
import { type TestLedger, startTestLedger } from '../support/ledger.js';
import { faultOf } from '../support/receipt.js';

/*
 * Every published scheme and every invented one, with every vector of it, from POST /v1/schemes by way of certified inputs to GET …/scores. Each
 * vector has a scheme code of its own: what is certified for one is not certified for another.
 */

describe('schemes through HTTP', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await startTestLedger();
  });
  afterAll(() => ledger.stop());

  describe.each(assessmentCases())('$file', ({ text }) => {
    const vectors = [...text.vectors, ...text.worked];

    it.each(vectors.map((vector, index) => [vector.name, index, vector] as const))(
      '%s',
      async (_name, index, vector) => {
        const cards = await scoredOverHttp(ledger, schemeOf(text, vector), vector, `case-${text.id}-${index}`);
        const seen = Object.entries(vector.expected).map(([code, expected]) => [code, seenOf(cards, code, expected)]);
        expect(Object.fromEntries(seen)).toEqual(vector.expected);
        for (const { formula, indicators } of cards)
          for (const each of [formula, ...indicatorScores(indicators).map((indicator) => indicator.formula)])
            expect([each, faultOf(each)]).toEqual([each, undefined]);
      },
    );
  });
});
