import { type DomainEvent } from './event.js';
import { type Recorded } from './decider.js';
import { refuseBefore, refuseFuture } from './business-day.js';
import { refuseUnless } from './refusal.js';

/** One step of a stream: its events, its day, and what the fields that it changed were before it. */
export interface Step {
  readonly eventIds: readonly string[];
  readonly on: string;
  readonly was: Readonly<Record<string, unknown>>;
  /** The fields that weren't there before it. */
  readonly fresh: readonly string[];
}

/** A state that knows its steps since the beginning, so that the last can be taken back. Plain data, as the rest of it. */
export interface Stepwise {
  readonly steps: readonly Step[];
}

/** The last step of a stream was recorded by mistake: from now on the stream stands as before it. */
export type StepVoided<Type extends string> = DomainEvent<
  Type,
  { eventIds: string[]; reason: string; occurredOn: string }
>;

/** What a command says that takes the last step back; `eventId`, where it is given, has to be of that step. */
export interface VoidStep {
  readonly kind: 'void-step';
  readonly facts: { readonly eventId?: string; readonly reason: string; readonly occurredOn: string };
}

type Day = { readonly occurredOn: string };
type Evolve<State, Event extends DomainEvent> = (
  this: void,
  state: State | undefined,
  event: Recorded<Event>,
) => State | undefined;

/**
 * Evolves as `evolve` does, keeps what each step changed, and takes the last back where an event of type `voided` says
 * so. Events `along` come with the step before them; those in `begins` begin anew, and no step leads back behind them.
 */
export const stepwise =
  <State extends Stepwise, Event extends DomainEvent<string, Day>, Voided extends string>(
    evolve: Evolve<State, Event>,
    {
      voided,
      begins,
      along = [],
    }: { voided: Voided; begins: readonly Event['type'][]; along?: readonly Event['type'][] },
  ): Evolve<State, Event | StepVoided<Voided>> =>
  (before, event) => {
    if (event.type === voided)
      return before && withoutLast(before, (event as Recorded<StepVoided<Voided>>).data.eventIds);
    const told = event as Recorded<Event>;
    const after = evolve(before, told);
    if (after === before) return before;
    if (!before || !after || begins.includes(told.type)) return after && { ...after, steps: [] };
    const step = stepBetween(before, after, told);
    const last = before.steps.at(-1);
    if (!along.includes(told.type)) return { ...after, steps: [...before.steps, step] };
    // What comes with the beginning is as final as the beginning.
    return { ...after, steps: last ? [...before.steps.slice(0, -1), joined(last, step)] : [] };
  };

function stepBetween(before: object, after: object, { id, data }: Recorded<DomainEvent<string, Day>>): Step {
  const [old, now] = [before, after] as Record<string, unknown>[];
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => key !== 'steps' && old?.[key] !== now?.[key],
  );
  const was = changed.filter((key) => old?.[key] !== undefined);
  return {
    eventIds: [id],
    on: data.occurredOn,
    was: Object.fromEntries(was.map((key) => [key, old?.[key]])),
    fresh: changed.filter((key) => old?.[key] === undefined),
  };
}

/** Two steps as one: what the first changed was before it. */
const joined = (first: Step, second: Step): Step => ({
  eventIds: [...first.eventIds, ...second.eventIds],
  on: first.on,
  was: {
    ...Object.fromEntries(Object.entries(second.was).filter(([key]) => !first.fresh.includes(key))),
    ...first.was,
  },
  fresh: [...new Set([...first.fresh, ...second.fresh.filter((key) => !(key in first.was))])],
});

/** The state before its last step, if that is the one that these events made. */
function withoutLast<State extends Stepwise>(state: State, eventIds: readonly string[]): State {
  const last = state.steps.at(-1);
  if (!last || !eventIds.some((id) => last.eventIds.includes(id))) return state;
  const kept = Object.entries(state).filter(([key]) => !last.fresh.includes(key));
  return { ...Object.fromEntries(kept), ...last.was, steps: state.steps.slice(0, -1) } as unknown as State;
}

/** Takes the last step back (features.md P12). @throws Refusal STEP.NOT_THE_LAST, and for a day out of order */
export function voidStep<Type extends string>(
  type: Type,
  { steps }: Stepwise,
  { eventId, reason, occurredOn }: VoidStep['facts'],
  today: string,
): StepVoided<Type>[] {
  const last = steps.at(-1);
  const named = last && (eventId === undefined || last.eventIds.includes(eventId));
  const message = last ? '只能作废最后一步；更早的须逐步作废' : '没有可作废的步骤';
  refuseUnless(named, 'conflict', 'STEP.NOT_THE_LAST', message, eventId === undefined ? undefined : 'eventId');
  refuseFuture(occurredOn, today);
  refuseBefore(occurredOn, last.on, '所作废的步骤');
  return [{ type, data: { eventIds: [...last.eventIds], reason, occurredOn } }];
}
