import { type Decider, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type VisitEvent, type VisitLogged } from './visit.events.js';

export interface VisitCommand {
  readonly kind: 'log-visit';
  readonly visit: Omit<VisitLogged['data'], 'occurredOn'>;
  readonly today: Day;
}

/** `undefined` until the visit is logged. */
export type VisitState = VisitLogged['data'] | undefined;

/** The rules of a visit (features.md L8): logged once, when it is over; what is done in person names who and for what. */
export const visitDecider: Decider<VisitCommand, VisitState, VisitEvent> = {
  initialState: undefined,

  decide({ visit, today }, state) {
    refuseUnless(!state, 'conflict', 'VISIT.ALREADY_LOGGED', '这次外出（接待）已登记');
    refuseFuture(visit.to, today, 'to');
    refuseBefore(visit.to, visit.from, '开始', 'to');
    if (visit.inPerson?.length) refuseNameless(visit);
    return [{ type: 'VisitLogged', data: { ...visit, occurredOn: visit.to } }];
  },

  evolve(_state, { data }) {
    return data;
  },
};

function refuseNameless({ leader, leaderDuty, projects = [], leads = [] }: VisitCommand['visit']): void {
  refuseUnless(leader ?? leaderDuty, 'invalid', 'VISIT.NO_LEADER', '“三个亲自”须写明领导职务或账号', 'leaderDuty');
  refuseUnless(
    projects.length + leads.length > 0,
    'invalid',
    'VISIT.NO_SUBJECT',
    '“三个亲自”须写明所涉项目或线索',
    'projects',
  );
}
