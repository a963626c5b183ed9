import { type DomainEvent } from '#libs/eventsourcing';
import { type AccountCode, type Day, type SixFields, type TaskDone, type UnitCode } from '#libs/values';

/** What a leader looks after besides projects: 企业 by its 统一社会信用代码, 园区 and 区县 by their unit's code. */
export const STEWARDED_KIND_NAMES = { enterprise: '企业', park: '园区', district: '区县' } as const;
export type StewardedKind = keyof typeof STEWARDED_KIND_NAMES;
export const STEWARDED_KINDS = Object.keys(STEWARDED_KIND_NAMES) as readonly StewardedKind[];

/** 挂钩联系 keeps in touch (000), 包保 sees it through (002), 第一责任人 answers for all of it (003 (二)). */
export const PURPOSE_NAMES = { liaison: '挂钩联系', guarantee: '包保', 'first-responsible': '第一责任人' } as const;
export type Purpose = keyof typeof PURPOSE_NAMES;
export const PURPOSES = Object.keys(PURPOSE_NAMES) as readonly Purpose[];

/** Which enterprise, park or district. */
export interface Stewarded {
  readonly kind: StewardedKind;
  readonly code: string;
}

/** Who looks after it from `occurredOn` on: `duty` says as what, `unit` answers beside the leader (责任部门, 002). */
export interface Charge {
  readonly unit: UnitCode;
  readonly account: AccountCode;
  readonly duty: string;
  readonly purpose: Purpose;
  readonly occurredOn: Day;
}

/** `name` is an enterprise's, once it has been said; a unit has its own. */
export type StewardAttached = DomainEvent<
  'StewardAttached',
  {
    kind: StewardedKind;
    code: string;
    name?: string;
    unit: UnitCode;
    account: AccountCode;
    duty: string;
    purpose: Purpose;
    occurredOn: Day;
  }
>;
/** The attachment anew, whole. */
export type StewardCorrected = DomainEvent<
  'StewardCorrected',
  {
    correctsEventId: string;
    reason: string;
    unit: UnitCode;
    account: AccountCode;
    duty: string;
    purpose: Purpose;
    occurredOn: Day;
  }
>;
/** From `occurredOn` on the leader looks after it no more. */
export type StewardDetached = DomainEvent<'StewardDetached', { account: AccountCode; occurredOn: Day }>;
/** 六定 for a leader who is attached: the leader is the 牵头领导. Setting them anew replaces them; `carries` names those of the leader who was replaced. */
export type StewardTaskFixed = DomainEvent<'StewardTaskFixed', SixFields & { carries?: string; occurredOn: Day }>;
/** 办结: what the 六定 of the event `taskEventId` ask for has been done. */
export type StewardTaskDone = DomainEvent<'StewardTaskDone', TaskDone>;
/** What an enterprise is really called. */
export type StewardedRenamed = DomainEvent<'StewardedRenamed', { name: string; reason: string; occurredOn: Day }>;
/** What the event says was not so. */
export type StewardFactVoided = DomainEvent<'StewardFactVoided', { eventId: string; finding: string; occurredOn: Day }>;

export type StewardshipEvent =
  | StewardAttached
  | StewardCorrected
  | StewardDetached
  | StewardTaskFixed
  | StewardTaskDone
  | StewardedRenamed
  | StewardFactVoided;

const PREFIX = 'stewardship-';

export const stewardshipStream = (id: string): string => `${PREFIX}${id}`;

/** The stewardship whose stream it is. */
export const stewardshipIdOf = (stream: string): string => stream.slice(PREFIX.length);
