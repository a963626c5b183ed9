import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal, fold, given } from '#libs/eventsourcing';
import { Decimal } from '#libs/values';
import { type AdmissionCommand, type AdmissionState, admissionDecider } from './admission.decider.js';
import { type AdmissionEvent, type AdmissionReviewed } from './admission.events.js';
import { type PublishAdmissionRules, admissionRulesDecider } from './rules.decider.js';
import { type AdmissionRules, type AdmissionRulesPublished, MEASURES } from './rules.events.js';
import { standingOn } from './standing.js';

const today = '2022-09-30';
const rules: AdmissionRules = {
  version: 1,
  from: '2022-01-01',
  checks: [
    { code: 'eia', name: '环评可行' },
    { code: 'policy', name: '符合产业政策' },
    { code: 'land-use', name: '亩均投资', measure: 'investment-per-mu', atLeast: '300' },
    { code: 'land-tax', name: '亩均税收', measure: 'tax-per-mu', atLeast: '0.3' },
  ],
  criteria: [
    { code: 'technology', name: '科技含量', max: 40 },
    { code: 'ecology', name: '生态效益', max: 60 },
  ],
  passScore: 60,
};
const facts = { investment: '30000', landMu: '100', annualTax: '30' };
const judgements = [
  { check: 'eia', passed: true },
  { check: 'policy', passed: true, note: '鼓励类' },
];
const scores = [
  { criterion: 'technology', score: 20 },
  { criterion: 'ecology', score: 40 },
];
const project = { unit: 'luan-01', name: '电池材料' };
const review = {
  kind: 'review-admission',
  project,
  rules,
  facts,
  judgements,
  scores,
  occurredOn: '2022-03-01',
  today,
} as const;
const override = {
  kind: 'override-admission',
  unit: 'luan-01',
  recordedBy: 'account-1',
  approver: 'account-9',
  reason: '补链关键环节',
  occurredOn: '2022-03-02',
  today,
} as const;

const reviewed = (change: object = {}) => given(admissionDecider).when({ ...review, ...change }) as [AdmissionReviewed];
const refusedReview = () => reviewed({ facts: { ...facts, landMu: '100.1' } });

describe('a review for admission', () => {
  it('shows every check with what was computed, the quality, and the verdict', () => {
    expect(reviewed()).toEqual([
      {
        type: 'AdmissionReviewed',
        data: {
          unit: 'luan-01',
          projectName: '电池材料',
          policyVersion: 1,
          facts,
          results: [
            { check: 'eia', name: '环评可行', passed: true },
            { check: 'policy', name: '符合产业政策', passed: true, note: '鼓励类' },
            { check: 'land-use', name: '亩均投资', passed: true, value: '300.00', atLeast: '300' },
            { check: 'land-tax', name: '亩均税收', passed: true, value: '0.30', atLeast: '0.3' },
          ],
          quality: {
            scores: [
              { criterion: 'technology', name: '科技含量', score: 20, max: 40 },
              { criterion: 'ecology', name: '生态效益', score: 40, max: 60 },
            ],
            total: 60,
            passScore: 60,
            passed: true,
          },
          verdict: 'admitted',
          evidence: [],
          occurredOn: '2022-03-01',
        },
      },
    ]);
  });

  it.each([
    ['a check that is judged', { judgements: [{ check: 'eia', passed: false }, judgements[1]] }],
    ['land for too little investment, by however little', { facts: { ...facts, landMu: '100.000001' } }],
    ['land for too little tax', { facts: { ...facts, annualTax: '29.999999' } }],
    ['a score below what passes', { scores: [scores[0], { criterion: 'ecology', score: 39 }] }],
  ])('refuses for %s', (_, change) => {
    expect(reviewed(change)[0].data.verdict).toBe('refused');
  });

  it('finds no land wasted where none is asked for', () => {
    const [{ data }] = reviewed({ facts: { investment: '1', landMu: '0', annualTax: '0' } });
    expect(data.verdict).toBe('admitted');
    expect(data.results[2]).toEqual({ check: 'land-use', name: '亩均投资', passed: true, atLeast: '300' });
  });

  it.each([
    ['a fact', { facts: { investment: '1', landMu: '1' } }, 'ADMISSION.FACT_MISSING', 'facts.annualTax'],
    ['an answer', { judgements: [judgements[0]] }, 'ADMISSION.ANSWER_MISSING', 'judgements'],
    ['a score', { scores: [] }, 'ADMISSION.ANSWER_MISSING', 'scores'],
  ])('is not done without %s', (_, change, refused, field) => {
    expect(reviewed(change)).toEqual({ refused, field });
  });

  it.each([
    [
      'an answer to a computed check',
      { judgements: [...judgements, { check: 'land-use', passed: true }] },
      'ADMISSION.NOT_ASKED',
      'judgements.2',
    ],
    ['an answer twice', { judgements: [judgements[0], judgements[0]] }, 'ADMISSION.NOT_ASKED', 'judgements.1'],
    [
      'a score beyond the maximum',
      { scores: [{ criterion: 'technology', score: 41 }, scores[1]] },
      'ADMISSION.SCORE_OUT_OF_RANGE',
      'scores.0.score',
    ],
    ['a day to come', { occurredOn: '2022-10-01' }, 'DAY.IN_FUTURE', 'occurredOn'],
    ['no rules', { rules: undefined }, 'ADMISSION.NO_RULES', 'occurredOn'],
  ])('is not done with %s', (_, change, refused, field) => {
    expect(reviewed(change)).toEqual({ refused, field });
  });
});

