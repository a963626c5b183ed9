import { type VoidStep, refuseBefore, refuseFuture, refuseUnless, voidStep } from '#libs/eventsourcing';
import { type Day, daysBetween } from '#libs/values';
import { type ReserveChange, type ReviewReserve } from './reserve.commands.js';
import { type ReserveConverted, type ReserveEvent, SELECTION_STEPS } from './reserve.events.js';
import { OPEN_STAGES, type ReserveEntry, type ReserveStage } from './reserve.state.js';

const STAGE_NAMES: Record<ReserveStage, string> = {
  idea: '谋划',
  reserve: '储备',
  ready: '成熟',
  converted: '已转项目',
  dropped: '已放弃',
  cleared: '已清理',
};
const STEP_NAMES = { sought: '选商', compared: '比商', chosen: '定商' } as const;

type FactsOf<Kind extends ReserveChange['kind']> = Extract<ReserveChange, { kind: Kind; facts: unknown }>['facts'];

/** @throws Refusal when the entry has ended, or the day is in the future or before the last event. */
function refuseOutOfTime(entry: ReserveEntry, day: Day, today: Day, field = 'occurredOn'): void {
  const open = OPEN_STAGES.includes(entry.stage);
  refuseUnless(open, 'conflict', 'RESERVE.ENDED', `储备项目${STAGE_NAMES[entry.stage]}，不能再变更`);
  refuseFuture(day, today, field);
  refuseBefore(day, entry.since, '上一步', field);
}

/** What is held for a zombie moves only once it is revived. */
function refuseStep(entry: ReserveEntry, day: Day, today: Day): void {
  refuseOutOfTime(entry, day, today);
  refuseUnless(!entry.flag, 'conflict', 'RESERVE.FLAGGED', '已列为僵尸项目，须先说明理由予以激活，或予以清理');
}

function refuseUnlessAt(entry: ReserveEntry, stage: ReserveStage, what: string): void {
  const message = `处于“${STAGE_NAMES[entry.stage]}”阶段，不能${what}`;
  refuseUnless(entry.stage === stage, 'conflict', 'RESERVE.WRONG_STAGE', message);
}

/** 多规合一 site check; again after a failure, with another site or a changed plan. @throws Refusal */
export function checkSite(entry: ReserveEntry, facts: FactsOf<'check-site'>, today: Day): ReserveEvent[] {
  refuseStep(entry, facts.occurredOn, today);
  refuseUnlessAt(entry, 'idea', '再作选址核对');
  const passed = entry.site?.outcome === 'passed';
  refuseUnless(!passed, 'conflict', 'RESERVE.SITE_PASSED', '选址已通过多规合一核对');
  const explained = facts.outcome === 'passed' || facts.reason !== undefined;
  refuseUnless(explained, 'invalid', 'RESERVE.REASON_MISSING', '选址未通过的须说明原因', 'reason');
  return [{ type: 'SiteChecked', data: facts }];
}

/** 选商, 比商, 定商, one after another. @throws Refusal */
export function advanceSelection(entry: ReserveEntry, facts: FactsOf<'advance-selection'>, today: Day): ReserveEvent[] {
  refuseStep(entry, facts.occurredOn, today);
  const sought = entry.funding === 'market';
  refuseUnless(sought, 'conflict', 'RESERVE.NO_INVESTOR_SOUGHT', '财政投资项目不选商');
  const next = SELECTION_STEPS[entry.selection ? SELECTION_STEPS.indexOf(entry.selection.step) + 1 : 0];
  refuseUnless(next, 'conflict', 'RESERVE.INVESTOR_CHOSEN', `已定商：${entry.selection?.enterprise}`);
  const message = `下一步为${STEP_NAMES[next]}，不能登记${STEP_NAMES[facts.step]}`;
  refuseUnless(facts.step === next, 'conflict', 'RESERVE.SELECTION_ORDER', message, 'step');
  const named = facts.step !== 'chosen' || facts.enterprise !== undefined;
  refuseUnless(named, 'invalid', 'RESERVE.ENTERPRISE_MISSING', '定商须写明企业', 'enterprise');
  return [{ type: 'SelectionAdvanced', data: facts }];
}

/** @throws Refusal */
export function reportEarlyWorks(
  entry: ReserveEntry,
  facts: FactsOf<'report-early-works'>,
  today: Day,
): ReserveEvent[] {
  refuseStep(entry, facts.occurredOn, today);
  const news = entry.earlyWorks[facts.work]?.state !== facts.state;
  // Saying the same again would pass for movement.
  refuseUnless(news, 'conflict', 'RESERVE.NOTHING_NEW', '该项前期工作的状态没有变化', 'state');
  return [{ type: 'EarlyWorksReported', data: facts }];
}

