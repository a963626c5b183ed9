import { type Decider, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type AccountCode, type Day } from '#libs/values';
import { refuseClash } from './clashes.js';
import { refuseUnsoundCode } from './stewarded.js';
import {
  type FinishedTask,
  type Replacement,
  type StewardshipChange,
  type StewardshipCommand,
  type TakeOver,
} from './stewardship.commands.js';
import {
  type StewardAttached,
  type StewardCorrected,
  type StewardDetached,
  type StewardTaskFixed,
  type StewardedRenamed,
  type StewardshipEvent,
} from './stewardship.events.js';
import {
  type Attachment,
  type FixedTask,
  type Stewardship,
  type StewardshipState,
  attachmentOf,
  evolveStewardship,
  openTaskOf,
} from './stewardship.state.js';
import { STEWARDSHIP_TITLES } from './titles.js';
import { voidFact } from './void-fact.js';

/**
 * The rules of who looks after an enterprise, park or district (features.md P10): no leader twice at a time, one 第一责任人 at
 * a time, 六定 only for a leader who is attached. What a leader has not done goes on with whoever takes over,
 * and until then with its 责任单位: 包保 sees a thing through from its first paper to production (002).
 */
export const stewardshipDecider: Decider<StewardshipCommand, StewardshipState, StewardshipEvent> = {
  knows: STEWARDSHIP_TITLES,
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'attach-steward') return attach(command.facts, state, command.today);
    refuseUnless(state, 'not-found', 'STEWARDSHIP.UNKNOWN', '该企业、园区或区县没有领导挂钩记录');
    refuseFuture(command.facts.occurredOn, command.today);
    return change(command, state);
  },

  evolve: evolveStewardship,
};

function change({ kind, facts }: StewardshipChange, state: Stewardship): StewardshipEvent[] {
  switch (kind) {
    case 'replace-steward':
      return replace(facts, state);
    case 'detach-steward':
      return detach(facts, state);
    case 'fix-task':
      return fixTask(facts, state);
    case 'take-over-task':
      return takeOver(facts, state);
    case 'finish-task':
      return finishTask(facts, state);
    case 'rename-stewarded':
      return rename(facts, state);
    case 'correct-steward':
      return correct(facts, state);
    case 'void-fact':
      return voidFact(facts, state);
  }
}

function attach(data: StewardAttached['data'], state: StewardshipState, today: Day): StewardshipEvent[] {
  refuseUnsoundCode(data);
  refuseFuture(data.occurredOn, today);
  refuseClash({ ...data, from: data.occurredOn }, state?.attachments ?? []);
  const name = data.name ?? state?.name;
  return [{ type: 'StewardAttached', data: { ...data, ...(name !== undefined && { name }) } }];
}

/** The day is the successor's first; the one who is replaced has it no more. */
function replace({ account, successor, duty, occurredOn }: Replacement, state: Stewardship): StewardshipEvent[] {
  const detachment = detach({ account, occurredOn }, state);
  const other = successor !== account;
  refuseUnless(other, 'conflict', 'STEWARD.SAME_LEADER', '接替者与被接替者为同一领导', 'successor');
  const leaving = attached(state, account);
  const { unit, purpose } = leaving;
  const after = state.attachments.map((each) =>
    each.account === account && !each.detached ? { ...each, detached: { eventId: '', on: occurredOn } } : each,
  );
  refuseClash({ account: successor, purpose, from: occurredOn }, after, 'successor');
  const { kind, code, name } = state;
  const called = name !== undefined && { name };
  const data = { kind, code, ...called, unit, account: successor, duty, purpose, occurredOn };
  const open = openTaskOf(state, leaving);
  return [
    ...detachment,
    { type: 'StewardAttached', data },
    ...(open ? [carriedOver(open, successor, occurredOn)] : []),
  ];
}

/** Due when it was due, however late that is. */
function carriedOver(open: FixedTask, leader: AccountCode, occurredOn: Day): StewardTaskFixed {
  const { eventId: carries, matter, target, unit, requirement, due } = open;
  return { type: 'StewardTaskFixed', data: { matter, target, leader, unit, requirement, due, carries, occurredOn } };
}

function detach(data: StewardDetached['data'], state: Stewardship): StewardshipEvent[] {
  const attachment = attached(state, data.account);
  refuseBefore(data.occurredOn, lastDayOf(attachment), '挂钩或六定');
  return [{ type: 'StewardDetached', data }];
}