describe('an override of a review', () => {
  it('names who approved, and why', () => {
    expect(given(admissionDecider, ...refusedReview()).when(override)).toMatchObject([
      { type: 'AdmissionOverridden', data: { approver: 'account-9', reason: '补链关键环节' } },
    ]);
  });

  it.each([
    ['before any review', [], override, 'ADMISSION.NOTHING_TO_OVERRIDE'],
    ['of a review that admits', reviewed(), override, 'ADMISSION.NOTHING_TO_OVERRIDE'],
    ['by whoever records it', refusedReview(), { ...override, recordedBy: 'account-9' }, 'ADMISSION.OWN_APPROVAL'],
    ['before the review', refusedReview(), { ...override, occurredOn: '2022-02-28' }, 'DAY.BEFORE_PREVIOUS'],
  ])('is not possible %s', (_, history, command, refused) => {
    expect(given(admissionDecider, ...history).when(command)).toMatchObject({ refused });
  });

  it('is spent with the next review', () => {
    const [overridden] = given(admissionDecider, ...refusedReview()).when(override) as [AdmissionEvent];
    const again = refusedReview()[0];
    expect(given(admissionDecider, ...refusedReview(), overridden, again).when(override)).toHaveLength(1);
  });
});

describe('the standing of a project on a day', () => {
  const state = (...events: AdmissionEvent[]): AdmissionState =>
    fold(
      admissionDecider,
      events.map((event) => ({ ...event, id: 'any' })),
    );
  const suspended = { ...rules, version: 2, from: '2022-06-01', checks: [], criteria: [], passScore: 0 };
  const [overridden] = given(admissionDecider, ...refusedReview()).when(override) as [AdmissionEvent];

  it.each([
    ['before the rules', state(), '2021-12-31', 'not-required'],
    ['without a review', state(), '2022-03-01', 'not-reviewed'],
    ['before its review', state(...reviewed()), '2022-02-28', 'not-reviewed'],
    ['from its review on', state(...reviewed()), '2022-03-01', 'admitted'],
    ['when the review refused it', state(...refusedReview()), '2022-03-01', 'refused'],
    ['the day before it was overridden', state(...refusedReview(), overridden), '2022-03-01', 'refused'],
    ['from the override on', state(...refusedReview(), overridden), '2022-03-02', 'admitted'],
    ['when nothing is asked for any more', state(...refusedReview()), '2022-06-01', 'not-required'],
  ] as const)('%s', (_, admission, day, standing) => {
    expect(standingOn([rules, suspended], admission, day)).toBe(standing);
  });
});

