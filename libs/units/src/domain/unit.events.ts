import { type DomainEvent } from '#libs/eventsourcing';
import { type AccountCode, type Day, type DivisionCode, type UnitCode } from '#libs/values';

/** Units that gather other units around a task; only these have members (features.md L11). */
export const GROUP_KINDS = [
  'leading-group', // 领导小组
  'industry-group', // 产业招商组
  'factor-guarantee-group', // 全要素保障组
  'evaluation-group', // 全周期绩评组
  'working-group', // 专项工作组
  'command-post', // 指挥部
  'task-force', // 专班
] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** The kinds of unit (features.md L11, A4). */
export const UNIT_KINDS = [
  'district', // 区县
  'development-zone', // 开发区
  'department', // 市直部门
  'state-enterprise', // 市属国企
  'promotion-company', // 招商公司（公司化招商）
  'company', // 企业
  'outpost', // 驻外招商机构
  ...GROUP_KINDS,
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What a unit does in a group: 牵头单位, 办公室所在单位, 成员单位, 配合单位. */
export const MEMBER_ROLES = ['lead', 'office', 'member', 'support'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** The offices that a person can hold in a unit. A closed list, so that no name gets into an event. */
export const DUTIES = [
  'head', // 组长
  'first-deputy-head', // 第一副组长
  'deputy-head', // 副组长
  'first-director', // 办公室第一主任
  'director', // 主任
  'deputy-director', // 副主任
  'commander', // 指挥长
  'deputy-commander', // 副指挥长
  'chief', // 单位主要负责人
  'deputy-chief', // 单位分管负责人
  'general-manager', // 总经理
  'liaison', // 信息联络员
  'member', // 成员
] as const;
export type Duty = (typeof DUTIES)[number];

/** `group` is the assessment group (考核分组) in which the unit is ranked. */
export type UnitRegistered = DomainEvent<
  'UnitRegistered',
  { code: UnitCode; name: string; kind: UnitKind; group: string; divisionCode?: DivisionCode; occurredOn: Day }
>;

/** `occurredOn` is the day of the decision, `from` the first day of its effect, which may lie before it or ahead. */
interface Decision {
  from: Day;
  occurredOn: Day;
}

/** A county that becomes a district gets another name and mostly another division code. */
export type UnitRenamed = DomainEvent<'UnitRenamed', Decision & { name: string; divisionCode?: DivisionCode }>;
export type UnitRegrouped = DomainEvent<'UnitRegrouped', Decision & { assessmentGroup: string }>;
/** From that day on the unit takes no new matters; those of its past stay its own. */
export type UnitMerged = DomainEvent<'UnitMerged', Decision & { into: UnitCode }>;
export type UnitSplit = DomainEvent<'UnitSplit', Decision & { into: UnitCode[] }>;

/** The merger or split was recorded by mistake: from now on the unit has never ended. */
export type UnitEndVoided = DomainEvent<'UnitEndVoided', { eventId: string; reason: string; occurredOn: Day }>;
export type GroupMemberAdded = DomainEvent<'GroupMemberAdded', { member: UnitCode; role: MemberRole; occurredOn: Day }>;
export type GroupMemberRemoved = DomainEvent<'GroupMemberRemoved', { member: UnitCode; occurredOn: Day }>;
export type PersonAppointed = DomainEvent<'PersonAppointed', { account: AccountCode; duty: Duty; occurredOn: Day }>;
export type PersonRelieved = DomainEvent<'PersonRelieved', { account: AccountCode; duty: Duty; occurredOn: Day }>;

export type UnitEvent =
  | UnitRegistered
  | UnitRenamed
  | UnitRegrouped
  | UnitMerged
  | UnitSplit
  | UnitEndVoided
  | GroupMemberAdded
  | GroupMemberRemoved
  | PersonAppointed
  | PersonRelieved;

export const unitStream = (code: UnitCode): string => `unit-${code}`;
export const unitCodeOf = (stream: string): UnitCode => stream.slice(unitStream('').length);
