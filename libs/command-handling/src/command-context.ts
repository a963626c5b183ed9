import { type Actor } from '#libs/access';
import { type Source } from '#libs/eventsourcing';
import { type Day, type Sha256 } from '#libs/values';

/** All that a command brings besides its content. */
export interface CommandContext {
  /** The same for every attempt at the same command. */
  readonly commandId: string;
  /** Of the whole request: a known `commandId` with another hash is a reused key. */
  readonly commandHash: Sha256;
  /** The revision that the client has seen (`If-Match`); without it a lost race is decided again. */
  readonly expectedRevision?: bigint;
  readonly actor: Actor;
  readonly approvedBy?: string;
  readonly source: Source;
  readonly correlationId: string;
  readonly causationId: string;
  /** The business day on which the command is given. */
  readonly today: Day;
}

/** What every command answers: the thing, its stream's revision and the place in `$all` to wait for. */
export interface Answer {
  readonly id: string;
  readonly revision: string;
  readonly position: string;
  /** What was recorded as it was given, and looks wrong. */
  readonly warnings?: readonly Warning[];
}

/** A doubt about one field (a JSON path) of a command that was carried out; `message` is Chinese, `code` stable English. */
export interface Warning {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** The answer for the thing `id` whose command landed there. */
export const answerOf = (id: string, landing: { revision: bigint; position: bigint }): Answer => ({
  id,
  revision: String(landing.revision),
  position: String(landing.position),
});
