import { LRUCache } from 'lru-cache';
import {
  type Decider,
  type DomainEvent,
  type Folding,
  type Recorded,
  Refusal,
  refuseUnless,
} from '#libs/eventsourcing';
import { type EventStore, WrongRevisionError } from '#libs/event-store';
import { type CommandContext } from './command-context.js';
import { type FoldedStream, type Landing, catchUp, readFolded, remember } from './folded-stream.js';
import { newEvents } from './new-events.js';
import { Turns } from './turns.js';

/** One command on one stream. */
export interface Work<Command, State, Event extends DomainEvent> {
  readonly stream: string;
  readonly decider: Decider<Command, State, Event>;
  readonly command: Command;
  readonly context: CommandContext;
  /** Throws a Refusal when the actor can't act on this state. */
  readonly authorize?: (state: State) => void;
}

/**
 * A command that is made of what has to be asked of other streams first. That is asked only while the command's id is
 * unknown, inside its turn and of the state that the command meets: whatever has been recorded elsewhere since, a repeat
 * gets its first answer.
 */
export interface PreparedWork<Command, State, Event extends DomainEvent> extends Omit<
  Work<Command, State, Event>,
  'command'
> {
  readonly command: (state: NoInfer<State>) => Promise<NoInfer<Command>>;
}

/** A command, or how it is made. */
export type Preparable<Command> = Command | (() => Promise<Command>);

export const preparation = <Command>(command: Preparable<Command>): (() => Promise<Command>) =>
  typeof command === 'function' ? (command as () => Promise<Command>) : () => Promise.resolve(command);

/** Where the command landed, now or the first time it was sent, and what the stream's state is. */
export interface Done<State> {
  readonly state: State;
  readonly revision: bigint;
  readonly position: bigint;
  readonly repeated: boolean;
}

const ATTEMPTS = 5;
const REMEMBERED_STREAMS = 20_000;
const RECENT_MS = 5_000;

/**
 * Runs commands: fold the stream, answer a known command id, decide, append at the folded revision.
 * The log is the only memory that counts; folded states kept here are guarded by the expected revision.
 */
export class CommandRunner {
  private readonly folded = new LRUCache<string, FoldedStream<unknown>>({ max: REMEMBERED_STREAMS });
  private readonly readAt = new LRUCache<string, number>({ max: REMEMBERED_STREAMS });
  private readonly turns = new Turns();
  private readonly inFlight = new Set<string>();

  /** `now` counts milliseconds from any beginning. */
  constructor(
    private readonly store: EventStore,
    private readonly now = () => performance.now(),
  ) {}

  /**
   * @throws Refusal when the decider refuses, COMMAND.KEY_REUSED for a known id with another request,
   * COMMAND.IN_FLIGHT while the same id runs here, REVISION.STALE when `expectedRevision` isn't the stream's.
   * @throws UnavailableError when the store doesn't answer: the same command may be sent again.
   * @throws UnknownTypeError, UnknownVersionError when the stream has what only a later build understands.
   */
  run<Command, State, Event extends DomainEvent>(work: Work<Command, State, Event>): Promise<Done<State>> {
    return this.runPrepared({ ...work, command: () => Promise.resolve(work.command) });
  }

  /** @throws what `run` does, and whatever the preparation throws. */
  async runPrepared<Command, State, Event extends DomainEvent>(
    work: PreparedWork<Command, State, Event>,
  ): Promise<Done<State>> {
    const flight = `${work.stream} ${work.context.commandId}`;
    refuseUnless(
      !this.inFlight.has(flight),
      'conflict',
      'COMMAND.IN_FLIGHT',
      '同一 Idempotency-Key 的请求正在办理，请稍后再试',
    );
    this.inFlight.add(flight);
    try {
      return await this.turns.take(work.stream, () => this.attempt(work, ATTEMPTS));
    } finally {
      this.inFlight.delete(flight);
    }
  }

  /** A stream's present state, read from the log. */
  read<State, Event extends DomainEvent>(stream: string, decider: Folding<State, Event>): Promise<FoldedStream<State>> {
    return readFolded(this.store, stream, decider);
  }