function fixTask(data: Omit<StewardTaskFixed['data'], 'carries'>, state: Stewardship): StewardshipEvent[] {
  const { from } = attached(state, data.leader, 'leader');
  refuseBefore(data.occurredOn, from, '挂钩');
  refuseBefore(data.due, data.occurredOn, '落实', 'due');
  return [{ type: 'StewardTaskFixed', data }];
}

/** By a leader who has nothing else to do: what is set anew would take the place of what is open. */
function takeOver({ taskEventId, leader, occurredOn }: TakeOver, state: Stewardship): StewardshipEvent[] {
  const open = openTask(state, taskEventId);
  const successor = attached(state, leader, 'leader');
  const theirs = openTaskOf(state, successor);
  refuseUnless(theirs !== open, 'conflict', 'STEWARD.SAME_LEADER', '该六定已由该领导牵头', 'leader');
  refuseUnless(!theirs, 'conflict', 'STEWARD.HAS_OPEN_TASK', '该领导已有未办结的六定，须先办结', 'leader');
  refuseBefore(occurredOn, open.on, '落实');
  refuseBefore(occurredOn, lastDayOf(successor), '挂钩或六定');
  return [carriedOver(open, leader, occurredOn)];
}

function finishTask({ evidence = [], ...data }: FinishedTask, state: Stewardship): StewardshipEvent[] {
  const open = openTask(state, data.taskEventId);
  refuseBefore(data.occurredOn, open.on, '落实');
  return [{ type: 'StewardTaskDone', data: { ...data, evidence } }];
}

function rename(data: StewardedRenamed['data'], { kind, name, attachments }: Stewardship): StewardshipEvent[] {
  refuseUnless(attachments.length > 0, 'conflict', 'STEWARD.NOT_ATTACHED', '该企业没有有效的领导挂钩记录');
  const named = kind === 'enterprise';
  refuseUnless(named, 'invalid', 'STEWARDSHIP.NAME_OF_UNIT', '园区、区县以登记的单位名称为准，不另填名称', 'name');
  refuseUnless(data.name !== name, 'conflict', 'STEWARDSHIP.SAME_NAME', '企业名称没有变化', 'name');
  return [{ type: 'StewardedRenamed', data }];
}

function correct(data: StewardCorrected['data'], state: Stewardship): StewardshipEvent[] {
  const { correctsEventId, account, occurredOn: from } = data;
  const wrong = state.attachments.find(({ eventId }) => eventId === correctsEventId);
  refuseUnless(wrong, 'conflict', 'STEWARD.NOTHING_TO_CORRECT', '所指事件不是有效的挂钩记录', 'correctsEventId');
  const free = account === wrong.account || wrong.tasks.every(({ carries }) => carries !== undefined);
  refuseUnless(free, 'conflict', 'STEWARD.HAS_TASK', '已按原领导落实六定，须先作废六定再更正领导', 'account');
  for (const { on } of [...wrong.tasks, ...(wrong.detached ? [wrong.detached] : [])])
    refuseUnless(from <= on, 'invalid', 'STEWARD.AFTER_NEXT', `挂钩日期不得晚于其后的记录（${on}）`, 'occurredOn');
  const others = state.attachments.filter((each) => each !== wrong);
  refuseClash({ ...data, from, until: wrong.detached?.on }, others);
  return [{ type: 'StewardCorrected', data }];
}

/** @throws Refusal STEWARD.NOT_ATTACHED */
function attached(state: Stewardship, account: AccountCode, field = 'account'): Attachment {
  const attachment = attachmentOf(state, account);
  refuseUnless(attachment, 'conflict', 'STEWARD.NOT_ATTACHED', '该领导没有挂钩该企业、园区或区县', field);
  return attachment;
}

/** @throws Refusal STEWARD.NO_OPEN_TASK */
function openTask(state: Stewardship, eventId: string): FixedTask {
  const open = state.attachments.map((each) => openTaskOf(state, each)).find((task) => task?.eventId === eventId);
  refuseUnless(open, 'conflict', 'STEWARD.NO_OPEN_TASK', '所指事件不是有待办结的六定', 'taskEventId');
  return open;
}

const lastDayOf = ({ from, tasks }: Attachment): Day =>
  tasks.flatMap(({ on, done }) => [on, done?.on ?? on]).reduce((last, on) => (on > last ? on : last), from);
