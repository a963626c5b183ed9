import { type Decider, refuseBefore, refuseFuture, refuseUnless, voidStep } from '#libs/eventsourcing';
import { addDays, gradeOf } from '#libs/values';
import { type ApprovalCommand } from './approval.commands.js';
import { type ApprovalEvent } from './approval.events.js';
import { NAMED_KINDS } from './approval.kinds.js';
import { type Approval, type ApprovalState, type Status, evolveApproval } from './approval.state.js';
import { termsOf } from './listing.js';
import { acceptPromise, acceptWith, supplyOwed } from './acceptance.js';
import { refuseEmpty } from './refuse-empty.js';
import { APPROVAL_TITLES } from './titles.js';

const STATUS_NAMES: Record<Status, string> = {
  requested: '已申请、未受理',
  supplementing: '待补正',
  accepted: '已受理',
  granted: '已批准',
  refused: '不予批准',
  withdrawn: '已撤回',
  revoked: '已失效',
};

const PENDING: readonly Status[] = ['requested', 'supplementing', 'accepted'];

/** Each step after the request: in which states it can be taken, and what it is called. */
const STEPS: Record<
  Exclude<ApprovalCommand['kind'], 'request' | 'void-step'>,
  readonly [name: string, from: readonly Status[]]
> = {
  'ask-supplement': ['要求补正', ['requested']],
  'supply-supplement': ['补正', ['supplementing']],
  accept: ['受理', ['requested']],
  'accept-commitment': ['按告知承诺受理', ['requested']],
  'supply-owed': ['补交', ['accepted', 'granted']],
  'exclude-days': ['登记不计入期限的时间', ['accepted']],
  'resume-clock': ['恢复计时', ['accepted']],
  grant: ['批准', ['accepted']],
  refuse: ['不予批准', PENDING],
  withdraw: ['撤回', PENDING],
  revoke: ['注销', ['granted']],
};

/** A hearing or test that takes longer than this is not what the law means by time that doesn't count. */
const LONGEST_EXCLUSION = 366;

/** The rules of one approval of a project (features.md P3). */
export const approvalDecider: Decider<ApprovalCommand, ApprovalState, ApprovalEvent> = {
  knows: APPROVAL_TITLES,
  initialState: undefined,

  decide(command, state) {
    const { today } = command;
    if (command.kind === 'request') return request(command, state);
    refuseUnless(state, 'not-found', 'APPROVAL.UNKNOWN', '没有这项审批');
    if (command.kind === 'void-step') return voidStep('ApprovalStepVoided', state, command.facts, today);
    const [name, from] = STEPS[command.kind];
    refuseUnless(
      from.includes(state.status),
      'conflict',
      'APPROVAL.WRONG_STATUS',
      `审批状态为“${STATUS_NAMES[state.status]}”，不能${name}`,
    );
    if (command.kind === 'exclude-days') return excludeDays(command.exclusion, today, state);
    const { occurredOn } = command;
    refuseFuture(occurredOn, today);
    if (command.kind === 'supply-owed') return [supplyOwed(command, state)];
    refuseBefore(occurredOn, state.since, '上一步');
    return [take(command, state)];
  },

  evolve: evolveApproval,
};

type Command<Kind> = Extract<ApprovalCommand, { kind: Kind }>;

