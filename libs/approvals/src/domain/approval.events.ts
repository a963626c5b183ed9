import { type DomainEvent, type StepVoided } from '#libs/eventsourcing';
import { type Day, type Evidence, type Grade, type UnitCode, derivedId } from '#libs/values';
import { type ApprovalKind } from './approval.kinds.js';
import { type Material } from './material.js';

/** Whether a limit runs in working days (工作日, as statutory limits do) or in all days. */
export const DAY_KINDS = ['working', 'calendar'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** 听证, 检验检测, 专家评审, 公示 and other times that don't count towards a limit. */
export const EXCLUSION_CAUSES = ['hearing', 'test', 'expert-review', 'public-notice', 'other'] as const;
export type ExclusionCause = (typeof EXCLUSION_CAUSES)[number];

/**
 * `unit` answers for the project, `localUnit` is its place, `department` decides. Limits are in days of the kind `days`, from acceptance;
 * `jointCase` numbers approvals that are handled together (并联审批, 联审联验, 四证一体), `agentUnit` goes the errands for
 * the enterprise (代办, 领办). `listed` is what the list of the day (清单制) requires; without a list in force there is none.
 */
export type ApprovalRequested = DomainEvent<
  'ApprovalRequested',
  {
    projectId: string;
    unit: UnitCode;
    localUnit?: UnitCode;
    kind: ApprovalKind;
    paper?: string;
    department: UnitCode;
    days: DayKind;
    statutoryLimit: number;
    promisedLimit?: number;
    jointCase?: string;
    agentUnit?: UnitCode;
    greenChannel?: boolean;
    listed?: { version: number; materials: Material[]; byCommitment?: boolean };
    evidence: Evidence[];
    occurredOn: Day;
  }
>;
/** 补正: what is missing, told once and before acceptance; no limit runs. */
export type ApprovalSupplementAsked = DomainEvent<'ApprovalSupplementAsked', { papers: string[]; occurredOn: Day }>;
export type ApprovalSupplementSupplied = DomainEvent<
  'ApprovalSupplementSupplied',
  { evidence: Evidence[]; occurredOn: Day }
>;
/** 受理: the limits run from the next day. With `missing` it is 容缺受理: papers to be handed in by a day, `items` their codes on the list. */
export type ApprovalAccepted = DomainEvent<
  'ApprovalAccepted',
  { missing?: { papers: string[]; items?: string[]; by: Day }; occurredOn: Day }
>;
/** 告知承诺, 承诺备案: accepted on the enterprise's word that it meets the conditions, shown to hold by a day, or that papers of the list (`items`) follow. */
export type CommitmentAccepted = DomainEvent<
  'CommitmentAccepted',
  { conditions: string[]; items?: string[]; by?: Day; evidence: Evidence[]; occurredOn: Day }
>;
/** What was owed after acceptance (missing papers, proof of the commitment) has been handed in: the papers named, or all of it. */
export type ApprovalOwedSupplied = DomainEvent<
  'ApprovalOwedSupplied',
  { items?: string[]; evidence: Evidence[]; occurredOn: Day }
>;
/** The days `from` to `until`, both included, count towards no limit; `until` may be planned. */
export type ApprovalClockExcluded = DomainEvent<
  'ApprovalClockExcluded',
  { cause: ExclusionCause; from: Day; until: Day; occurredOn: Day }
>;
/** An exclusion ends early: from `occurredOn` on the days count again. */
export type ApprovalClockResumed = DomainEvent<'ApprovalClockResumed', { occurredOn: Day }>;
export type ApprovalGranted = DomainEvent<
  'ApprovalGranted',
  { number: string; evidence: Evidence[]; grade: Grade; occurredOn: Day }
>;
/** 不予受理 or 不予许可. */
export type ApprovalRefused = DomainEvent<'ApprovalRefused', { reason: string; evidence: Evidence[]; occurredOn: Day }>;
export type ApprovalWithdrawn = DomainEvent<'ApprovalWithdrawn', { reason: string; occurredOn: Day }>;
/** A grant stands no more: revoked, annulled or lapsed (撤销, 注销, 失效). */
export type ApprovalRevoked = DomainEvent<'ApprovalRevoked', { reason: string; evidence: Evidence[]; occurredOn: Day }>;

export type ApprovalStepVoided = StepVoided<'ApprovalStepVoided'>;

/** What happens to an approval, as against what is recorded by mistake. */
export type ApprovalStep =
  | ApprovalRequested
  | ApprovalSupplementAsked
  | ApprovalSupplementSupplied
  | ApprovalAccepted
  | CommitmentAccepted
  | ApprovalOwedSupplied
  | ApprovalClockExcluded
  | ApprovalClockResumed
  | ApprovalGranted
  | ApprovalRefused
  | ApprovalWithdrawn
  | ApprovalRevoked;

export type ApprovalEvent = ApprovalStep | ApprovalStepVoided;

/** One approval of a project, whatever the number of attempts at it: that is how a second one can't be granted. */
export const approvalId = (projectId: string, kind: ApprovalKind, paper = ''): string =>
  derivedId('approval', projectId, kind, paper);

export const approvalStream = (id: string): string => `approval-${id}`;
