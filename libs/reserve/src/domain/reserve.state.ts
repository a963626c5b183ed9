import { type Recorded, type Stepwise, stepwise } from '#libs/eventsourcing';
import { type Day, type Money, type UnitCode } from '#libs/values';
import {
  type EarlyWork,
  type Funding,
  type ReserveConverted,
  type ReserveStep,
  type SelectionStep,
  type SiteOutcome,
  type WorkState,
} from './reserve.events.js';

/** How far an entry has come; the last three are ends. */
export const RESERVE_STAGES = ['idea', 'reserve', 'ready', 'converted', 'dropped', 'cleared'] as const;
export type ReserveStage = (typeof RESERVE_STAGES)[number];

export const OPEN_STAGES: readonly ReserveStage[] = ['idea', 'reserve', 'ready'];

/** An entry of the library, as plain JSON. */
export interface ReserveEntry extends Stepwise {
  readonly name: string;
  readonly unit: UnitCode;
  readonly idea: string;
  readonly funding: Funding;
  /** 万元. */
  readonly plannedInvestment: Money;
  readonly place?: string;
  readonly chain?: string;
  readonly stage: ReserveStage;
  readonly site?: { readonly outcome: SiteOutcome; readonly reason?: string; readonly on: Day };
  readonly selection?: { readonly step: SelectionStep; readonly enterprise?: string; readonly on: Day };
  readonly earlyWorks: Readonly<Partial<Record<EarlyWork, { readonly state: WorkState; readonly on: Day }>>>;
  readonly plannedOn: Day;
  readonly enteredOn?: Day;
  readonly readyOn?: Day;
  /** The day of the last step that brought it on: idleness counts from here. */
  readonly movedOn: Day;
  /** The day of the last event: the next can't lie before it. */
  readonly since: Day;
  /** Present while it is held for a zombie. */
  readonly flag?: { readonly on: Day; readonly idleSince: Day; readonly idleDays: number };
  readonly end?: { readonly on: Day; readonly reason?: string };
  readonly conversion?: ReserveConverted['data'];
}

/** `undefined` until the project is planned. */
export type ReserveState = ReserveEntry | undefined;

/** What an entry is after one more step. */
function evolve(state: ReserveState, event: Recorded<ReserveStep>): ReserveState {
  if (event.type === 'ProjectPlanned') {
    const { occurredOn: on, ...facts } = event.data;
    return { ...facts, stage: 'idea', earlyWorks: {}, plannedOn: on, movedOn: on, since: on, steps: [] };
  }
  const entry: ReserveEntry = { ...(state as ReserveEntry), since: event.data.occurredOn };
  return event.type === 'ZombieFlagged' || event.type === 'ZombieCleared' || event.type === 'ReserveDropped'
    ? stopped(entry, event)
    : { ...moved(entry, event), movedOn: event.data.occurredOn };
}

/** What an entry is after one more event. */
export const evolveReserve = stepwise(evolve, { voided: 'ReserveStepVoided', begins: ['ProjectPlanned'] });

type Stop = Extract<ReserveStep, { type: 'ZombieFlagged' | 'ZombieCleared' | 'ReserveDropped' }>;

function stopped(entry: ReserveEntry, { type, data }: Stop): ReserveEntry {
  switch (type) {
    case 'ZombieFlagged':
      return { ...entry, flag: { on: data.occurredOn, idleSince: data.idleSince, idleDays: data.idleDays } };
    case 'ZombieCleared':
      return { ...entry, stage: 'cleared', end: { on: data.occurredOn, reason: data.reason } };
    case 'ReserveDropped':
      return { ...entry, stage: 'dropped', end: { on: data.occurredOn, reason: data.reason } };
  }
}

type Move = Exclude<ReserveStep, Stop | { type: 'ProjectPlanned' }>;

function moved(entry: ReserveEntry, { type, data }: Move): ReserveEntry {
  const on = data.occurredOn;
  switch (type) {
    case 'SiteChecked':
      return { ...entry, site: { outcome: data.outcome, reason: data.reason, on } };
    case 'SelectionAdvanced':
      return { ...entry, selection: { step: data.step, enterprise: data.enterprise, on } };
    case 'EarlyWorksReported':
      return { ...entry, earlyWorks: { ...entry.earlyWorks, [data.work]: { state: data.state, on } } };
    case 'ReserveEntered':
      return { ...entry, stage: 'reserve', enteredOn: on };
    case 'ReserveReadied':
      return { ...entry, stage: 'ready', readyOn: on };
    case 'ReserveConverted':
      return { ...entry, stage: 'converted', end: { on }, conversion: data };
    case 'ZombieRevived': {
      const { flag, ...rest } = entry;
      return rest;
    }
  }
}