function take(
  command: Exclude<ApprovalCommand, { kind: 'request' | 'exclude-days' | 'supply-owed' | 'void-step' }>,
  approval: Approval,
): ApprovalEvent {
  const { occurredOn } = command;
  switch (command.kind) {
    case 'ask-supplement':
      refuseEmpty(command.papers, 'papers');
      return { type: 'ApprovalSupplementAsked', data: { papers: command.papers, occurredOn } };
    case 'supply-supplement':
      return { type: 'ApprovalSupplementSupplied', data: { evidence: command.evidence ?? [], occurredOn } };
    case 'accept':
      return acceptWith(command, approval);
    case 'accept-commitment':
      return acceptPromise(command, approval);
    case 'resume-clock':
      refuseUnless(
        approval.exclusions.some(({ from, until }) => from < occurredOn && occurredOn <= until),
        'conflict',
        'APPROVAL.CLOCK_RUNS',
        `${occurredOn} 本就计入期限`,
        'occurredOn',
      );
      return { type: 'ApprovalClockResumed', data: { occurredOn } };
    case 'grant':
      return grant(command, approval);
    case 'refuse': {
      const { reason, evidence = [] } = command;
      return { type: 'ApprovalRefused', data: { reason, evidence, occurredOn } };
    }
    case 'withdraw':
      return { type: 'ApprovalWithdrawn', data: { reason: command.reason, occurredOn } };
    case 'revoke': {
      const { reason, evidence = [] } = command;
      return { type: 'ApprovalRevoked', data: { reason, evidence, occurredOn } };
    }
  }
}

function request({ request: asked, list, today }: Command<'request'>, state: ApprovalState): ApprovalEvent[] {
  const { evidence = [], ...said } = asked;
  const { kind, paper, unit, department, occurredOn } = said;
  const pending = state && PENDING.includes(state.status);
  refuseUnless(!pending, 'conflict', 'APPROVAL.ALREADY_REQUESTED', '该审批已在办理', 'kind');
  refuseUnless(state?.status !== 'granted', 'conflict', 'APPROVAL.ALREADY_GRANTED', '该审批已获批准且有效', 'kind');
  refuseUnless(
    paper !== undefined || !NAMED_KINDS.includes(kind),
    'invalid',
    'APPROVAL.PAPER_UNNAMED',
    '此类审批须写明文书名称',
    'paper',
  );
  refuseUnless(department !== unit, 'invalid', 'APPROVAL.OWN_DEPARTMENT', '审批部门不得是项目的责任单位', 'department');
  const terms = termsOf(asked, list);
  const { promisedLimit, statutoryLimit } = terms;
  refuseUnless(
    promisedLimit === undefined || promisedLimit <= statutoryLimit,
    'invalid',
    'APPROVAL.PROMISE_EXCEEDS_LIMIT',
    `承诺时限 ${promisedLimit} 天超过法定时限 ${statutoryLimit} 天`,
    'promisedLimit',
  );
  refuseFuture(occurredOn, today);
  if (state) refuseBefore(occurredOn, state.since, '上一次办结');
  return [{ type: 'ApprovalRequested', data: { ...said, ...terms, evidence } }];
}

function excludeDays(
  { cause, from, until }: Command<'exclude-days'>['exclusion'],
  today: string,
  { acceptedOn, exclusions }: Approval,
): ApprovalEvent[] {
  refuseFuture(from, today, 'from');
  refuseBefore(from, acceptedOn ?? from, '受理', 'from');
  refuseBefore(until, from, '开始', 'until');
  refuseUnless(
    until < addDays(from, LONGEST_EXCLUSION),
    'invalid',
    'APPROVAL.EXCLUSION_TOO_LONG',
    `不计入期限的时间不得超过 ${LONGEST_EXCLUSION} 天`,
    'until',
  );
  const overlapping = exclusions.find((span) => span.from <= until && from <= span.until);
  refuseUnless(
    !overlapping,
    'conflict',
    'APPROVAL.EXCLUSION_OVERLAPS',
    `与 ${overlapping?.from} 至 ${overlapping?.until} 已登记的时间重叠`,
    'from',
  );
  return [{ type: 'ApprovalClockExcluded', data: { cause, from, until, occurredOn: from } }];
}

/** Papers that acceptance did without must be there by the decision; a commitment may be shown to hold after it. */
function grant({ number, occurredOn, evidence = [] }: Command<'grant'>, { owed }: Approval): ApprovalEvent {
  refuseUnless(
    owed?.kind !== 'papers' || owed.suppliedOn,
    'conflict',
    'APPROVAL.PAPERS_MISSING',
    '容缺的材料尚未补齐，不能批准',
  );
  return { type: 'ApprovalGranted', data: { number, evidence, grade: gradeOf(evidence), occurredOn } };
}
