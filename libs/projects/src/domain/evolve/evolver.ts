import { type Recorded } from '#libs/eventsourcing';
import { type Evidence, type EvidenceKind, GRADES, gradeOf } from '#libs/values';
import { type Milestone, type ProjectEvent } from '../project.events.js';
import { type Fact, type Paper, type Project, type Reached } from '../project.state.js';

type EventOf<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { type: Type }>;

/** What a project is after one more event of each type; never refuses, whatever facts are missing. */
export type Evolvers<Type extends ProjectEvent['type']> = {
  readonly [T in Type]: (project: Project, event: Recorded<EventOf<T>>) => Project;
};

export const factOf = ({ id, data }: Recorded<ProjectEvent>): Fact => ({ eventId: id, on: data.occurredOn });

/** The kinds of paper there are, each once, in a fixed order. */
export const kindsOf = (evidence: readonly Evidence[]): EvidenceKind[] =>
  [...new Set(evidence.map(({ kind }) => kind))].sort();

/** A fact as far as its own papers prove it. */
export const paperOf = (event: Recorded<ProjectEvent>, evidence: readonly Evidence[] = []): Paper => ({
  ...factOf(event),
  grade: gradeOf(evidence),
  evidence: kindsOf(evidence),
});

/** A milestone with all that is said for it: proved as far as the best of it. */
export const proved = (
  { eventId, on }: Fact,
  papers: readonly Paper[],
  inspections: readonly Fact[] = [],
): Reached => ({
  eventId,
  on,
  grade:
    inspections.length > 0
      ? 'inspected'
      : (GRADES[Math.max(...papers.map(({ grade }) => GRADES.indexOf(grade)))] ?? 'claimed'),
  evidence: [...new Set(papers.flatMap(({ evidence }) => evidence))].sort(),
  papers,
  inspections,
});

/** The lists of facts, each with the event that recorded it, in the order of recording. */
const LISTS = [
  'negotiations',
  'intents',
  'keyLevels',
  'amendments',
  'progress',
  'capital',
  'outputs',
  'stops',
  'tenures',
  'groups',
  'responsibilities',
  'leaders',
  'divisions',
] as const satisfies (keyof Project)[];
export type FactList = (typeof LISTS)[number];

/** Whoever took over last answers. */
export const withTenures = (project: Project, tenures: Project['tenures']): Project => ({
  ...project,
  tenures,
  unit: tenures.at(-1)?.unit ?? project.unit,
});

/** The project without the facts that these events recorded; with a contract go its amendments and its end. */
export function without(project: Project, eventIds: readonly string[]): Project {
  const gone = new Set(eventIds);
  const stays = ({ eventId }: { readonly eventId: string }) => !gone.has(eventId);
  const left = Object.fromEntries(
    LISTS.map((list) => [list, (project[list] as readonly { readonly eventId: string }[]).filter(stays)]),
  ) as unknown as Pick<Project, FactList>;
  const reached = reachedWithout(project.reached, stays);
  const { signed, enterprise, land, outputPerYear, terminated, fake, ...rest } = project;
  const after: Project = {
    ...rest,
    ...left,
    reached,
    ...(reached.contract && { signed }),
    ...(reached.registration && { enterprise }),
    ...(reached.land && { land }),
    ...(reached.output && { outputPerYear }),
    amendments: reached.contract ? left.amendments : [],
    ...(reached.contract && terminated && stays(terminated) && { terminated }),
    ...(fake && stays(fake) && { fake }),
    stops: left.stops.map(({ until, endedBy, ...stop }) =>
      endedBy !== undefined && gone.has(endedBy) ? stop : { ...stop, until, endedBy },
    ),
    responsibilities: left.responsibilities.map(({ done, ...task }) =>
      done && gone.has(done.eventId) ? task : { ...task, done },
    ),
    leaders: left.leaders.map(({ detached, ...leader }) =>
      detached && gone.has(detached.eventId) ? leader : { ...leader, detached },
    ),
  };
  return withTenures(after, left.tenures);
}

/** The milestones that stay, with the papers and inspections of them that do. */
const reachedWithout = (
  reached: Project['reached'],
  stays: (fact: { readonly eventId: string }) => boolean,
): Project['reached'] =>
  Object.fromEntries(
    (Object.entries(reached) as [Milestone, Reached][])
      .filter(([, fact]) => stays(fact))
      .map(([milestone, fact]) => [milestone, proved(fact, fact.papers.filter(stays), fact.inspections.filter(stays))]),
  );
