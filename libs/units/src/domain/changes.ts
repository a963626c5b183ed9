import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';
import {
  type UnitEvent,
  type UnitKind,
  type UnitMerged,
  type UnitRegrouped,
  type UnitRenamed,
  type UnitSplit,
} from './unit.events.js';
import { type Unit } from './unit.state.js';

const END_NAMES = { merged: '并入', split: '拆分为' } as const;

/**
 * A unit that has merged or split takes nothing new from that day on.
 * @param successors how the refusal calls the units it has gone into.
 * @throws Refusal UNIT.MERGED, UNIT.SPLIT
 */
export function refuseEnded({ code, end }: Unit, day: Day, field: string, successors = end?.into.join('、')): void {
  if (!end || day < end.from) return;
  const message = `单位 ${code} 已于 ${end.from} ${END_NAMES[end.kind]} ${successors}，请以后者办理`;
  refuseUnless(false, 'invalid', `UNIT.${end.kind.toUpperCase()}`, message, field);
}

/** Only a division has a division code: a development zone is a unit within divisions. @throws Refusal UNIT.NOT_A_DIVISION */
export const refuseDivisionCode = (kind: UnitKind, divisionCode: string | undefined): void =>
  refuseUnless(
    divisionCode === undefined || kind === 'district',
    'invalid',
    'UNIT.NOT_A_DIVISION',
    '只有区县有行政区划代码',
    'divisionCode',
  );

/** What begins on a day can't begin before the unit, nor before what it follows, nor after the unit's end. */
function refuseBeginning(unit: Unit, { from, occurredOn }: { from: Day; occurredOn: Day }, today: Day, last: Day) {
  refuseFuture(occurredOn, today);
  refuseBefore(from, last, '上一次生效', 'from');
  refuseEnded(unit, from, 'from');
}

const lastFrom = (periods: readonly { readonly from: Day }[], since: Day): Day => periods.at(-1)?.from ?? since;

/** 更名. @throws Refusal */
export function rename(unit: Unit, renaming: UnitRenamed['data'], today: Day): UnitEvent[] {
  refuseDivisionCode(unit.kind, renaming.divisionCode);
  refuseBeginning(unit, renaming, today, lastFrom(unit.names, unit.since));
  const same = unit.names.at(-1)?.value === renaming.name;
  refuseUnless(!same, 'conflict', 'UNIT.SAME_NAME', `单位已名为“${renaming.name}”`, 'name');
  return [{ type: 'UnitRenamed', data: renaming }];
}

/** 调整考核分组. @throws Refusal */
export function regroup(unit: Unit, regrouping: UnitRegrouped['data'], today: Day): UnitEvent[] {
  refuseBeginning(unit, regrouping, today, lastFrom(unit.groups, unit.since));
  const same = unit.groups.at(-1)?.value === regrouping.assessmentGroup;
  refuseUnless(
    !same,
    'conflict',
    'UNIT.SAME_GROUP',
    `单位已在考核分组“${regrouping.assessmentGroup}”`,
    'assessmentGroup',
  );
  return [{ type: 'UnitRegrouped', data: regrouping }];
}

function refuseEnd(unit: Unit, into: readonly UnitCode[], decision: { from: Day; occurredOn: Day }, today: Day): void {
  refuseUnless(!unit.end, 'conflict', 'UNIT.ALREADY_ENDED', `单位 ${unit.code} 的并入或拆分已登记`);
  refuseUnless(!into.includes(unit.code), 'invalid', 'UNIT.INTO_ITSELF', '单位不能并入或拆分为自身', 'into');
  refuseFuture(decision.occurredOn, today);
  // From its last change on: a name or group that began later would have no unit to belong to.
  const last = [unit.since, lastFrom(unit.names, unit.since), lastFrom(unit.groups, unit.since)].sort().at(-1);
  refuseBefore(decision.from, last ?? unit.since, '设立或上一次变更生效', 'from');
}

/** 并入. That the other is registered and lasts is for the caller to see to. @throws Refusal */
export function merge(unit: Unit, merger: UnitMerged['data'], today: Day): UnitEvent[] {
  refuseEnd(unit, [merger.into], merger, today);
  return [{ type: 'UnitMerged', data: merger }];
}

/** 拆分. @throws Refusal */
export function split(unit: Unit, splitting: UnitSplit['data'], today: Day): UnitEvent[] {
  const distinct = new Set(splitting.into).size === splitting.into.length;
  refuseUnless(
    distinct && splitting.into.length > 1,
    'invalid',
    'UNIT.SPLIT_INTO',
    '须拆分为两个以上不同的单位',
    'into',
  );
  refuseEnd(unit, splitting.into, splitting, today);
  return [{ type: 'UnitSplit', data: splitting }];
}

/** A merger or split that was recorded by mistake never was (features.md P12). @throws Refusal UNIT.NOT_ENDED */
export function voidEnd(
  { code, end }: Unit,
  { reason, occurredOn }: { reason: string; occurredOn: Day },
  today: Day,
): UnitEvent[] {
  refuseUnless(end, 'conflict', 'UNIT.NOT_ENDED', `单位 ${code} 没有并入或拆分的记录可作废`);
  refuseFuture(occurredOn, today);
  refuseBefore(occurredOn, end.decidedOn, '并入或拆分的决定');
  return [{ type: 'UnitEndVoided', data: { eventId: end.eventId, reason, occurredOn } }];
}
