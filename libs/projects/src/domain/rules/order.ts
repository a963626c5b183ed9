import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type Milestone, MILESTONES } from '../project.events.js';
import { type Project } from '../project.state.js';
import { type Given } from './given.js';

/** What people call the milestones. */
export const NAMES: Readonly<Record<Milestone, string>> = {
  contract: '签约',
  registration: '企业注册',
  land: '拿地',
  start: '开工',
  completion: '竣工',
  acceptance: '竣工验收',
  handover: '资产移交',
  production: '投产',
  output: '达产',
};

const RESTS_ON: Readonly<Partial<Record<Milestone, Milestone>>> = {
  land: 'contract',
  start: 'contract',
  completion: 'start',
  acceptance: 'completion',
  handover: 'acceptance',
  production: 'start',
  output: 'start',
};

/** Milestones of works: none is reached while the works stand still. */
const WORKS: readonly Milestone[] = ['start', 'completion', 'production', 'output'];

/** What must be on record before a milestone; whoever buys a plant that runs (并购) builds nothing. */
export function restsOn({ kind }: Pick<Project, 'kind'>, milestone: Milestone): Milestone | undefined {
  const bought = kind === 'acquisition' && (milestone === 'production' || milestone === 'output');
  return bought ? 'contract' : RESTS_ON[milestone];
}

/** Milestones that can't lie after another where both are on record, though neither needs the other there. */
const precedes = (earlier: Milestone, later: Milestone) => earlier === 'production' && later === 'output';

/**
 * A milestone needs what it rests on, and a day between its neighbours', outside any suspension.
 * @throws Refusal PROJECT.<LATER>_BEFORE_<EARLIER>, DAY.IN_FUTURE, DAY.BEFORE_PREVIOUS, DAY.AFTER_NEXT, PROJECT.SUSPENDED
 */
export function refuseOutOfOrder(milestone: Milestone, day: Day, { project, today, at }: Given): void {
  const field = `${at}occurredOn`;
  const base = restsOn(project, milestone);
  if (base)
    refuseUnless(
      project.reached[base],
      'conflict',
      `PROJECT.${milestone.toUpperCase()}_BEFORE_${base.toUpperCase()}`,
      `项目尚未${NAMES[base]}，不能登记${NAMES[milestone]}`,
    );
  refuseFuture(day, today, field);
  refuseBefore(day, project.openedOn, '立项登记', field);
  for (const other of MILESTONES) {
    const on = project.reached[other]?.on;
    if (on === undefined || other === milestone) continue;
    if (base === other || precedes(other, milestone)) refuseBefore(day, on, NAMES[other], field);
    if (restsOn(project, other) === milestone || precedes(milestone, other)) refuseAfter(day, on, other, field);
  }
  if (WORKS.includes(milestone)) refuseStandstill(project, day, milestone, field);
}

const refuseAfter = (day: Day, next: Day, later: Milestone, field: string): void =>
  refuseUnless(day <= next, 'invalid', 'DAY.AFTER_NEXT', `日期 ${day} 晚于已登记的${NAMES[later]}日期 ${next}`, field);

function refuseStandstill({ stops }: Project, day: Day, milestone: Milestone, field: string): void {
  const stop = stops.find(({ on, until }) => day > on && (until === undefined || day < until));
  refuseUnless(
    !stop,
    'conflict',
    'PROJECT.SUSPENDED',
    `项目自 ${stop?.on} 起停工，其间不能登记${NAMES[milestone]}`,
    field,
  );
}

/** The first milestone of works within a standstill; `undefined` when there is none. */
export const worksWithin = ({ reached }: Project, from: Day, until: Day | undefined): Milestone | undefined =>
  WORKS.find((milestone) => {
    const on = reached[milestone]?.on;
    return on !== undefined && on > from && (until === undefined || on < until);
  });
