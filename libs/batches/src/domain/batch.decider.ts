import { type Decider, type Recorded, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';
import {
  type BatchEvent,
  type BatchHeld,
  type BatchHoldingVoided,
  type BatchKind,
  type BatchPlanned,
  DEEDS_OF,
  type Deed,
  type ProjectUnlisted,
} from './batch.events.js';
import { BATCH_TITLES } from './titles.js';

/** A project that is to be listed, with the unit that answers for it. */
export interface Candidate {
  readonly projectId: string;
  readonly unit: UnitCode;
}

/** Projects to be listed on a day, all for one `deed`; left out where the event is for one only. */
export interface Listing {
  readonly projects: readonly Candidate[];
  readonly deed?: Deed;
  readonly occurredOn: Day;
}

export type BatchChange =
  | { readonly kind: 'unlist-project'; readonly facts: ProjectUnlisted['data'] }
  | { readonly kind: 'hold-batch'; readonly facts: BatchHeld['data'] }
  | { readonly kind: 'void-holding'; readonly facts: Omit<BatchHoldingVoided['data'], 'eventId'> };

export type BatchCommand = { readonly today: Day } & (
  | { readonly kind: 'plan-batch'; readonly facts: BatchPlanned['data'] }
  | ({ readonly kind: 'list-projects' } & Listing)
  | BatchChange
);

export interface Batch {
  readonly kind: BatchKind;
  readonly unit: UnitCode;
  /** The unit that answered for each listed project when it was listed. */
  readonly listed: ReadonlyMap<string, UnitCode>;
  readonly held?: { readonly eventId: string; readonly on: Day };
  /** The day of the last event: the next can't lie before it. */
  readonly since: Day;
}

/** `undefined` until the batch is planned. */
export type BatchState = Batch | undefined;

/** The rules of a batch (features.md P14): planned, its projects listed, held once; then its list stands. */
export const batchDecider: Decider<BatchCommand, BatchState, BatchEvent> = {
  knows: BATCH_TITLES,
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'plan-batch') {
      const { facts, today } = command;
      refuseUnless(!state, 'conflict', 'BATCH.ALREADY_PLANNED', '该活动已登记');
      refuseFuture(facts.occurredOn, today);
      refuseBefore(facts.heldOn, facts.occurredOn, '登记', 'heldOn');
      return [{ type: 'BatchPlanned', data: facts }];
    }
    refuseUnless(state, 'not-found', 'BATCH.UNKNOWN', '没有这次集中活动');
    if (command.kind === 'void-holding') return voidHolding(state, command.facts, command.today);
    refuseUnless(!state.held, 'conflict', 'BATCH.ALREADY_HELD', '活动已举办，名单不能再变更');
    const day = command.kind === 'list-projects' ? command.occurredOn : command.facts.occurredOn;
    refuseFuture(day, command.today);
    refuseBefore(day, state.since, '上一步');
    switch (command.kind) {
      case 'list-projects':
        return list(state, command);
      case 'unlist-project': {
        const listed = state.listed.has(command.facts.projectId);
        refuseUnless(listed, 'conflict', 'BATCH.NOT_LISTED', '该项目不在名单中', 'projectId');
        return [{ type: 'ProjectUnlisted', data: command.facts }];
      }
      case 'hold-batch':
        refuseUnless(state.listed.size > 0, 'conflict', 'BATCH.EMPTY', '名单中没有项目，不能登记为已举办');
        return [{ type: 'BatchHeld', data: command.facts }];
    }
  },

  evolve,
};

function voidHolding({ held }: Batch, facts: Omit<BatchHoldingVoided['data'], 'eventId'>, today: Day): BatchEvent[] {
  refuseUnless(held, 'conflict', 'BATCH.NOT_HELD', '活动没有举办记录可作废');
  refuseFuture(facts.occurredOn, today);
  refuseBefore(facts.occurredOn, held.on, '举办');
  return [{ type: 'BatchHoldingVoided', data: { ...facts, eventId: held.eventId } }];
}

/** All of them or none. */
function list({ kind, listed }: Batch, { projects, deed, occurredOn }: Listing): BatchEvent[] {
  const deeds: readonly Deed[] = DEEDS_OF[kind];
  refuseUnless(deed || deeds.length === 1, 'invalid', 'BATCH.DEED_UNNAMED', '须注明项目是开工还是竣工', 'deed');
  refuseUnless(!deed || deeds.includes(deed), 'invalid', 'BATCH.WRONG_DEED', '该活动不办理此事项', 'deed');
  const named = deeds.length > 1 ? { deed } : {};
  const before = new Set(listed.keys());
  return projects.map(({ projectId, unit }, index): BatchEvent => {
    const fresh = !before.has(projectId);
    refuseUnless(fresh, 'conflict', 'BATCH.ALREADY_LISTED', '该项目已在名单中', `projects.${index}`);
    before.add(projectId);
    return { type: 'ProjectListed', data: { projectId, unit, ...named, occurredOn } };
  });
}

function evolve(state: BatchState, { type, id, data }: Recorded<BatchEvent>): BatchState {
  if (type === 'BatchPlanned') return { kind: data.kind, unit: data.unit, listed: new Map(), since: data.occurredOn };
  const batch: Batch = { ...(state as Batch), since: data.occurredOn };
  switch (type) {
    case 'ProjectListed':
      return { ...batch, listed: new Map(batch.listed).set(data.projectId, data.unit) };
    case 'ProjectUnlisted':
      return { ...batch, listed: new Map([...batch.listed].filter(([id]) => id !== data.projectId)) };
    case 'BatchHeld':
      return { ...batch, held: { eventId: id, on: data.occurredOn } };
    case 'BatchHoldingVoided': {
      const { held, ...open } = state as Batch;
      return held ? { ...open, since: held.on } : open;
    }
  }
}
