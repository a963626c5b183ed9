import { type SequencedEvent } from '#libs/eventsourcing';
import { planProjectOf } from '#libs/plans';
import { projectIdOf } from '#libs/projects';
import { type ToKeep } from '#libs/read-models';
import { type Difference, difference } from './drafts.js';
import { type Account, evolveAccount } from './planned-starts.js';

/** What the events of a batch change in the projects that they are about. */
export interface ProjectChanges {
  /** By the event's seq; an event that leaves its project as it was has none. */
  readonly differences: ReadonlyMap<bigint, Difference>;
  /** The changed projects as the batch leaves them, by id. */
  readonly projects: ReadonlyMap<string, Account>;
  /** What has changed them. */
  readonly facts: readonly ToKeep[];
  /** Projects of which something falls that was entered before the batch or in it. */
  readonly fallenIn: ReadonlySet<string>;
}

/** The project that an event is about: its own, or one of its plan. */
export const projectConcerned = ({ stream }: SequencedEvent): string | undefined =>
  projectIdOf(stream) ?? planProjectOf(stream);

/** Follows the projects through a batch. @param known the projects as the batch finds them, by id. */
export function followProjects(events: readonly SequencedEvent[], known: ReadonlyMap<string, Account>): ProjectChanges {
  const differences = new Map<bigint, Difference>();
  const projects = new Map<string, Account>();
  const facts: ToKeep[] = [];
  const fallenIn = new Set<string>();
  for (const event of events) {
    const { seq } = event;
    const id = projectConcerned(event);
    if (id === undefined) continue;
    const before = projects.get(id) ?? known.get(id);
    const after = evolveAccount(before, event);
    if (!after || after === before) continue;
    const changed = difference(id, before, after);
    projects.set(id, after);
    facts.push({ ...event, subject: id });
    differences.set(seq, changed);
    if (changed.fallen.size > 0) fallenIn.add(id);
  }
  return { differences, projects, facts, fallenIn };
}
