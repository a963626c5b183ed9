import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { canonicalShare, sharesFault } from '#libs/values';
import { type HandOver, type PlainCommand } from '../project.commands.js';
import { type HandoffPhase, type ProjectEvent } from '../project.events.js';
import { type Project, groupOf, leadersOf, openTaskOf } from '../project.state.js';
import { type Given, refuseClosed, refuseFake } from './given.js';

type FactsOf<Kind extends PlainCommand['kind']> = Extract<PlainCommand, { kind: Kind }>['facts'];

/** What must have happened before a phase can be taken over (003 (二)). */
const BEGUN: Readonly<Record<HandoffPhase, (reached: Project['reached']) => boolean>> = {
  negotiation: () => true,
  construction: ({ contract }) => contract !== undefined,
  service: ({ completion, production }) => (completion ?? production) !== undefined,
};

/** From a day on another unit answers (features.md P9). @throws Refusal */
export function handOver({ facts }: HandOver, { project, today }: Given): ProjectEvent[] {
  const { toUnit, phase, occurredOn } = facts;
  refuseFake(project);
  refuseUnless(toUnit !== project.unit, 'conflict', 'HANDOFF.SAME_UNIT', '项目已由该单位负责', 'toUnit');
  refuseUnless(
    BEGUN[phase](project.reached),
    'conflict',
    'HANDOFF.PHASE_NOT_BEGUN',
    phase === 'service' ? '项目尚未竣工或投产，不能移交投产后服务' : '项目尚未签约，不能移交实施阶段',
    'phase',
  );
  refuseFuture(occurredOn, today);
  refuseBefore(occurredOn, project.tenures.at(-1)?.from ?? project.openedOn, '现责任单位接手');
  return [{ type: 'HandedOver', data: { ...facts, fromUnit: project.unit } }];
}

/** @throws Refusal SHARES.REPEATED, SHARES.TOTAL */
export function soundShares<T extends { readonly unit: string; readonly share: string }>(shares: readonly T[]) {
  const fault = sharesFault(shares);
  refuseUnless(fault !== 'repeated', 'invalid', 'SHARES.REPEATED', '同一单位在分享比例中只能出现一次', 'shares');
  refuseUnless(fault !== 'total', 'invalid', 'SHARES.TOTAL', '各单位分享比例合计须恰为 1', 'shares');
  return shares.map(({ unit, share }) => ({ unit, share: canonicalShare(share) }));
}

/** 利益分享 (features.md L6): 5:5 for five years, say. @throws Refusal */
export function shareCredit(facts: FactsOf<'share-credit'>, { project, today }: Given): ProjectEvent[] {
  refuseClosed(project, facts.occurredOn);
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, project.openedOn, '立项登记');
  refuseBefore(facts.from, project.openedOn, '立项登记', 'from');
  if (facts.until) refuseBefore(facts.until, facts.from, '分享起始', 'until');
  return [{ type: 'CreditShared', data: { ...facts, shares: soundShares(facts.shares) } }];
}

/** 归口专班. @throws Refusal */
export function assignGroup(facts: FactsOf<'assign-group'>, { project, today }: Given): ProjectEvent[] {
  refuseFake(project);
  refuseUnless(facts.group !== groupOf(project), 'conflict', 'PROJECT.SAME_GROUP', '项目已归口该专班', 'group');
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, project.openedOn, '立项登记');
  return [{ type: 'GroupAssigned', data: facts }];
}

/** 六定 (features.md P10). @throws Refusal */
export function fixResponsibility(facts: FactsOf<'fix-responsibility'>, { project, today }: Given): ProjectEvent[] {
  refuseFake(project);
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, project.openedOn, '立项登记');
  refuseBefore(facts.due, facts.occurredOn, '落实', 'due');
  return [{ type: 'ResponsibilityFixed', data: facts }];
}

/**
 * 办结 (features.md P10): whoever answers by now may have done it, also once the contract has ended. @throws Refusal
 * PROJECT.NO_OPEN_TASK when what is named is done, was set anew, or isn't 六定.
 */
export function finishResponsibility(
  { evidence = [], ...facts }: FactsOf<'finish-responsibility'>,
  { project, today }: Given,
): ProjectEvent[] {
  refuseFake(project);
  const open = openTaskOf(project);
  refuseUnless(
    open?.eventId === facts.taskEventId,
    'conflict',
    'PROJECT.NO_OPEN_TASK',
    '所指事件不是有待办结的六定',
    'taskEventId',
  );
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, open.on, '落实');
  return [{ type: 'ResponsibilityDone', data: { ...facts, evidence } }];
}

/** 领导挂钩 (features.md P10). @throws Refusal */
export function attachLeader(facts: FactsOf<'attach-leader'>, { project, today }: Given): ProjectEvent[] {
  refuseFake(project);
  const attached = leadersOf(project).some(({ account }) => account === facts.account);
  refuseUnless(!attached, 'conflict', 'LEADER.ALREADY_ATTACHED', '该领导已挂钩本项目', 'account');
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, project.openedOn, '立项登记');
  return [{ type: 'LeaderAttached', data: facts }];
}

/** @throws Refusal */
export function detachLeader(facts: FactsOf<'detach-leader'>, { project, today }: Given): ProjectEvent[] {
  refuseFake(project);
  const attached = leadersOf(project).find(({ account }) => account === facts.account);
  refuseUnless(attached, 'conflict', 'LEADER.NOT_ATTACHED', '该领导没有挂钩本项目', 'account');
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, attached.from, '挂钩');
  return [{ type: 'LeaderDetached', data: facts }];
}
