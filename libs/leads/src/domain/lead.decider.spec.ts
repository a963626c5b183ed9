import { describe, expect, it } from '@jest/globals';
import { fold, given } from '#libs/eventsourcing';
import { type ClassRules } from '#libs/values';
import { leadDecider } from './lead.decider.js';
import { type LeadEvent } from './lead.events.js';

const today = '2022-09-30';
const occurredOn = '2022-03-05';
const reason = '产能过剩';
const lead = {
  title: '电池材料扩产意向',
  unit: 'luan-01',
  enterprise: '某新材料企业',
  expectedInvestment: '50000.00',
  channel: 'exhibition' as const,
  occurredOn: '2022-03-01',
};
const captured: LeadEvent = { type: 'LeadCaptured', data: { ...lead, expectedInvestment: '50000' } };
const qualified: LeadEvent = { type: 'LeadQualified', data: { occurredOn } };
const rejected: LeadEvent = { type: 'LeadRejected', data: { reason, occurredOn } };
const dropped: LeadEvent = { type: 'LeadDropped', data: { reason, occurredOn } };
const merged: LeadEvent = { type: 'LeadMerged', data: { into: 'lead-0', reason, occurredOn } };
const conversion = { projectId: 'project-1', project: { name: '电池材料', unit: 'luan-01' }, occurredOn: '2022-04-01' };
const converted: LeadEvent = { type: 'LeadConverted', data: conversion };

const halves = [
  { unit: 'luan-01', share: '0.5' },
  { unit: 'luan-02', share: '0.50' },
];
const terms = { toUnit: 'luan-02', shares: halves, expiresOn: '2022-03-20', occurredOn };
const shares = [halves[0]!, { unit: 'luan-02', share: '0.5' }];
const referred: LeadEvent = { type: 'LeadReferred', data: { ...terms, shares, fromUnit: 'luan-01' } };
const accepted: LeadEvent = { type: 'LeadReferralAccepted', data: { unit: 'luan-02', occurredOn: '2022-03-20' } };

const capture = { kind: 'capture-lead', lead, today } as const;
const revise = { kind: 'revise-lead', changes: { region: '苏州' }, occurredOn, today } as const;
const qualify = { kind: 'qualify-lead', occurredOn, today } as const;
const reject = { kind: 'reject-lead', reason, occurredOn, today } as const;
const assign = { kind: 'assign-lead', person: 'account-7', occurredOn, today } as const;
const drop = { kind: 'drop-lead', reason, occurredOn, today } as const;
const revive = { kind: 'revive-lead', reason, occurredOn, today } as const;
const merge = {
  kind: 'merge-lead',
  id: 'lead-1',
  into: { id: 'lead-0', capturedOn: '2022-03-01' },
  reason,
  occurredOn,
  today,
} as const;
const refer = { kind: 'refer-lead', referral: terms, today } as const;
const accept = { kind: 'accept-referral', occurredOn: '2022-03-20', today } as const;
const decline = { kind: 'decline-referral', reason, occurredOn, today } as const;
const withdraw = { kind: 'withdraw-referral', reason, occurredOn, today } as const;
const convert = { kind: 'convert-lead', conversion, today } as const;
const voidLead = { kind: 'void-lead', finding: '查无此企业', occurredOn, today } as const;
const takeBack = { kind: 'void-step', facts: { reason: '误登', occurredOn: '2022-04-02' }, today } as const;

const rules: ClassRules = {
  version: 2,
  from: '2022-01-01',
  classes: [
    { code: 'major', name: '重大', when: [{ minInvestment: '100000' }, { tiers: ['world-500'] }], reportTo: 'city' },
    { code: 'ordinary', name: '一般', when: [{ minInvestment: '0' }] },
  ],
};

