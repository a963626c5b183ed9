import { type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { type PlanEvent, planProjectOf } from '#libs/plans';
import { type ProjectEvent, evolveProject, projectIdOf, projectStream } from '#libs/projects';
import { type Difference, difference } from './drafts.js';
import { type Account, afterPlan } from './planned-starts.js';

/** What the events of a batch change in the projects that they are about. */
export interface ProjectChanges {
  /** By the event's seq; an event that leaves its project as it was has none. */
  readonly differences: ReadonlyMap<bigint, Difference>;
  /** The changed projects as the batch leaves them, by stream. */
  readonly projects: ReadonlyMap<string, Account>;
  /** Streams in which something falls that was entered before the batch or in it. */
  readonly fallenIn: ReadonlySet<string>;
}

/** The project that an event is about: its own, or one of its plan. */
export const projectConcerned = ({ stream }: SequencedEvent): string | undefined =>
  projectIdOf(stream) ?? planProjectOf(stream);

/** Follows the projects through a batch. @param known the projects as the batch finds them, by stream. */
export function followProjects(events: readonly SequencedEvent[], known: ReadonlyMap<string, Account>): ProjectChanges {
  const differences = new Map<bigint, Difference>();
  const projects = new Map<string, Account>();
  const fallenIn = new Set<string>();
  for (const event of events) {
    const { seq } = event;
    const id = projectConcerned(event);
    if (id === undefined) continue;
    const stream = projectStream(id);
    const before = projects.get(stream) ?? known.get(stream);
    const after =
      event.stream === stream
        ? evolveProject(before, event as SequencedEvent & Recorded<ProjectEvent>)
        : afterPlan(before, event as SequencedEvent & Recorded<PlanEvent>);
    if (!after || after === before) continue;
    const changed = difference(id, before, after);
    projects.set(stream, after);
    differences.set(seq, changed);
    if (changed.fallen.size > 0) fallenIn.add(stream);
  }
  return { differences, projects, fallenIn };
}
