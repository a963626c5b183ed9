import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { refuseEnded } from './changes.js';
import {
  GROUP_KINDS,
  type GroupKind,
  type GroupMemberAdded,
  type GroupMemberRemoved,
  type PersonAppointed,
  type PersonRelieved,
  type UnitEvent,
} from './unit.events.js';
import { type Tenure, type Unit, postKey } from './unit.state.js';

/** What is given up, or taken up again, can't lie before the change before it. */
function refuseChange({ since }: Tenure<unknown>, day: Day, today: Day): void {
  refuseFuture(day, today);
  refuseBefore(day, since, '上一次变更');
}

function refuseTaking(unit: Unit, before: Tenure<unknown> | undefined, day: Day, today: Day): void {
  refuseChange(before ?? unit, day, today);
  refuseEnded(unit, day, 'occurredOn');
}

/** A unit joins a group. That it is registered and lasts is for the caller to see to. @throws Refusal */
export function addMember(group: Unit, joining: GroupMemberAdded['data'], today: Day): UnitEvent[] {
  const { member, occurredOn } = joining;
  const isGroup = GROUP_KINDS.includes(group.kind as GroupKind);
  refuseUnless(
    isGroup,
    'conflict',
    'UNIT.NOT_A_GROUP',
    `单位 ${group.code} 不是工作组、领导小组或指挥部，没有成员单位`,
  );
  refuseUnless(member !== group.code, 'invalid', 'GROUP.MEMBER_OF_ITSELF', '不能以自身为成员单位', 'member');
  const tenure = group.members.get(member);
  refuseUnless(!tenure?.held, 'conflict', 'GROUP.ALREADY_MEMBER', `单位 ${member} 已是成员单位`, 'member');
  refuseTaking(group, tenure, occurredOn, today);
  return [{ type: 'GroupMemberAdded', data: joining }];
}

/** A unit leaves a group. @throws Refusal */
export function removeMember(group: Unit, leaving: GroupMemberRemoved['data'], today: Day): UnitEvent[] {
  const tenure = group.members.get(leaving.member);
  refuseUnless(tenure?.held, 'conflict', 'GROUP.NOT_A_MEMBER', `单位 ${leaving.member} 不是成员单位`, 'member');
  refuseChange(tenure, leaving.occurredOn, today);
  return [{ type: 'GroupMemberRemoved', data: leaving }];
}

/** A person takes an office. @throws Refusal */
export function appoint(unit: Unit, appointment: PersonAppointed['data'], today: Day): UnitEvent[] {
  const tenure = unit.posts.get(postKey(appointment.account, appointment.duty));
  refuseUnless(!tenure?.held, 'conflict', 'POST.ALREADY_HELD', `账号 ${appointment.account} 已任该职`, 'account');
  refuseTaking(unit, tenure, appointment.occurredOn, today);
  return [{ type: 'PersonAppointed', data: appointment }];
}

/** A person gives an office up. @throws Refusal */
export function relieve(unit: Unit, relief: PersonRelieved['data'], today: Day): UnitEvent[] {
  const tenure = unit.posts.get(postKey(relief.account, relief.duty));
  refuseUnless(tenure?.held, 'conflict', 'POST.NOT_HELD', `账号 ${relief.account} 未任该职`, 'account');
  refuseChange(tenure, relief.occurredOn, today);
  return [{ type: 'PersonRelieved', data: relief }];
}
