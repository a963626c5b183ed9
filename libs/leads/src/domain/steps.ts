import { type VoidStep, refuseBefore, refuseFuture, refuseUnless, voidStep } from '#libs/eventsourcing';
import {
  type AccountCode,
  type ClassRules,
  type Day,
  type UnitCode,
  canonicalCreditCode,
  canonicalMoney,
} from '#libs/values';
import { classedBy } from './classing.js';
import { type GivenLead, refuseStep, refuseUnlessIs, refuseWhileReferred } from './given-lead.js';
import { soundIntroducer } from './introducer.js';
import { type MergeTarget } from './lead.commands.js';
import { type LeadCaptured, type LeadConverted, type LeadDetails, type LeadEvent } from './lead.events.js';
import { type Lead, evolveLead } from './lead.state.js';

const OPEN = ['captured', 'qualified'] as const;
const ENDED = ['rejected', 'dropped'] as const;

/** The events, and what the rules of classing make of the lead after them. */
const classed = (lead: Lead | undefined, events: LeadEvent[], rules: ClassRules | undefined, on: Day): LeadEvent[] => {
  const after = events.reduce((state, event) => evolveLead(state, { ...event, id: 'to be recorded' }), lead);
  return after ? [...events, ...classedBy(rules, after, on)] : events;
};

const canonical = <Details extends LeadDetails>(details: Details): Details => ({
  ...details,
  ...(details.expectedInvestment !== undefined && { expectedInvestment: canonicalMoney(details.expectedInvestment) }),
  ...(details.creditCode !== undefined && { creditCode: canonicalCreditCode(details.creditCode) }),
});

/** 登记 (features.md L1). @throws Refusal */
export function capture(lead: LeadCaptured['data'], rules: ClassRules | undefined, today: Day): LeadEvent[] {
  refuseFuture(lead.occurredOn, today);
  if (lead.firstContactOn) refuseBefore(lead.occurredOn, lead.firstContactOn, '首次接触');
  const introduced = lead.introducer && { introducer: soundIntroducer(lead.introducer, lead.creditCode) };
  const data = { ...canonical(lead), ...introduced };
  return classed(undefined, [{ type: 'LeadCaptured', data }], rules, lead.occurredOn);
}

/** What talks have changed, or was recorded wrongly (features.md L1, P12). @throws Refusal */
export function revise(
  changes: LeadDetails,
  occurredOn: Day,
  rules: ClassRules | undefined,
  given: GivenLead,
): LeadEvent[] {
  refuseUnlessIs(given.lead, OPEN, '更新');
  const named = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as LeadDetails;
  refuseUnless(Object.keys(named).length > 0, 'invalid', 'LEAD.NOTHING_TO_REVISE', '没有写明要更新的内容');
  refuseStep(occurredOn, given);
  if (named.firstContactOn) refuseBefore(given.lead.capturedOn, named.firstContactOn, '首次接触', 'firstContactOn');
  const { introducer, creditCode } = { ...given.lead, ...named };
  const sound = introducer && soundIntroducer(introducer, creditCode);
  const data = { ...canonical(named), ...(named.introducer && { introducer: sound }), occurredOn };
  return classed(given.lead, [{ type: 'LeadRevised', data }], rules, occurredOn);
}

/** 认定有效 (features.md L2). @throws Refusal */
export function qualify(
  note: string | undefined,
  occurredOn: Day,
  rules: ClassRules | undefined,
  given: GivenLead,
): LeadEvent[] {
  refuseUnlessIs(given.lead, ['captured'], '认定为有效');
  refuseStep(occurredOn, given);
  return classed(given.lead, [{ type: 'LeadQualified', data: { note, occurredOn } }], rules, occurredOn);
}

/** 否决 (features.md L2). @throws Refusal */
export function reject(reason: string, occurredOn: Day, given: GivenLead): LeadEvent[] {
  refuseUnlessIs(given.lead, ['captured'], '否决');
  refuseWhileReferred(given.lead);
  refuseStep(occurredOn, given);
  return [{ type: 'LeadRejected', data: { reason, occurredOn } }];
}