const code = '91350100M000100Y43';
describe('the enterprise that introduced another', () => {
  const by = (introducer: object, more: object = {}) => ({ ...capture, lead: { ...lead, ...more, introducer } });
  const introduced: LeadEvent = {
    type: 'LeadCaptured',
    data: { ...lead, expectedInvestment: '50000', introducer: { creditCode: code } },
  };

  it('is named by its code in one spelling, or by its project, at the capture or later', () => {
    expect(given(leadDecider).when(by({ creditCode: code.toLowerCase() }))).toEqual([introduced]);
    expect(given(leadDecider).when(by({ projectId: 'p1' }))).toMatchObject([
      { data: { introducer: { projectId: 'p1' } } },
    ]);
    const changes = { introducer: { projectId: 'p1' } };
    expect(given(leadDecider, introduced).when({ ...revise, changes })).toEqual([
      { type: 'LeadRevised', data: { ...changes, occurredOn } },
    ]);
  });

  it.each([
    ['nobody', {}, {}, 'LEAD.INTRODUCER_UNCLEAR', 'introducer'],
    ['two at once', { creditCode: code, projectId: 'p1' }, {}, 'LEAD.INTRODUCER_UNCLEAR', 'introducer'],
    [
      'a code with a slip',
      { creditCode: '91350100M000100Y44' },
      {},
      'LEAD.INTRODUCER_CREDIT_CODE',
      'introducer.creditCode',
    ],
    [
      'itself',
      { creditCode: code },
      { creditCode: code.toLowerCase() },
      'LEAD.INTRODUCED_BY_ITSELF',
      'introducer.creditCode',
    ],
  ])('is not %s', (_, introducer, more, refused, field) => {
    expect(given(leadDecider).when(by(introducer, more))).toEqual({ refused, field });
  });

  it('is not found to be the enterprise itself later on', () => {
    expect(given(leadDecider, introduced).when({ ...revise, changes: { creditCode: code } })).toEqual({
      refused: 'LEAD.INTRODUCED_BY_ITSELF',
      field: 'introducer.creditCode',
    });
  });
});

