import { type Recorded } from '#libs/eventsourcing';
import { type Evidence, type EvidenceKind } from '#libs/values';
import { type ProjectEvent } from '../project.events.js';
import { type Fact, type Project } from '../project.state.js';

type EventOf<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { type: Type }>;

/** What a project is after one more event of each type; never refuses, whatever facts are missing. */
export type Evolvers<Type extends ProjectEvent['type']> = {
  readonly [T in Type]: (project: Project, event: Recorded<EventOf<T>>) => Project;
};

export const factOf = ({ id, data }: Recorded<ProjectEvent>): Fact => ({ eventId: id, on: data.occurredOn });

/** The kinds of paper there are, each once, in a fixed order. */
export const kindsOf = (evidence: readonly Evidence[], before: readonly EvidenceKind[] = []): EvidenceKind[] =>
  [...new Set([...before, ...evidence.map(({ kind }) => kind)])].sort();

/** The project without the facts that these events recorded; with a contract go its amendments and its end. */
export function without(project: Project, eventIds: readonly string[]): Project {
  const gone = new Set(eventIds);
  const stays = ({ eventId }: Fact) => !gone.has(eventId);
  const reached = Object.fromEntries(Object.entries(project.reached).filter(([, fact]) => stays(fact)));
  const { signed, terminated, fake, ...rest } = project;
  return {
    ...rest,
    reached,
    ...(reached.contract && { signed }),
    amendments: reached.contract ? project.amendments.filter(stays) : [],
    ...(reached.contract && terminated && stays(terminated) && { terminated }),
    ...(fake && stays(fake) && { fake }),
    progress: project.progress.filter(stays),
    capital: project.capital.filter(stays),
    outputs: project.outputs.filter(stays),
  };
}
