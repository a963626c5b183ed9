import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { leadDecider } from './lead.decider.js';
import { type LeadEvent } from './lead.events.js';

const today = '2022-09-30';
const lead = {
  title: '电池材料扩产意向',
  unit: 'luan-01',
  enterprise: '某新材料企业',
  expectedInvestment: '50000.00',
  channel: 'exhibition' as const,
  occurredOn: '2022-03-01',
};
const captured: LeadEvent = { type: 'LeadCaptured', data: { ...lead, expectedInvestment: '50000' } };
const qualified: LeadEvent = { type: 'LeadQualified', data: { occurredOn: '2022-03-05' } };
const rejected: LeadEvent = { type: 'LeadRejected', data: { reason: '产能过剩', occurredOn: '2022-03-05' } };
const conversion = { projectId: 'project-1', project: { name: '电池材料', unit: 'luan-01' }, occurredOn: '2022-04-01' };
const converted: LeadEvent = { type: 'LeadConverted', data: conversion };

const capture = { kind: 'capture-lead', lead, today } as const;
const qualify = { kind: 'qualify-lead', occurredOn: '2022-03-05', today } as const;
const reject = { kind: 'reject-lead', reason: '产能过剩', occurredOn: '2022-03-05', today } as const;
const convert = { kind: 'convert-lead', conversion, today } as const;

describe('a lead', () => {
  it('is captured, with the amount in one spelling', () => {
    expect(given(leadDecider).when(capture)).toEqual([captured]);
  });

  it('is qualified or rejected', () => {
    expect(given(leadDecider, captured).when(qualify)).toEqual([qualified]);
    expect(given(leadDecider, captured).when(reject)).toEqual([rejected]);
  });

  it('becomes a project once it is qualified', () => {
    expect(given(leadDecider, captured, qualified).when(convert)).toEqual([converted]);
  });

  it.each([
    ['captured twice', [captured], capture, 'LEAD.ALREADY_CAPTURED'],
    ['qualified unknown', [], qualify, 'LEAD.UNKNOWN'],
    ['qualified twice', [captured, qualified], qualify, 'LEAD.WRONG_STATUS'],
    ['rejected after it qualified', [captured, qualified], reject, 'LEAD.WRONG_STATUS'],
    ['converted before it qualifies', [captured], convert, 'LEAD.WRONG_STATUS'],
    ['converted after its rejection', [captured, rejected], convert, 'LEAD.WRONG_STATUS'],
    ['converted twice', [captured, qualified, converted], convert, 'LEAD.WRONG_STATUS'],
    ['captured in the future', [], { ...capture, today: '2022-02-28' }, 'DAY.IN_FUTURE'],
    ['qualified before its first contact', [captured], { ...qualify, occurredOn: '2022-02-28' }, 'DAY.BEFORE_PREVIOUS'],
  ])('is not %s', (_, history, command, refused) => {
    expect(given(leadDecider, ...history).when(command)).toMatchObject({ refused });
  });
});
