import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal, fold, given } from '#libs/eventsourcing';
import { type FirstContactEvent, firstContactDecider } from './first-contact.js';
import { firstContactStream, investorDecider, investorStream } from './investor.js';
import { type LeadQuotaCommand, type LeadQuotaEvent, quotaDecider } from './quota.js';

const today = '2022-09-30';

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
  const outcome = (decide: () => unknown) => {
    try {
      return decide();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return undefined;
    }
  };

  it('never leave a quota out of order', () => {
    const quota = fc.record({ from: fc.constantFrom('2022-06', '2022-07', '2022-08'), end: fc.boolean() });
    fc.assert(
      fc.property(fc.array(quota), (quotas) => {
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
