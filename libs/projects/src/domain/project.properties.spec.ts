import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded, fold } from '#libs/eventsourcing';
import { arbitraryLife, liveProject } from '../../../../test/support/project-commands.js';
import { PROJECT_EVENT_TYPES } from './evolve/evolve-project.js';
import { projectDecider } from './project.decider.js';
import { type Milestone, MILESTONES, type ProjectEvent } from './project.events.js';
import { type Project } from './project.state.js';
import { restsOn } from './rules/order.js';

const idOf = (index: number) => `event-${index}`;
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T;
const RUNS = { numRuns: 150 };

describe('whatever is asked of a project', () => {
  it('is decided or refused, and replaying the events leaves what the commands left', () => {
    fc.assert(
      fc.property(arbitraryLife, (life) => {
        const { events, project } = liveProject(life, idOf);
        const replayed = fold(projectDecider, plain(events) as Recorded<ProjectEvent>[]);
        expect(plain(replayed)).toEqual(plain(project));
      }),
      RUNS,
    );
  });

  it('leaves a life that could have been: what rests on something has it, and the days are in order', () => {
    fc.assert(
      fc.property(arbitraryLife, (life) => {
        const { project } = liveProject(life, idOf);
        if (project) expect(contradictionsOf(project)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('can be seen on any day: no part of a history is too little for the rest', () => {
    fc.assert(
      fc.property(arbitraryLife, fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }), (life, kept) => {
        const { events } = liveProject(life, idOf);
        const some = events.filter((_, index) => kept[index % kept.length]);
        expect(() => fold(projectDecider, some)).not.toThrow();
      }),
      RUNS,
    );
  });

  it('comes to every kind of event, so that these properties are about all of them', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryLife, (life) => {
        for (const { type } of liveProject(life, idOf).events) seen.add(type);
      }),
      { numRuns: 600, seed: 7 },
    );
    expect(PROJECT_EVENT_TYPES.filter((type) => !seen.has(type))).toEqual([]);
  });
});

/** What could not be so in life, in words; worked out without the rules that should prevent it, but for what rests on what. */
function contradictionsOf(project: Project): string[] {
  const { reached, stops, terminated, fake, tenures, amendments } = project;
  const found: string[] = [];
  const on = (milestone: Milestone) => reached[milestone]?.on;
  for (const milestone of MILESTONES) {
    const day = on(milestone);
    if (day === undefined) continue;
    const base = restsOn(project, milestone);
    if (base && on(base) === undefined) found.push(`${milestone} without ${base}`);
    if (base && (on(base) ?? '') > day) found.push(`${milestone} before ${base}`);
    if (day < project.openedOn) found.push(`${milestone} before the project`);
    if (terminated && day > terminated.on) found.push(`${milestone} after the end`);
    const works = ['start', 'completion', 'production', 'output'].includes(milestone);
    if (works && stops.some((stop) => day > stop.on && (stop.until === undefined || day < stop.until)))
      found.push(`${milestone} while works stood still`);
  }
  if ((on('output') ?? '9') < (on('production') ?? '0')) found.push('output before production');
  if (amendments.length > 0 && !reached.contract) found.push('amended without a contract');
  if (fake && Object.keys(reached).length > 0) found.push('a fake project with milestones');
  if (tenures.some(({ from }, index) => from < (tenures[index - 1]?.from ?? ''))) found.push('tenures out of order');
  for (const { on: fixedOn, done } of project.responsibilities)
    if (done && done.on < fixedOn) found.push('六定 done before they were set');
  const months = project.progress.map(({ month }) => month);
  if (new Set(months).size < months.length) found.push('a month twice');
  return found;
}
