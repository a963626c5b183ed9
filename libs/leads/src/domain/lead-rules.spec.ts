import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal, fold, given } from '#libs/eventsourcing';
import { type PublishClassRules, classRulesDecider, rulesOn } from './class-rules.decider.js';
import { type ClassRulesState } from './class-rules.decider.js';
import { type LeadClass, type LeadClassRulesPublished, classOf } from './class-rules.js';
import { type FirstContactEvent, firstContactDecider } from './first-contact.js';
import { firstContactStream, investorDecider, investorStream } from './investor.js';
import { type LeadQuotaCommand, type LeadQuotaEvent, quotaDecider } from './quota.js';

const today = '2022-09-30';
const major: LeadClass = { code: 'major', name: '重大', when: [{ minInvestment: '100000.0', tiers: ['listed'] }] };
const publish = (from: string, ...classes: LeadClass[]): PublishClassRules => ({
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
    const of = (expectedInvestment: string, ...tiers: ('listed' | 'gazelle')[]) =>
      classOf(rules, { expectedInvestment, tiers })?.code;
    expect([of('100000', 'listed'), of('99999.999999', 'listed'), of('100000'), of('0', 'gazelle'), of('9.9')]).toEqual(
      ['major', 'some', 'some', 'some', undefined],
    );
  });
});

describe('a quota of leads', () => {
  const terms = {
    name: '每月一条',
    metric: 'qualified-leads' as const,
    perMonth: 1,
    who: [{ unit: 'luan-01' }],
    from: '2022-07',
  };
  const set = { kind: 'set-lead-quota', code: 'monthly', terms, today } as const;
  const end = { kind: 'end-lead-quota', code: 'monthly', from: '2022-09', reason: '不再要求', today } as const;
  const wasSet: LeadQuotaEvent = { type: 'LeadQuotaSet', data: { code: 'monthly', ...terms, occurredOn: today } };
  const wasEnded: LeadQuotaEvent = {
    type: 'LeadQuotaEnded',
    data: { code: 'monthly', from: '2022-09', reason: '不再要求', occurredOn: today },
  };

  it.each([
    ['set', [], set, wasSet],
    ['ended', [wasSet], end, wasEnded],
    [
      'set again after its end',
      [wasSet, wasEnded],
      { ...set, terms: { ...terms, from: '2022-09' } },
      { type: 'LeadQuotaSet' },
    ],
  ] as [string, LeadQuotaEvent[], LeadQuotaCommand, object][])('is %s', (_, history, command, event) => {
    expect(given(quotaDecider, ...history).when(command)).toMatchObject([event]);
  });

  it.each([
    ['ended unset', [], end, 'QUOTA.UNKNOWN'],
    ['ended twice', [wasSet, wasEnded], end, 'QUOTA.ALREADY_ENDED'],
    ['changed for months before', [wasSet], { ...set, terms: { ...terms, from: '2022-06' } }, 'QUOTA.BEFORE_LAST'],
    ['owed by no one', [], { ...set, terms: { ...terms, who: [] } }, 'QUOTA.NO_DEBTOR'],
    [
      'owed twice by one',
      [],
      { ...set, terms: { ...terms, who: [...terms.who, ...terms.who] } },
      'QUOTA.REPEATED_DEBTOR',
    ],
  ] as [string, LeadQuotaEvent[], LeadQuotaCommand, string][])('is not %s', (_, history, command, refused) => {
    expect(given(quotaDecider, ...history).when(command)).toMatchObject({ refused });
  });
});