describe('a lead', () => {
  it('is captured, with the amount and the credit code in one spelling', () => {
    const [event] = given(leadDecider).when({
      ...capture,
      lead: { ...lead, creditCode: ' 91350100m000100y43' },
    }) as LeadEvent[];
    expect(event).toEqual({ type: 'LeadCaptured', data: { ...captured.data, creditCode: '91350100M000100Y43' } });
  });

  it.each([
    ['revised', [captured], revise, { type: 'LeadRevised', data: { region: '苏州', occurredOn } }],
    [
      'revised in how it came and when it was first met',
      [captured],
      { ...revise, changes: { channel: 'chamber', method: 'kinship', firstContactOn: '2022-03-01' } },
      {
        type: 'LeadRevised',
        data: { channel: 'chamber', method: 'kinship', firstContactOn: '2022-03-01', occurredOn },
      },
    ],
    ['qualified', [captured], qualify, qualified],
    ['rejected', [captured], reject, rejected],
    [
      'assigned',
      [captured],
      assign,
      { type: 'LeadAssigned', data: { unit: 'luan-01', person: 'account-7', occurredOn } },
    ],
    ['dropped', [captured, qualified], drop, dropped],
    [
      'revived after it was dropped',
      [captured, dropped],
      revive,
      { type: 'LeadRevived', data: { reason, occurredOn } },
    ],
    [
      'revived after its rejection',
      [captured, rejected],
      revive,
      { type: 'LeadRevived', data: { reason, occurredOn } },
    ],
    ['merged into the earlier', [captured, qualified], merge, merged],
    ['offered to another unit', [captured], refer, referred],
    ['taken by the other unit', [captured, referred], accept, accepted],
    [
      'not taken',
      [captured, referred],
      decline,
      { type: 'LeadReferralDeclined', data: { toUnit: 'luan-02', reason, occurredOn } },
    ],
    ['kept after all', [captured, referred], withdraw, { type: 'LeadReferralWithdrawn', data: { reason, occurredOn } }],
    ['a project once it is qualified', [captured, qualified], convert, converted],
    [
      'qualified again as it was before it was dropped',
      [captured, qualified, dropped, { type: 'LeadRevived', data: { reason, occurredOn } }],
      convert,
      converted,
    ],
  ] as [string, LeadEvent[], typeof qualify, LeadEvent][])('is %s', (_, history, command, event) => {
    expect(given(leadDecider, ...history).when(command)).toEqual([event]);
  });

  it('is classed and reported up by the rules, once, whenever its size or tiers change', () => {
    const classed = (name: string): LeadEvent => ({
      type: 'LeadClassed',
      data: { class: name, rules: 2, occurredOn: lead.occurredOn },
    });
    const reported: LeadEvent = {
      type: 'LeadReportedUp',
      data: { to: 'city', class: 'major', rules: 2, occurredOn: lead.occurredOn },
    };
    expect(given(leadDecider).when({ ...capture, rules })).toEqual([captured, classed('ordinary')]);
    const withTier = { ...lead, tiers: ['world-500' as const] };
    expect(given(leadDecider).when({ ...capture, lead: withTier, rules })).toMatchObject([
      {},
      classed('major'),
      reported,
    ]);
    const grown = { ...revise, changes: { expectedInvestment: '100000' }, rules };
    expect(given(leadDecider, captured, classed('ordinary')).when(grown)).toMatchObject([
      { type: 'LeadRevised' },
      { type: 'LeadClassed', data: { class: 'major' } },
      { type: 'LeadReportedUp', data: { to: 'city' } },
    ]);
    expect(given(leadDecider, captured, classed('major'), reported).when({ ...qualify, rules })).toMatchObject([
      { type: 'LeadQualified' },
      { type: 'LeadClassed', data: { class: 'ordinary' } },
    ]);
    const back = { ...revise, changes: { expectedInvestment: '200000' }, rules };
    expect(given(leadDecider, captured, classed('major'), reported).when(back)).toHaveLength(1);
  });

  it.each([
    ['captured twice', [captured], capture, 'LEAD.ALREADY_CAPTURED'],
    ['qualified unknown', [], qualify, 'LEAD.UNKNOWN'],
    ['qualified twice', [captured, qualified], qualify, 'LEAD.WRONG_STATUS'],
    ['rejected after it qualified', [captured, qualified], reject, 'LEAD.WRONG_STATUS'],
    ['converted before it qualifies', [captured], convert, 'LEAD.WRONG_STATUS'],
    ['converted after its rejection', [captured, rejected], convert, 'LEAD.WRONG_STATUS'],
    ['converted twice', [captured, qualified, converted], convert, 'LEAD.WRONG_STATUS'],
    ['dropped after it is a project', [captured, qualified, converted], drop, 'LEAD.WRONG_STATUS'],
    ['revived while it goes on', [captured], revive, 'LEAD.WRONG_STATUS'],
    ['revived after it was merged', [captured, merged], revive, 'LEAD.WRONG_STATUS'],
    ['revised into nothing new', [captured], { ...revise, changes: {} }, 'LEAD.NOTHING_TO_REVISE'],
    [
      'revised to have been met after its capture',
      [captured],
      { ...revise, changes: { firstContactOn: '2022-03-02' } },
      'DAY.BEFORE_PREVIOUS',
    ],
    ['assigned to no one', [captured], { ...assign, person: undefined }, 'LEAD.ASSIGNED_TO_NO_ONE'],
    ['merged into itself', [captured], { ...merge, into: { ...merge.into, id: 'lead-1' } }, 'LEAD.MERGED_INTO_ITSELF'],
    [
      'merged into a later one',
      [captured],
      { ...merge, into: { id: 'lead-0', capturedOn: '2022-03-02' } },
      'LEAD.MERGE_INTO_LATER',
    ],
    [
      'merged into one of the same day but a later id',
      [captured],
      { ...merge, into: { ...merge.into, id: 'lead-2' } },
      'LEAD.MERGE_INTO_LATER',
    ],
    ['converted while another unit is asked', [captured, qualified, referred], convert, 'LEAD.REFERRAL_PENDING'],
    ['dropped while another unit is asked', [captured, referred], drop, 'LEAD.REFERRAL_PENDING'],
    ['found untrue while another unit is asked', [captured, referred], voidLead, 'LEAD.REFERRAL_PENDING'],
    ['found untrue once it is a project', [captured, qualified, converted], voidLead, 'LEAD.WRONG_STATUS'],
    ['taken back once it is a project', [captured, qualified, converted], takeBack, 'LEAD.WRONG_STATUS'],
    ['taken back to before it was captured', [captured], takeBack, 'STEP.NOT_THE_LAST'],
    ['offered twice', [captured, referred], refer, 'LEAD.REFERRAL_PENDING'],
    [
      'offered to its own unit',
      [captured],
      { ...refer, referral: { ...terms, toUnit: 'luan-01' } },
      'REFERRAL.TO_ITSELF',
    ],
    [
      'divided into less than one',
      [captured],
      { ...refer, referral: { ...terms, shares: [{ unit: 'luan-02', share: '0.999999' }] } },
      'SHARES.NOT_ONE',
    ],
    [
      'divided with a unit twice',
      [captured],
      { ...refer, referral: { ...terms, shares: [halves[0]!, halves[0]!] } },
      'SHARES.REPEATED_UNIT',
    ],
    [
      'offered with a limit that is past',
      [captured],
      { ...refer, referral: { ...terms, expiresOn: '2022-03-04' } },
      'DAY.BEFORE_PREVIOUS',
    ],
    ['taken unasked', [captured], accept, 'REFERRAL.NONE'],
    ['taken after the limit', [captured, referred], { ...accept, occurredOn: '2022-03-21' }, 'REFERRAL.EXPIRED'],
    ['declined unasked', [captured], decline, 'REFERRAL.NONE'],
    ['withdrawn unasked', [captured], withdraw, 'REFERRAL.NONE'],
    ['captured in the future', [], { ...capture, today: '2022-02-28' }, 'DAY.IN_FUTURE'],
    [
      'captured before its first contact',
      [],
      { ...capture, lead: { ...lead, firstContactOn: '2022-03-02' } },
      'DAY.BEFORE_PREVIOUS',
    ],
    ['qualified before its first contact', [captured], { ...qualify, occurredOn: '2022-02-28' }, 'DAY.BEFORE_PREVIOUS'],
  ] as [string, LeadEvent[], typeof qualify, string][])('is not %s', (_, history, command, refused) => {
    expect(given(leadDecider, ...history).when(command)).toMatchObject({ refused });
  });

  it('may be offered to a third unit once the limit has passed', () => {
    const later = { ...refer, referral: { toUnit: 'luan-03', shares, occurredOn: '2022-03-21' } };
    expect(given(leadDecider, captured, referred).when(later)).toMatchObject([{ type: 'LeadReferred' }]);
  });

  it('that is revived is what it was before, without the day on which it ended', () => {
    const revived: LeadEvent = { type: 'LeadRevived', data: { reason, occurredOn } };
    const after = (...events: LeadEvent[]) =>
      fold(
        leadDecider,
        events.map((event) => ({ ...event, id: 'any' })),
      );
    const [fromRejection, fromDrop] = [
      after(captured, rejected, revived),
      after(captured, qualified, dropped, revived),
    ];
    expect([fromRejection?.status, fromRejection?.rejectedOn]).toEqual(['captured', undefined]);
    expect([fromDrop?.status, fromDrop?.droppedOn, fromDrop?.qualifiedOn]).toEqual([
      'qualified',
      undefined,
      occurredOn,
    ]);
  });
});
