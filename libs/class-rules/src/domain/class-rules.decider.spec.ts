import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal, fold, given } from '#libs/eventsourcing';
import { type SizeClass, classOf, classing } from '#libs/values';
import { type ClassRulesState, type PublishClassRules, classRulesDecider, rulesOn } from './class-rules.decider.js';
import { type LeadClassRulesPublished } from './class-rules.events.js';

const today = '2022-09-30';
const day = fc.constantFrom('2022-01-01', '2022-03-01', '2022-06-01');
const major: SizeClass = { code: 'major', name: '重大', when: [{ minInvestment: '100000.0', tiers: ['listed'] }] };
const publish = (from: string, ...classes: SizeClass[]): PublishClassRules => ({
  kind: 'publish-class-rules',
  from,
  classes,
  today,
});

describe('rules of classing', () => {
  const published = given(classRulesDecider).when(publish('2022-01-01', major)) as LeadClassRulesPublished[];

  it('are published in versions, amounts in one spelling', () => {
    expect(published).toMatchObject([{ data: { version: 1, classes: [{ when: [{ minInvestment: '100000' }] }] } }]);
    expect(given(classRulesDecider, ...published).when(publish('2022-01-01', major))).toMatchObject([
      { data: { version: 2 } },
    ]);
  });

  it('are those that began last on a day', () => {
    const history = [
      ...published,
      ...(given(classRulesDecider, ...published).when(publish('2022-06-01', major)) as []),
    ];
    const versions = fold(
      classRulesDecider,
      history.map((event: LeadClassRulesPublished) => ({ ...event, id: 'any' })),
    );
    expect(['2021-12-31', '2022-05-31', '2022-06-01'].map((day) => rulesOn(versions, day)?.version)).toEqual([
      undefined,
      1,
      2,
    ]);
  });

  it('are said anew before they begin, even from an earlier day', () => {
    const slip = [...published, ...(given(classRulesDecider, ...published).when(publish('2222-10-01', major)) as [])];
    expect(given(classRulesDecider, ...slip).when(publish('2022-10-01', major))).toMatchObject([
      { data: { version: 3, from: '2022-10-01' } },
    ]);
  });

  it.each([
    ['the same class twice', publish('2022-01-01', major, major), 'CLASS_RULES.REPEATED', 'classes.1.code'],
    [
      'a class without conditions',
      publish('2022-01-01', { ...major, when: [] }),
      'CLASS_RULES.NO_CONDITION',
      'classes.0.when',
    ],
    [
      'a condition that asks for nothing',
      publish('2022-01-01', { ...major, when: [{ tiers: [] }] }),
      'CLASS_RULES.NO_CONDITION',
      'classes.0.when.0',
    ],
    ['a start before the last version', publish('2021-12-31', major), 'CLASS_RULES.BEFORE_LAST', 'from'],
  ])('may not hold %s', (_, command, refused, field) => {
    expect(given(classRulesDecider, ...published).when(command)).toEqual({ refused, field });
  });

  it('ask for size and tier together where both are named, else for either', () => {
    const rules = {
      version: 1,
      from: today,
      classes: [major, { code: 'some', name: '', when: [{ tiers: ['gazelle' as const] }, { minInvestment: '10' }] }],
    };
    const of = (investment: string, ...tiers: ('listed' | 'gazelle')[]) => classOf(rules, { investment, tiers })?.code;
    expect([of('100000', 'listed'), of('99999.999999', 'listed'), of('100000'), of('0', 'gazelle'), of('9.9')]).toEqual(
      ['major', 'some', 'some', 'some', undefined],
    );
  });

  it('never leave a version out of order', () => {
    const publication = fc.record({ from: day, classes: fc.constantFrom([major], [], [major, major]) });
    fc.assert(
      fc.property(fc.array(publication), (publications) => {
        let rules: ClassRulesState = [];
        for (const { from, classes } of publications)
          for (const event of decided(publish(from, ...classes), rules))
            rules = classRulesDecider.evolve(rules, { ...event, id: 'any' });
        expect(rules.map(({ version }) => version)).toEqual(rules.map((_, index) => index + 1));
        expect(rules.map(({ from }) => from)).toEqual(rules.map(({ from }) => from).sort());
      }),
    );
  });

  it('name whom to tell, once a unit and never of its own matters', () => {
    const rules = { version: 3, from: today, classes: [{ ...major, reportTo: 'city' }] };
    const thing = { investment: '200000', tiers: ['listed' as const] };
    const told = { classed: { class: 'major', rules: 3 }, reported: { to: 'city', class: 'major', rules: 3 } };
    expect(classing(rules, thing, { unit: 'd1', reportedTo: [] })).toEqual(told);
    expect(classing(rules, thing, { unit: 'city', reportedTo: [] })).toEqual({ classed: told.classed });
    expect(classing(rules, thing, { unit: 'd1', class: 'major', reportedTo: ['city'] })).toEqual({});
    expect(classing(rules, { ...thing, tiers: [] }, { unit: 'd1', class: 'major', reportedTo: ['city'] })).toEqual({
      classed: { class: undefined, rules: 3 },
    });
  });
});

/** Nothing, where the publication is refused. */
function decided(command: PublishClassRules, rules: ClassRulesState): LeadClassRulesPublished[] {
  try {
    return classRulesDecider.decide(command, rules);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}