/** Into the library: on a site that agrees with the plans, with an investor where one has to be found. @throws Refusal */
export function enterReserve(entry: ReserveEntry, facts: FactsOf<'enter-reserve'>, today: Day): ReserveEvent[] {
  refuseStep(entry, facts.occurredOn, today);
  refuseUnlessAt(entry, 'idea', '入储备库');
  const passed = entry.site?.outcome === 'passed';
  refuseUnless(passed, 'conflict', 'RESERVE.SITE_NOT_PASSED', '选址尚未通过多规合一核对，不能入库');
  const chosen = entry.funding === 'fiscal' || entry.selection?.step === 'chosen';
  refuseUnless(chosen, 'conflict', 'RESERVE.INVESTOR_NOT_CHOSEN', '尚未定商，不能入库');
  return [{ type: 'ReserveEntered', data: facts }];
}

/** Ready once no early work that was begun is left open. @throws Refusal */
export function markReady(entry: ReserveEntry, facts: FactsOf<'mark-ready'>, today: Day): ReserveEvent[] {
  refuseStep(entry, facts.occurredOn, today);
  refuseUnlessAt(entry, 'reserve', '认定成熟');
  const closed = Object.values(entry.earlyWorks).every(({ state }) => state === 'done');
  refuseUnless(closed, 'conflict', 'RESERVE.EARLY_WORKS_OPEN', '尚有前期工作未完成，不能认定成熟');
  return [{ type: 'ReserveReadied', data: facts }];
}

/** @throws Refusal */
export function convert(entry: ReserveEntry, facts: ReserveConverted['data'], today: Day): ReserveEvent[] {
  refuseStep(entry, facts.occurredOn, today);
  refuseUnlessAt(entry, 'ready', '转为项目');
  return [{ type: 'ReserveConverted', data: facts }];
}

/** @throws Refusal */
export function drop(entry: ReserveEntry, facts: FactsOf<'drop-reserve'>, today: Day): ReserveEvent[] {
  refuseStep(entry, facts.occurredOn, today);
  return [{ type: 'ReserveDropped', data: facts }];
}

/**
 * 僵尸项目: the answer follows from the entry and the day that the caller names alone, so that a review can be replayed.
 * @throws Refusal RESERVE.NOT_IDLE when it has moved within the limit.
 */
export function review(
  entry: ReserveEntry,
  { on, idleDays: limitDays }: ReviewReserve['facts'],
  today: Day,
): ReserveEvent[] {
  refuseOutOfTime(entry, on, today, 'on');
  refuseUnless(!entry.flag, 'conflict', 'RESERVE.FLAGGED', '已列为僵尸项目');
  const idleDays = daysBetween(entry.movedOn, on);
  const message = `${entry.movedOn} 尚有进展，至 ${on} 停滞 ${idleDays} 天，未满 ${limitDays} 天`;
  refuseUnless(idleDays >= limitDays, 'conflict', 'RESERVE.NOT_IDLE', message);
  return [{ type: 'ZombieFlagged', data: { idleSince: entry.movedOn, idleDays, limitDays, occurredOn: on } }];
}

function refuseUnlessFlagged(entry: ReserveEntry, day: Day, today: Day): void {
  refuseOutOfTime(entry, day, today);
  refuseUnless(entry.flag, 'conflict', 'RESERVE.NOT_FLAGGED', '未列为僵尸项目');
}

/** 激活. @throws Refusal */
export function revive(entry: ReserveEntry, facts: FactsOf<'revive-zombie'>, today: Day): ReserveEvent[] {
  refuseUnlessFlagged(entry, facts.occurredOn, today);
  return [{ type: 'ZombieRevived', data: facts }];
}

/** 清理. @throws Refusal */
export function clear(entry: ReserveEntry, facts: FactsOf<'clear-zombie'>, today: Day): ReserveEvent[] {
  refuseUnlessFlagged(entry, facts.occurredOn, today);
  return [{ type: 'ZombieCleared', data: facts }];
}

/** The last step was recorded by mistake; one that has made a project of the entry stays. @throws Refusal */
export function takeBack(entry: ReserveEntry, facts: VoidStep['facts'], today: Day): ReserveEvent[] {
  const open = entry.stage !== 'converted';
  refuseUnless(open, 'conflict', 'RESERVE.ENDED', '储备项目已转项目，不能作废该步骤');
  return voidStep('ReserveStepVoided', entry, facts, today);
}
