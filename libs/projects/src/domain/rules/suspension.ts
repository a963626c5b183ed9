import { refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type PlainCommand, type SuspendProject } from '../project.commands.js';
import { type ProjectEvent } from '../project.events.js';
import { type Given, refuseClosed } from './given.js';
import { NAMES, worksWithin } from './order.js';

/** Works stop; a suspension that is over may be recorded with its end. @throws Refusal */
export function suspendProject({ facts, resumedOn }: SuspendProject, { project, today }: Given): ProjectEvent[] {
  const last = project.stops.at(-1);
  refuseUnless(!last || last.until, 'conflict', 'PROJECT.SUSPENDED', `项目自 ${last?.on} 起已停工`);
  refuseClosed(project, facts.occurredOn);
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, project.openedOn, '立项登记');
  if (last?.until) refuseBefore(facts.occurredOn, last.until, '上一次复工');
  const within = worksWithin(project, facts.occurredOn, resumedOn);
  refuseUnless(
    !within,
    'conflict',
    'PROJECT.WORKS_WITHIN_SUSPENSION',
    `停工期间已登记${within && NAMES[within]}`,
    'occurredOn',
  );
  const suspended: ProjectEvent = { type: 'ProjectSuspended', data: facts };
  if (resumedOn === undefined) return [suspended];
  refuseFuture(resumedOn, today, 'resumedOn');
  refuseBefore(resumedOn, facts.occurredOn, '停工', 'resumedOn');
  return [suspended, { type: 'ProjectResumed', data: { occurredOn: resumedOn } }];
}

/** 复工. @throws Refusal */
export function resumeProject(
  facts: Extract<PlainCommand, { kind: 'resume-project' }>['facts'],
  { project, today }: Given,
): ProjectEvent[] {
  const last = project.stops.at(-1);
  refuseUnless(last && !last.until, 'conflict', 'PROJECT.NOT_SUSPENDED', '项目没有停工');
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, last.on, '停工');
  return [{ type: 'ProjectResumed', data: facts }];
}