describe('the first contact with an investor', () => {
  const claimOf = (leadId: string, unit: string) => ({
    leadId,
    unit,
    enterprise: '某企业',
    contactOn: '2022-02-01',
    evidence: [],
    occurredOn: '2022-03-01',
  });
  const claimed = (leadId: string, unit: string): FirstContactEvent => ({
    type: 'FirstContactClaimed',
    data: claimOf(leadId, unit),
  });
  const claim = (leadId: string, unit: string) =>
    ({ kind: 'claim-first-contact', claim: claimOf(leadId, unit), today }) as const;
  const settle = (leadId: string) =>
    ({ kind: 'settle-first-contact', leadId, reason: '先有会谈纪要', occurredOn: '2022-04-01', today }) as const;
  const settled: FirstContactEvent = {
    type: 'FirstContactSettled',
    data: { leadId: 'l2', unit: 'b1', reason: '先有会谈纪要', occurredOn: '2022-04-01' },
  };
  const standing = (...events: FirstContactEvent[]) =>
    fold(
      firstContactDecider,
      events.map((event) => ({ ...event, id: 'any' })),
    )?.standing;

  it('is held by whoever claims it, contested when another unit does, then settled', () => {
    expect(given(firstContactDecider).when(claim('l1', 'a1'))).toEqual([claimed('l1', 'a1')]);
    expect(standing(claimed('l1', 'a1'))).toBe('held');
    expect(standing(claimed('l1', 'a1'), claimed('l3', 'a1'))).toBe('held');
    expect(standing(claimed('l1', 'a1'), claimed('l2', 'b1'))).toBe('contested');
    expect(given(firstContactDecider, claimed('l1', 'a1'), claimed('l2', 'b1')).when(settle('l2'))).toEqual([settled]);
    expect(standing(claimed('l1', 'a1'), claimed('l2', 'b1'), settled)).toBe('settled');
  });

  it.each([
    ['claimed twice for one lead', [claimed('l1', 'a1')], claim('l1', 'a1'), 'FIRST_CONTACT.ALREADY_CLAIMED'],
    ['settled for a lead without a claim', [claimed('l1', 'a1')], settle('l2'), 'FIRST_CONTACT.NOT_CLAIMED'],
    ['settled unclaimed', [], settle('l2'), 'FIRST_CONTACT.NOT_CLAIMED'],
    ['claimed after it was settled', [claimed('l2', 'b1'), settled], claim('l3', 'c1'), 'FIRST_CONTACT.SETTLED'],
    [
      'settled before it was claimed',
      [claimed('l1', 'a1')],
      { ...settle('l1'), occurredOn: '2022-02-28' },
      'DAY.BEFORE_PREVIOUS',
    ],
    [
      'claimed before it took place',
      [],
      { ...claim('l1', 'a1'), claim: { ...claimOf('l1', 'a1'), contactOn: '2022-03-02' } },
      'DAY.BEFORE_PREVIOUS',
    ],
  ])('is not %s', (_, history, command, refused) => {
    expect(given(firstContactDecider, ...history).when(command)).toMatchObject({ refused });
  });

  it('is one for all spellings of a name, and a sound credit code is bound to one, once', () => {
    expect(firstContactStream('ＡＢ（中国）有限公司')).toBe(firstContactStream('ab(中国) 有限公司'));
    expect(firstContactStream('甲公司')).not.toBe(firstContactStream('乙公司'));
    const code = { enterprise: '甲', creditCode: '91350100M000100Y43' };
    expect(investorStream(code)).toBe('investor-91350100M000100Y43');
    expect(investorStream({ ...code, creditCode: '91350100M000100Y44' })).toBeUndefined();
    const identify = { kind: 'identify-investor', investor: { ...code, stream: 'first-contact-1' } } as const;
    const [identified] = given(investorDecider).when(identify) as [never];
    expect(given(investorDecider, identified).when(identify)).toEqual({ refused: 'INVESTOR.ALREADY_IDENTIFIED' });
  });
});

describe('random commands', () => {
  const day = fc.constantFrom('2022-03-01', '2022-03-02', '2022-04-01');
  const outcome = (decide: () => unknown) => {
    try {
      return decide();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return undefined;
    }
  };

  it('never leave a class rule out of order, nor a quota', () => {
    const publication = fc.record({ from: day, classes: fc.constantFrom([major], [], [major, major]) });
    const quota = fc.record({ from: fc.constantFrom('2022-06', '2022-07', '2022-08'), end: fc.boolean() });
    fc.assert(
      fc.property(fc.array(publication), fc.array(quota), (publications, quotas) => {
        let rules: ClassRulesState = [];
        for (const { from, classes } of publications) {
          const events = outcome(() =>
            classRulesDecider.decide(publish(from, ...classes), rules),
          ) as LeadClassRulesPublished[];
          for (const event of events ?? []) rules = classRulesDecider.evolve(rules, { ...event, id: 'any' });
        }
        expect(rules.map(({ version }) => version)).toEqual(rules.map((_, index) => index + 1));
        expect(rules.map(({ from }) => from)).toEqual(rules.map(({ from }) => from).sort());
        let state = quotaDecider.initialState;
        const months: string[] = [];
        for (const { from, end } of quotas) {
          const terms = { name: '任务', metric: 'leads' as const, perMonth: 1, who: [{ unit: 'a1' }], from };
          const command: LeadQuotaCommand = end
            ? { kind: 'end-lead-quota', code: 'q', from, reason: '停', today }
            : { kind: 'set-lead-quota', code: 'q', terms, today };
          const events = outcome(() => quotaDecider.decide(command, state)) as LeadQuotaEvent[] | undefined;
          for (const event of events ?? []) {
            state = quotaDecider.evolve(state, { ...event, id: 'any' });
            months.push(event.data.from);
          }
        }
        expect(months).toEqual([...months].sort());
      }),
    );
  });
});
