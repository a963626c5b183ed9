import type { Random } from '../city/random.js';

/** What a question may be made of. */
export interface Known {
  readonly random: Random;
  /** Some of the city's projects. */
  readonly projects: readonly [string, ...string[]];
  /** The last event's ordinal. */
  readonly seq: number;
  /** The `next` of the page before, when the question before had one. */
  readonly next?: string;
}

/** A question to the API: its line is `query.<name>`. */
export interface Question {
  readonly name: string;
  readonly path: (known: Known) => string;
  /** What is looked for is so rare that there may be none. */
  readonly rare?: boolean;
}
