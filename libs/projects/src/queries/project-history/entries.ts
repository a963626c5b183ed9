import { type HistoryEntry } from '#libs/histories';
import { type ProjectEvent } from '../../domain/project.events.js';
import { type Voids } from './voids.js';

/** One fact of a project's history, and what has undone it. */
export interface ProjectHistoryEntry extends HistoryEntry<ProjectEvent> {
  /** The event by which this one is void, as far as known then. */
  readonly voidedBy?: string;
  /** The event that says it anew, as far as known then. */
  readonly correctedBy?: string;
}

/** The entry with what has undone it, if anything has. */
export function withUndoing(entry: HistoryEntry<ProjectEvent>, voids: Voids): ProjectHistoryEntry {
  const undone = voids.get(entry.eventId);
  return {
    ...entry,
    ...(undone?.how === 'voided' && { voidedBy: undone.by }),
    ...(undone?.how === 'corrected' && { correctedBy: undone.by }),
  };
}