  /** A stream's state as it was last folded here, else read: may lag behind what other processes appended. */
  async load<State, Event extends DomainEvent>(
    stream: string,
    decider: Folding<State, Event>,
  ): Promise<FoldedStream<State>> {
    const known = this.folded.get(stream) as FoldedStream<State> | undefined;
    if (known) return known;
    const read = await this.read(stream, decider);
    if (read.revision >= 0n) this.folded.set(stream, read);
    return read;
  }

  /** Like `load`, but at most five seconds behind: for another stream that a command is judged by. */
  async loadRecent<State, Event extends DomainEvent>(
    stream: string,
    decider: Folding<State, Event>,
  ): Promise<FoldedStream<State>> {
    const readAt = this.readAt.get(stream) ?? -Infinity;
    if (this.now() - readAt <= RECENT_MS) return this.load(stream, decider);
    this.readAt.set(stream, this.now());
    const known = this.folded.get(stream) as FoldedStream<State> | undefined;
    return known ? this.readOn(stream, decider, known) : this.load(stream, decider);
  }

  private async attempt<Command, State, Event extends DomainEvent>(
    work: PreparedWork<Command, State, Event>,
    attemptsLeft: number,
  ): Promise<Done<State>> {
    const { stream, decider, command, context } = work;
    const remembered = this.folded.has(stream);
    const before = await this.load(stream, decider);
    const landing = before.landings.get(context.commandId);
    if (landing) return repeated(before.state, landing, context);
    try {
      refuseStale(context, before.revision);
      work.authorize?.(before.state);
      const decided = decider.decide(await command(before.state), before.state);
      return await this.append(work, before, decided);
    } catch (error) {
      const raced = error instanceof WrongRevisionError;
      // A remembered state may be behind the log: a refusal is final if nothing has happened since.
      const unsure = error instanceof Refusal && remembered;
      if (!(raced || unsure) || attemptsLeft <= 1) {
        this.folded.delete(stream);
        throw error;
      }
      const after = await this.readOn(stream, decider, before);
      if (unsure && after.revision === before.revision) throw error;
      return this.attempt(work, attemptsLeft - 1);
    }
  }

  private async readOn<State, Event extends DomainEvent>(
    stream: string,
    decider: Folding<State, Event>,
    known: FoldedStream<State>,
  ): Promise<FoldedStream<State>> {
    const folded = await catchUp(this.store, stream, decider, known);
    if (folded.revision >= 0n) this.folded.set(stream, folded);
    return folded;
  }

  private async append<Command, State, Event extends DomainEvent>(
    { stream, decider, context }: PreparedWork<Command, State, Event>,
    before: FoldedStream<State>,
    decided: Event[],
  ): Promise<Done<State>> {
    const { events, lastHash } = newEvents(stream, decided, context, before.lastHash);
    const expected = before.revision < 0n ? 'no-stream' : before.revision;
    const { revision, position } = await this.store.append(stream, events, expected);
    const state = events.reduce(
      (state, event) => decider.evolve(state, event as unknown as Recorded<Event>),
      before.state,
    );
    const landings = before.landings as Map<string, Landing>;
    for (const { metadata } of events) remember(landings, metadata, revision, position);
    this.folded.set(stream, { state, revision, lastHash, landings });
    return { state, revision, position, repeated: false };
  }
}

function repeated<State>(state: State, landing: Landing, context: CommandContext): Done<State> {
  refuseUnless(
    landing.commandHash === context.commandHash,
    'invalid',
    'COMMAND.KEY_REUSED',
    '同一 Idempotency-Key 已用于内容不同的请求',
  );
  return { state, revision: landing.revision, position: landing.position, repeated: true };
}

function refuseStale({ expectedRevision }: CommandContext, revision: bigint): void {
  refuseUnless(
    expectedRevision === undefined || expectedRevision === revision,
    'stale',
    'REVISION.STALE',
    `内容已被他人更新：If-Match 为 ${expectedRevision}，当前为 ${revision}`,
  );
}
