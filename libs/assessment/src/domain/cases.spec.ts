import { describe, expect, it } from '@jest/globals';
import {
  assessmentCases,
  indicatorScores,
  schemeOf,
  seenOf,
  subjectsOf,
} from '../../../../test/support/assessment-cases.js';
import { faultOf } from '../../../../test/support/receipt.js';
import { metrics } from '../../../../test/support/assessment-scheme.js';
import { questionsOf } from './places.js';
import { type Scheme, indicatorsOf } from './scheme.js';
import { type Scorecard } from './scorecard.js';
import { scoreScheme } from './score.js';
import { validateScheme } from './validate-scheme.js';

/*
 * Every scheme and result in cases/assessment, and those made up of usual clauses (test/e2e/schemes/invented), runs through the
 * engine: each figure in the files has to come out, to the last digit. The files say where each is from.
 */

describe.each(assessmentCases())('$file', ({ text }) => {
  const vectors = [...text.vectors, ...text.worked];

  it('has as many vectors and contradictions as it says, or worked examples where the source gives rules only', () => {
    const contradictions = text.vectors.filter(({ contradiction }) => contradiction);
    expect({ vectors: text.vectors.length, contradictions: contradictions.length }).toEqual(text.count);
    expect(vectors.length).toBeGreaterThan(0);
  });

  it('has no scheme without a vector, and no vector twice', () => {
    expect(new Set(vectors.map(({ scheme }) => scheme))).toEqual(new Set(Object.keys(text.schemes)));
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  });

  it.each(Object.entries(text.schemes))('scheme %s is valid', (_code, scheme) => {
    expect(validateScheme(scheme, metrics)).toEqual({ valid: true, scheme });
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const scheme = schemeOf(text, vector);
    const cards = scoreScheme(scheme, subjectsOf(scheme, vector));
    const seen = Object.fromEntries(
      Object.entries(vector.expected).map(([code, expected]) => [code, seenOf(cards, code, expected)]),
    );
    expect(seen).toEqual(vector.expected);
    for (const formula of cards.flatMap(formulasOf)) expect([formula, faultOf(formula)]).toEqual([formula, undefined]);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))('every figure of “%s” is used', (_name, vector) => {
    const scheme = schemeOf(text, vector);
    const asked = [...questionsOf(scheme).values()].map((question) =>
      'input' in question ? question.input : 'metric' in question ? question.metric : question.scheme,
    );
    const given = [...vector.subjects.map(({ inputs }) => inputs), vector.common ?? {}].flatMap(Object.keys);
    expect(given.filter((input) => !asked.includes(input))).toEqual([]);
    const codes = new Set(indicatorsOf(scheme.indicators).map(({ code }) => code));
    for (const { scores = {}, ...rest } of Object.values(vector.expected)) {
      expect(Object.keys(scores).filter((code) => !codes.has(code))).toEqual([]);
      expect(Object.keys(scores).length + Object.keys(rest).length).toBeGreaterThan(0);
    }
  });

  it('has only contradictions that no way of rounding in use explains', () => {
    for (const vector of text.vectors.filter(({ contradiction }) => contradiction)) {
      for (const mode of ['half-up', 'half-even', 'truncate'] as const) {
        const published = schemeOf(text, vector);
        const scheme: Scheme = { ...published, rounding: { ...published.rounding, mode } };
        const totals = scoreScheme(scheme, subjectsOf(scheme, vector)).map(({ unit, total }) => [unit.code, total]);
        expect([vector.name, Object.fromEntries(totals)]).not.toEqual([vector.name, vector.contradiction?.published]);
      }
    }
  });
});

const formulasOf = ({ formula, indicators }: Scorecard): string[] => [
  formula,
  ...indicatorScores(indicators).map((indicator) => indicator.formula),
];