/** A unit or a person is put in charge; what is left out stays. @throws Refusal */
export function assign(
  { unit, person }: { unit?: UnitCode; person?: AccountCode },
  occurredOn: Day,
  given: GivenLead,
): LeadEvent[] {
  const { lead } = given;
  refuseUnlessIs(lead, OPEN, '交办');
  refuseWhileReferred(lead);
  refuseUnless(unit ?? person, 'invalid', 'LEAD.ASSIGNED_TO_NO_ONE', '须写明承办单位或承办人', 'unit');
  refuseStep(occurredOn, given);
  return [{ type: 'LeadAssigned', data: { unit: unit ?? lead.unit, person, occurredOn } }];
}

/** 放弃. @throws Refusal */
export function drop(reason: string, occurredOn: Day, given: GivenLead): LeadEvent[] {
  refuseUnlessIs(given.lead, OPEN, '放弃');
  refuseWhileReferred(given.lead);
  refuseStep(occurredOn, given);
  return [{ type: 'LeadDropped', data: { reason, occurredOn } }];
}

/** A lead that was rejected or dropped is taken up again. @throws Refusal */
export function revive(reason: string, occurredOn: Day, given: GivenLead): LeadEvent[] {
  refuseUnlessIs(given.lead, ENDED, '恢复');
  refuseStep(occurredOn, given);
  return [{ type: 'LeadRevived', data: { reason, occurredOn } }];
}

/**
 * 并入: two leads were the same. The later one goes into the earlier, by day of capture and then by id, so that no two
 * leads can ever be merged into each other, whoever writes first. @throws Refusal
 */
export function merge(id: string, into: MergeTarget, reason: string, occurredOn: Day, given: GivenLead): LeadEvent[] {
  const { lead } = given;
  refuseUnlessIs(lead, [...OPEN, ...ENDED], '并入其他线索');
  refuseWhileReferred(lead);
  refuseUnless(into.id !== id, 'invalid', 'LEAD.MERGED_INTO_ITSELF', '不能并入线索自身', 'into');
  const earlier = into.capturedOn < lead.capturedOn || (into.capturedOn === lead.capturedOn && into.id < id);
  refuseUnless(
    earlier,
    'conflict',
    'LEAD.MERGE_INTO_LATER',
    '只能并入登记在先的线索，请反过来将后登记的并入本条',
    'into',
  );
  refuseStep(occurredOn, given);
  return [{ type: 'LeadMerged', data: { into: into.id, reason, occurredOn } }];
}

/** 转为项目, once. @throws Refusal */
export function convert(conversion: LeadConverted['data'], given: GivenLead): LeadEvent[] {
  refuseUnlessIs(given.lead, ['qualified'], '转为项目');
  refuseWhileReferred(given.lead);
  refuseStep(conversion.occurredOn, given);
  return [{ type: 'LeadConverted', data: conversion }];
}

/** There never was such a lead (features.md P12): it counts for nothing any more. @throws Refusal */
export function voidLead(finding: string, occurredOn: Day, given: GivenLead): LeadEvent[] {
  refuseUnlessIs(given.lead, [...OPEN, ...ENDED], '认定为不实');
  refuseWhileReferred(given.lead);
  refuseStep(occurredOn, given);
  return [{ type: 'LeadVoided', data: { finding, occurredOn } }];
}

/** The last step was recorded by mistake; one that has made a project of the lead stays. @throws Refusal */
export function takeBack(facts: VoidStep['facts'], { lead, today }: GivenLead): LeadEvent[] {
  refuseUnless(lead.status !== 'converted', 'conflict', 'LEAD.WRONG_STATUS', '线索已转为项目，不能作废该步骤');
  return voidStep('LeadStepVoided', lead, facts, today);
}
