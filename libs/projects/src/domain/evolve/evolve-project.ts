import { type Recorded } from '#libs/eventsourcing';
import { type ProjectEvent, type ProjectOpened } from '../project.events.js';
import { type Project, type ProjectState } from '../project.state.js';
import { correctionEvolvers } from './corrections.evolve.js';
import { type Evolvers } from './evolver.js';
import { factEvolvers } from './facts.evolve.js';
import { milestoneEvolvers } from './milestones.evolve.js';
import { responsibilityEvolvers } from './responsibility.evolve.js';
import { truthEvolvers } from './truth.evolve.js';

const EVOLVERS: Evolvers<Exclude<ProjectEvent['type'], 'ProjectOpened'>> = {
  ...milestoneEvolvers,
  ...factEvolvers,
  ...responsibilityEvolvers,
  ...truthEvolvers,
  ...correctionEvolvers,
};

/** The wire names of everything that can happen to a project. */
export const PROJECT_EVENT_TYPES = ['ProjectOpened', ...Object.keys(EVOLVERS)] as readonly ProjectEvent['type'][];

/** What a project is after one more event; an event of a type that says nothing here leaves it as it was. */
export function evolveProject(state: ProjectState, event: Recorded<ProjectEvent>): ProjectState {
  if (event.type === 'ProjectOpened') return opened(event);
  if (!state) return state;
  const evolve = EVOLVERS[event.type] as ((project: Project, event: Recorded<ProjectEvent>) => Project) | undefined;
  return evolve ? evolve(state, event) : state;
}

function opened({ id: eventId, data }: Recorded<ProjectOpened>): Project {
  const { occurredOn: on, shares, ...project } = data;
  return {
    ...project,
    openedOn: on,
    reportedTo: [],
    negotiations: [],
    intents: [],
    keyLevels: [],
    reached: {},
    amendments: [],
    progress: [],
    capital: [],
    outputs: [],
    stops: [],
    tenures: [{ eventId, unit: project.unit, from: on }],
    divisions: shares ? [{ eventId, on, shares, from: on }] : [],
    groups: [],
    responsibilities: [],
    leaders: [],
  };
}
