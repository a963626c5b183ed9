import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal, fold, given } from '#libs/eventsourcing';
import { type FirstContactEvent } from './first-contact.events.js';
import { type FirstContactCommand, firstContactDecider } from './first-contact.js';
import { type InvestorEvent } from './investor.events.js';
import { firstContactStream, investorDecider, investorStream } from './investor.js';
import { type LeadQuotaEvent } from './quota.events.js';
import { type LeadQuotaCommand, quotaDecider } from './quota.js';

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
  const facts = { reason: '误登', occurredOn: today };
  const takeBack = { kind: 'void-step', code: 'monthly', facts, today } as const;
  const tookBack = (...eventIds: string[]): LeadQuotaEvent => ({
    type: 'LeadQuotaStepVoided',
    data: { eventIds, reason: '误登', occurredOn: today },
  });
  const earlier = { ...set, terms: { ...terms, from: '2022-06' } };

  it.each([
    ['set', [], set, wasSet],
    ['ended', [wasSet], end, wasEnded],
    [
      'set again after its end',
      [wasSet, wasEnded],
      { ...set, terms: { ...terms, from: '2022-09' } },
      { type: 'LeadQuotaSet' },
    ],
    ['taken back to its end', [wasSet, wasEnded], takeBack, tookBack('event-1')],
    ['taken back altogether', [wasSet, wasEnded, tookBack('event-1')], takeBack, tookBack('event-0')],
    ['ended after its end was taken back', [wasSet, wasEnded, tookBack('event-1')], end, wasEnded],
    ['set for an earlier month once nothing stands', [wasSet, tookBack('event-0')], earlier, { type: 'LeadQuotaSet' }],
  ] as [string, LeadQuotaEvent[], LeadQuotaCommand, object][])('is %s', (_, history, command, event) => {
    expect(given(quotaDecider, ...history).when(command)).toMatchObject([event]);
  });

  it.each([
    ['ended unset', [], end, 'QUOTA.UNKNOWN'],
    ['ended twice', [wasSet, wasEnded], end, 'QUOTA.ALREADY_ENDED'],
    ['changed for months before', [wasSet], earlier, 'QUOTA.BEFORE_LAST'],
    ['taken back unset', [], takeBack, 'STEP.NOT_THE_LAST'],
    ['taken back twice', [wasSet, tookBack('event-0')], takeBack, 'STEP.NOT_THE_LAST'],
    ['ended when nothing stands', [wasSet, tookBack('event-0')], end, 'QUOTA.UNKNOWN'],
    [
      'taken back but from the end',
      [wasSet, wasEnded],
      { ...takeBack, facts: { ...facts, eventId: 'event-0' } },
      'STEP.NOT_THE_LAST',
    ],
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
  const voidOf = (leadId: string, occurredOn = '2022-03-05'): FirstContactCommand => ({
    kind: 'void-first-contact',
    leadId,
    reason: '误报',
    occurredOn,
    today,
  });
  const voided = (leadId: string): FirstContactEvent => ({
    type: 'FirstContactClaimVoided',
    data: { leadId, reason: '误报', occurredOn: '2022-03-05' },
  });
  const reopened: FirstContactEvent = {
    type: 'FirstContactReopened',
    data: { reason: '依据不足', occurredOn: '2022-04-02' },
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

  it('is taken back claim by claim, whoever is left, and claimed anew', () => {
    const both = [claimed('l1', 'a1'), claimed('l2', 'b1')];
    expect(given(firstContactDecider, ...both).when(voidOf('l1'))).toEqual([voided('l1')]);
    expect(standing(...both, voided('l1'))).toBe('held');
    expect(standing(...both, voided('l1'), voided('l2'))).toBeUndefined();
    expect(given(firstContactDecider, ...both, voided('l1')).when(claim('l1', 'a1'))).toEqual([claimed('l1', 'a1')]);
    expect(given(firstContactDecider, ...both, settled, reopened).when(voidOf('l2'))).toEqual([voided('l2')]);
  });

  it.each([
    ['taken back where nothing was claimed', [], voidOf('l1'), 'FIRST_CONTACT.NOT_CLAIMED'],
    ['taken back for another lead', [claimed('l1', 'a1')], voidOf('l2'), 'FIRST_CONTACT.NOT_CLAIMED'],
    ['taken back twice', [claimed('l1', 'a1'), voided('l1')], voidOf('l1'), 'FIRST_CONTACT.NOT_CLAIMED'],
    ['taken back once settled', [claimed('l2', 'b1'), settled], voidOf('l2'), 'FIRST_CONTACT.SETTLED'],
    ['taken back before it was claimed', [claimed('l1', 'a1')], voidOf('l1', '2022-02-28'), 'DAY.BEFORE_PREVIOUS'],
    ['taken back tomorrow', [claimed('l1', 'a1')], voidOf('l1', '2022-10-01'), 'DAY.IN_FUTURE'],
    [
      'settled for a claim that was taken back',
      [claimed('l1', 'a1'), voided('l1')],
      settle('l1'),
      'FIRST_CONTACT.NOT_CLAIMED',
    ],
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
  ] as [string, FirstContactEvent[], FirstContactCommand, string][])('is not %s', (_, history, command, refused) => {
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

describe('the investor of a credit code', () => {
  const investor = { creditCode: '91350100M000100Y43', enterprise: '甲', stream: 'first-contact-1' };
  const identified: InvestorEvent = { type: 'InvestorIdentified', data: investor };
  const correction = (correctsEventId: string, stream: string, occurredOn = '2022-03-05') =>
    ({
      kind: 'correct-investor',
      correction: { ...investor, enterprise: '乙', stream, correctsEventId, reason: '代码填错', occurredOn },
      today,
    }) as const;
  const corrected = (correctsEventId: string, stream: string): InvestorEvent => ({
    type: 'InvestorCorrected',
    data: correction(correctsEventId, stream).correction,
  });

  it('is said anew, again and again; no stream of first contacts is forgotten', () => {
    const first = corrected('event-0', 'first-contact-2');
    expect(given(investorDecider, identified).when(correction('event-0', 'first-contact-2'))).toEqual([first]);
    const back = corrected('event-1', 'first-contact-1');
    expect(given(investorDecider, identified, first).when(correction('event-1', 'first-contact-1'))).toEqual([back]);
    const recorded = [identified, first, back].map((event, index) => ({ ...event, id: `event-${index}` }));
    expect(fold(investorDecider, recorded)).toMatchObject({
      eventId: 'event-2',
      stream: 'first-contact-1',
      streams: ['first-contact-2', 'first-contact-1'],
    });
  });

  it.each([
    ['of nobody', [], correction('event-0', 'first-contact-2'), 'INVESTOR.UNKNOWN'],
    ['of an event that is none', [identified], correction('event-7', 'first-contact-2'), 'INVESTOR.NOTHING_TO_CORRECT'],
    [
      'of what no longer stands',
      [identified, corrected('event-0', 'first-contact-2')],
      correction('event-0', 'first-contact-3'),
      'INVESTOR.NOTHING_TO_CORRECT',
    ],
    ['into the same', [identified], correction('event-0', 'first-contact-1'), 'INVESTOR.SAME_INVESTOR'],
    ['of tomorrow', [identified], correction('event-0', 'first-contact-2', '2022-10-01'), 'DAY.IN_FUTURE'],
  ])('takes no correction %s', (_, history, command, refused) => {
    expect(given(investorDecider, ...history).when(command)).toMatchObject({ refused });
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

  it('never leave a quota out of order, nor take back but the last word that stands', () => {
    const from = fc.constantFrom('2022-06', '2022-07', '2022-08');
    const words = fc.record({ kind: fc.constantFrom('set', 'end', 'void'), from });
    fc.assert(
      fc.property(fc.array(words), (asked) => {
        let state = quotaDecider.initialState;
        let standing: { id: string; from: string; ended: boolean }[] = [];
        for (const [index, { kind, from }] of asked.entries()) {
          const terms = { name: '任务', metric: 'leads' as const, perMonth: 1, who: [{ unit: 'a1' }], from };
          const about = { code: 'q', today };
          const command: LeadQuotaCommand =
            kind === 'end'
              ? { kind: 'end-lead-quota', from, reason: '停', ...about }
              : kind === 'set'
                ? { kind: 'set-lead-quota', terms, ...about }
                : { kind: 'void-step', facts: { reason: '误登', occurredOn: today }, ...about };
          const events = outcome(() => quotaDecider.decide(command, state)) as LeadQuotaEvent[] | undefined;
          for (const event of events ?? []) {
            const id = `event-${index}`;
            state = quotaDecider.evolve(state, { ...event, id });
            standing =
              event.type === 'LeadQuotaStepVoided'
                ? standing.filter((word) => !event.data.eventIds.includes(word.id))
                : [...standing, { id, from: event.data.from, ended: event.type === 'LeadQuotaEnded' }];
          }
          const { from: since, ended } = state;
          expect({ since, ended }).toEqual({ since: standing.at(-1)?.from, ended: standing.at(-1)?.ended });
        }
        const months = standing.map((word) => word.from);
        expect(months).toEqual([...months].sort());
      }),
    );
  });

  it('never leave a first contact standing that nobody claims, nor a lead claiming twice', () => {
    const lead = fc.constantFrom('l1', 'l2', 'l3');
    const day = fc.constantFrom('2022-03-01', '2022-03-05', '2022-10-01');
    const kind = fc.constantFrom('claim', 'void', 'settle', 'reopen');
    fc.assert(
      fc.property(fc.array(fc.record({ kind, leadId: lead, occurredOn: day })), (asked) => {
        let state = firstContactDecider.initialState;
        for (const [index, { kind, leadId, occurredOn }] of asked.entries()) {
          const unit = leadId === 'l3' ? 'b1' : 'a1';
          const claim = { leadId, unit, enterprise: '某企业', contactOn: '2022-03-01', evidence: [], occurredOn };
          const command: FirstContactCommand =
            kind === 'claim'
              ? { kind: 'claim-first-contact', claim, today }
              : kind === 'reopen'
                ? { kind: 'reopen-first-contact', reason: '理由', occurredOn, today }
                : { kind: `${kind}-first-contact`, leadId, reason: '理由', occurredOn, today };
          const events = outcome(() => firstContactDecider.decide(command, state)) as FirstContactEvent[] | undefined;
          for (const event of events ?? []) state = firstContactDecider.evolve(state, { ...event, id: `${index}` });
          const claiming = state?.claims.map((each) => each.leadId) ?? [];
          expect(state === undefined).toBe(claiming.length === 0);
          expect(new Set(claiming).size).toBe(claiming.length);
          expect(state?.standing === 'settled').toBe(state?.settlement !== undefined);
          if (state?.settlement) expect(claiming).toContain(state.settlement.leadId);
        }
      }),
    );
  });
});
