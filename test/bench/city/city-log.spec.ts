import { describe, expect, it } from '@jest/globals';
import { eventHash } from '#libs/eventsourcing';
import { type ProjectEvent, type ProjectState, evolveProject } from '#libs/projects';
import type { Append } from '../support/load-log.js';
import { cityLog } from './city-log.js';

const byStream = (log: Append[]): Append[][] => [...Map.groupBy(log, ({ stream }) => stream).values()];

describe('a city log', () => {
  const log = [...cityLog(7, 1000)];

  it('is the same for the same seed, and another for another', () => {
    expect([...cityLog(7, 1000)]).toEqual(log);
    expect([...cityLog(8, 1000)]).not.toEqual(log);
  });

  it('has as many events as asked for, or a few more', () => {
    const events = log.reduce((sum, append) => sum + append.events.length, 0);
    expect(events).toBeGreaterThanOrEqual(1000);
    expect(events).toBeLessThan(1005);
  });

  it('appends to each stream at the revision where the stream is, each event chained to the one before', () => {
    for (const appends of byStream(log)) {
      let revision = -1n;
      for (const { expected, events } of appends) {
        expect(expected).toBe(revision);
        revision += BigInt(events.length);
      }
      const events = appends.flatMap((append) => append.events);
      const previous = events.map(({ metadata }) => metadata.previousHash);
      expect(previous).toEqual([undefined, ...events.slice(0, -1).map(eventHash)]);
    }
  });

  it('voids only what has been reached', () => {
    let voids = 0;
    for (const [first, ...rest] of byStream(log).filter(([append]) => append?.stream.startsWith('project-'))) {
      let project: ProjectState;
      for (const { id, type, data } of [first, ...rest].flatMap((append) => append?.events ?? [])) {
        const event = { id, type, data } as ProjectEvent & { id: string };
        if (event.type === 'FigureVoided') {
          expect(event.data.milestone && project?.reached[event.data.milestone]?.eventId).toBe(event.data.eventId);
          voids += 1;
        }
        project = evolveProject(project, event);
      }
    }
    expect(voids).toBeGreaterThan(0);
  });
});
