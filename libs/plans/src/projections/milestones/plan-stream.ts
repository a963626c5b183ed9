import { planStream } from '../../domain/plan.events.js';

const PREFIX = planStream('');

/** The project whose plan's stream it is; `undefined` for any other stream. */
export const planProjectOf = (stream: string): string | undefined =>
  stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