describe('rules of admission', () => {
  const { version, ...terms } = rules;
  const publish = (change: object = {}) =>
    ({ kind: 'publish-admission-rules', rules: { ...terms, ...change }, today }) as PublishAdmissionRules;
  const [first] = given(admissionRulesDecider).when(publish()) as [AdmissionRulesPublished];

  it('are published in versions', () => {
    expect(first.data).toEqual({ ...rules, occurredOn: today });
    expect(given(admissionRulesDecider, first).when(publish({ from: '2022-02-01' }))).toMatchObject([
      { data: { version: 2 } },
    ]);
  });

  it('are said anew before they begin, even from an earlier day', () => {
    const [slip] = given(admissionRulesDecider, first).when(publish({ from: '2222-10-01' })) as [
      AdmissionRulesPublished,
    ];
    expect(given(admissionRulesDecider, first, slip).when(publish({ from: '2022-10-01' }))).toMatchObject([
      { data: { version: 3, from: '2022-10-01' } },
    ]);
  });

  it.each([
    ['from before the last version', { from: '2021-12-31' }, 'ADMISSION_RULES.BEFORE_LAST', 'from'],
    ['with a check twice', { checks: [rules.checks[0], rules.checks[0]] }, 'ADMISSION_RULES.REPEATED', 'checks.1.code'],
    [
      'with a criterion twice',
      { criteria: [rules.criteria[0], rules.criteria[0]] },
      'ADMISSION_RULES.REPEATED',
      'criteria.1.code',
    ],
    [
      'with a measure and no bound',
      { checks: [{ code: 'x1', name: 'x', measure: 'growth' }] },
      'ADMISSION_RULES.HALF_MEASURED',
      'checks.0',
    ],
    [
      'with a bound and no measure',
      { checks: [{ code: 'x1', name: 'x', atLeast: '1' }] },
      'ADMISSION_RULES.HALF_MEASURED',
      'checks.0',
    ],
    ['that no project can pass', { passScore: 101 }, 'ADMISSION_RULES.UNREACHABLE', 'passScore'],
  ])('are not published %s', (_, change, refused, field) => {
    expect(given(admissionRulesDecider, first).when(publish(change))).toEqual({ refused, field });
  });
});

describe('whatever is asked', () => {
  const money = fc.constantFrom('0', '1', '29.999999', '30000', undefined);
  const day = fc.constantFrom('2022-03-01', '2022-03-02', '2022-10-01');
  const flag = fc.boolean();
  const command = fc.oneof(
    fc.record({
      kind: fc.constant('review-admission' as const),
      project: fc.constant(project),
      rules: fc.constantFrom(rules, undefined, {
        ...rules,
        checks: MEASURES.map((measure) => ({ code: measure, name: measure, measure, atLeast: '1' })),
      }),
      facts: fc.record({ investment: money, landMu: money, annualTax: money, growth: money }),
      judgements: fc.oneof(
        fc.tuple(flag, flag).map(([eia, policy]) => [
          { check: 'eia', passed: eia },
          { check: 'policy', passed: policy },
        ]),
        fc.constant([]),
      ),
      scores: fc.nat(70).map((score) => [
        { criterion: 'technology', score: 30 },
        { criterion: 'ecology', score },
      ]),
      occurredOn: day,
      today: fc.constant(today),
    }),
    fc.record({
      ...Object.fromEntries(Object.entries(override).map(([key, value]) => [key, fc.constant(value)])),
      occurredOn: day,
    }),
  ) as fc.Arbitrary<AdmissionCommand>;

  it('is refused or done; its events alone give the same state; only what passes everything is admitted', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let state: AdmissionState = [];
        const events: AdmissionEvent[] = [];
        for (const each of commands) {
          try {
            const decided = admissionDecider.decide(each, state);
            events.push(...decided);
            for (const event of decided) state = admissionDecider.evolve(state, { ...event, id: 'any' });
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        const stored = JSON.parse(JSON.stringify(events)) as AdmissionEvent[];
        expect(
          JSON.stringify(
            fold(
              admissionDecider,
              stored.map((event) => ({ ...event, id: 'any' })),
            ),
          ),
        ).toBe(JSON.stringify(state));
        for (const event of events)
          if (event.type === 'AdmissionReviewed') {
            const { results, quality, verdict } = event.data;
            const total = quality.scores.reduce((sum, { score }) => sum.plus(score), new Decimal(0));
            expect(quality.total).toBe(total.toNumber());
            expect(verdict === 'admitted').toBe(
              results.every(({ passed }) => passed) && quality.total >= quality.passScore,
            );
          }
      }),
    );
  });
});
