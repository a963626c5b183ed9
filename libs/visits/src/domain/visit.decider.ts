import { type Decider, type Recorded, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { VISIT_TITLES } from './titles.js';
import { type VisitEvent, type VisitLogged } from './visit.events.js';

type Told = Omit<VisitLogged['data'], 'occurredOn'>;

export type VisitCommand = { readonly today: Day } & (
  | { readonly kind: 'log-visit'; readonly visit: Told }
  | { readonly kind: 'correct-visit'; readonly visit: Told; readonly correctsEventId: string; readonly reason: string }
  | { readonly kind: 'void-visit'; readonly finding: string; readonly occurredOn: Day }
);

/** A visit as it stands: by the event that logged it, or corrected it last. */
export type Visit = VisitLogged['data'] & {
  readonly eventId: string;
  /** The day on which it was found that there was none. */
  readonly voidedOn?: Day;
};
/** `undefined` until the visit is logged. */
export type VisitState = Visit | undefined;

/** The rules of a visit (features.md L8): logged once, when it is over; what is done in person names who and for what. */
export const visitDecider: Decider<VisitCommand, VisitState, VisitEvent> = {
  knows: VISIT_TITLES,
  initialState: undefined,

  decide(command, state) {
    const { today } = command;
    if (command.kind === 'log-visit') {
      refuseUnless(!state, 'conflict', 'VISIT.ALREADY_LOGGED', '这次外出（接待）已登记');
      return [{ type: 'VisitLogged', data: sound(command.visit, today) }];
    }
    refuseUnless(state, 'not-found', 'VISIT.UNKNOWN', '没有这条外出（接待）记录');
    refuseUnless(!state.voidedOn, 'conflict', 'VISIT.VOID', '这条外出（接待）记录已作废');
    if (command.kind === 'correct-visit') {
      const { visit, correctsEventId, reason } = command;
      const stands = correctsEventId === state.eventId;
      refuseUnless(stands, 'conflict', 'VISIT.NOTHING_TO_CORRECT', '所指事件不是有效的记录', 'correctsEventId');
      return [{ type: 'VisitCorrected', data: { ...sound(visit, today), correctsEventId, reason } }];
    }
    const { finding, occurredOn } = command;
    refuseFuture(occurredOn, today);
    refuseBefore(occurredOn, state.occurredOn, '外出（接待）');
    return [{ type: 'VisitVoided', data: { eventId: state.eventId, finding, occurredOn } }];
  },

  evolve: (state, event) => evolve(state, event),
};

function evolve(state: VisitState, { type, id: eventId, data }: Recorded<VisitEvent>): VisitState {
  switch (type) {
    case 'VisitLogged':
      return { ...data, eventId };
    case 'VisitCorrected': {
      const { correctsEventId, reason, ...visit } = data;
      return { ...visit, eventId };
    }
    case 'VisitVoided':
      return state && { ...state, voidedOn: data.occurredOn };
  }
}

function sound(visit: Told, today: Day): VisitLogged['data'] {
  refuseFuture(visit.to, today, 'to');
  refuseBefore(visit.to, visit.from, '开始', 'to');
  if (visit.inPerson?.length) refuseNameless(visit);
  return { ...visit, occurredOn: visit.to };
}

function refuseNameless({ leader, leaderDuty, projects = [], leads = [] }: Told): void {
  refuseUnless(leader ?? leaderDuty, 'invalid', 'VISIT.NO_LEADER', '“三个亲自”须写明领导职务或账号', 'leaderDuty');
  refuseUnless(
    projects.length + leads.length > 0,
    'invalid',
    'VISIT.NO_SUBJECT',
    '“三个亲自”须写明所涉项目或线索',
    'projects',
  );
}
