import { type Recorded } from '#libs/eventsourcing';
import { type ProjectEvent } from '../project.events.js';
import { type Project } from '../project.state.js';
import { type Evolvers, type FactList, withTenures } from './evolver.js';
import { factEvolvers } from './facts.evolve.js';
import { responsibilityEvolvers } from './responsibility.evolve.js';

/** What is said anew, and in which list it stands. */
export const CORRECTED_FACTS = {
  ProgressCorrected: { list: 'progress', said: 'ProgressReported' },
  CapitalCorrected: { list: 'capital', said: 'CapitalArrived' },
  OutputCorrected: { list: 'outputs', said: 'OutputReported' },
  IntentCorrected: { list: 'intents', said: 'LetterOfIntentSigned' },
  AmendmentCorrected: { list: 'amendments', said: 'ContractAmended' },
  HandoffCorrected: { list: 'tenures', said: 'HandedOver' },
  SharingCorrected: { list: 'divisions', said: 'CreditShared' },
} as const satisfies Partial<Record<ProjectEvent['type'], { list: FactList; said: ProjectEvent['type'] }>>;
type CorrectedType = keyof typeof CORRECTED_FACTS;

const SAID = { ...factEvolvers, ...responsibilityEvolvers };
type Said = (project: Project, event: Recorded<ProjectEvent>) => Project;
type Items = readonly { readonly eventId: string }[];

/** The fact as it is said now takes the place of the one that was wrong; of a history without that, it is the fact. */
function inPlace(type: CorrectedType): (project: Project, event: Recorded<ProjectEvent>) => Project {
  const { list, said } = CORRECTED_FACTS[type];
  const say = SAID[said] as Said;
  return (project, event) => {
    const items: Items = project[list];
    const { correctsEventId, correctionReason, ...data } = event.data as Partial<Record<string, unknown>>;
    const index = items.findIndex(({ eventId }) => eventId === correctsEventId);
    const anew = say({ ...project, [list]: [] }, { ...event, type: said, data } as Recorded<ProjectEvent>)[list][0];
    if (!anew) return project;
    const [at, wrong] = index < 0 ? [items.length, 0] : [index, 1];
    const after: Project = { ...project, [list]: (items as (typeof anew)[]).toSpliced(at, wrong, anew) };
    return withTenures(after, after.tenures);
  };
}

export const correctionEvolvers = Object.fromEntries(
  (Object.keys(CORRECTED_FACTS) as CorrectedType[]).map((type) => [type, inPlace(type)]),
) as unknown as Evolvers<CorrectedType>;
