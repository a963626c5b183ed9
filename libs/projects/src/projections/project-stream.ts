import { projectStream } from '../domain/project.events.js';

const PREFIX = projectStream('');

/** The project whose stream it is; `undefined` for any other stream. */
export const projectIdOf = (stream: string): string | undefined =>
  stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
