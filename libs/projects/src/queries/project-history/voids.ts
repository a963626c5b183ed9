import { type Numbered } from '#libs/histories';
import { type ProjectEvent } from '../../domain/project.events.js';

/** How an event came to count no more: found untrue, or said anew; and by which event. */
export interface Void {
  readonly by: string;
  readonly how: 'voided' | 'corrected';
}

/** The events that are void, among those given. */
export type Voids = ReadonlyMap<string, Void>;

/** Which events are void, and by which event, among those given. */
export function voidsAmong(events: readonly Numbered<ProjectEvent>[]): Voids {
  const voids = new Map<string, Void>();
  for (const { id: by, type, data } of events) {
    if ('correctsEventId' in data) voids.set(data.correctsEventId, { by, how: 'corrected' });
    if ((type === 'FigureVoided' || type === 'MilestoneRefuted') && 'eventId' in data)
      voids.set(data.eventId, { by, how: 'voided' });
    if ('eventIds' in data) for (const eventId of data.eventIds) voids.set(eventId, { by, how: 'voided' });
  }
  return voids;
}
