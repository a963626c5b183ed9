import { type SequencedEvent } from '#libs/eventsourcing';
import { type Project, type ProjectEvent, evolveProject, projectIdOf } from '#libs/projects';
import { type Difference, difference } from './drafts.js';

/** What the events of a batch change in the projects that they are about. */
export interface ProjectChanges {
  /** By the event's seq; an event that leaves its project as it was has none. */
  readonly differences: ReadonlyMap<bigint, Difference>;
  /** The changed projects as the batch leaves them, by stream. */
  readonly projects: ReadonlyMap<string, Project>;
  /** Streams in which something falls that was entered before the batch or in it. */
  readonly fallenIn: ReadonlySet<string>;
}

/** Follows the projects through a batch. @param known the projects as the batch finds them, by stream. */
export function followProjects(events: readonly SequencedEvent[], known: ReadonlyMap<string, Project>): ProjectChanges {
  const differences = new Map<bigint, Difference>();
  const projects = new Map<string, Project>();
  const fallenIn = new Set<string>();
  for (const event of events) {
    const { stream, seq } = event;
    const id = projectIdOf(stream);
    if (id === undefined) continue;
    const before = projects.get(stream) ?? known.get(stream);
    const after = evolveProject(before, event as SequencedEvent<ProjectEvent> & ProjectEvent);
    if (!after || after === before) continue;
    const changed = difference(id, before, after);
    projects.set(stream, after);
    differences.set(seq, changed);
    if (changed.fallen.size > 0) fallenIn.add(stream);
  }
  return { differences, projects, fallenIn };
}
