import { type Recorded } from '#libs/eventsourcing';
import { type CorrectionEvent, type Milestone, type ProjectEvent, type Proof } from '../project.events.js';
import { type Project } from '../project.state.js';
import { type Evolvers, factOf, kindsOf, proved } from './evolver.js';

/** What each milestone is recorded and corrected by. */
export const MILESTONE_EVENTS = {
  contract: { reached: 'ContractSigned', corrected: 'ContractCorrected' },
  registration: { reached: 'EnterpriseRegistered', corrected: 'RegistrationCorrected' },
  land: { reached: 'LandSecured', corrected: 'LandCorrected' },
  start: { reached: 'ConstructionStarted', corrected: 'StartCorrected' },
  completion: { reached: 'ConstructionCompleted', corrected: 'CompletionCorrected' },
  acceptance: { reached: 'AcceptancePassed', corrected: 'AcceptanceCorrected' },
  handover: { reached: 'AssetsHandedOver', corrected: 'HandoverCorrected' },
  production: { reached: 'ProductionStarted', corrected: 'ProductionCorrected' },
  output: { reached: 'DesignCapacityReached', corrected: 'CapacityCorrected' },
} as const satisfies Record<Milestone, { reached: ProjectEvent['type']; corrected: CorrectionEvent['type'] }>;

type ReachedType = (typeof MILESTONE_EVENTS)[Milestone]['reached'];
type CorrectedType = (typeof MILESTONE_EVENTS)[Milestone]['corrected'];

const reach = (project: Project, milestone: Milestone, event: Recorded<ProjectEvent> & { data: Proof }): Project => {
  const { evidence, grade } = event.data;
  const reached = proved(factOf(event), [{ ...factOf(event), grade, evidence: kindsOf(evidence) }]);
  return { ...project, reached: { ...project.reached, [milestone]: reached } };
};

const at = (milestone: Milestone) => (project: Project, event: Recorded<ProjectEvent> & { data: Proof }) =>
  reach(project, milestone, event);

/** The proof and the correction's own fields taken off: what the contract says. */
function termsIn<Data extends Proof & { correctsEventId?: string; reason?: string }>(data: Data) {
  const { occurredOn, evidence, grade, correctsEventId, reason, ...terms } = data;
  return terms;
}

const recorded = {
  ContractSigned: (project, event) => ({
    ...reach(project, 'contract', event),
    signed: termsIn(event.data),
    amendments: [],
  }),
  EnterpriseRegistered: (project, event) => {
    const { enterprise, creditCode, capital } = event.data;
    return { ...reach(project, 'registration', event), enterprise: { enterprise, creditCode, capital } };
  },
  LandSecured: (project, event) => {
    const { parcel, mu, method, price } = event.data;
    return { ...reach(project, 'land', event), land: { parcel, mu, method, price } };
  },
  ConstructionStarted: at('start'),
  ConstructionCompleted: at('completion'),
  AcceptancePassed: at('acceptance'),
  AssetsHandedOver: at('handover'),
  ProductionStarted: at('production'),
  DesignCapacityReached: (project, event) => ({
    ...reach(project, 'output', event),
    outputPerYear: event.data.outputPerYear,
  }),
} satisfies Evolvers<ReachedType>;

/** A correction says the whole fact anew; the contract's amendments stay. */
const corrected = {
  ContractCorrected: (project, event) => ({ ...reach(project, 'contract', event), signed: termsIn(event.data) }),
  RegistrationCorrected: (project, event) =>
    recorded.EnterpriseRegistered(project, { ...event, type: 'EnterpriseRegistered' }),
  LandCorrected: (project, event) => recorded.LandSecured(project, { ...event, type: 'LandSecured' }),
  StartCorrected: at('start'),
  CompletionCorrected: at('completion'),
  AcceptanceCorrected: at('acceptance'),
  HandoverCorrected: at('handover'),
  ProductionCorrected: at('production'),
  CapacityCorrected: (project, event) =>
    recorded.DesignCapacityReached(project, { ...event, type: 'DesignCapacityReached' }),
} satisfies Evolvers<CorrectedType>;

export const milestoneEvolvers: Evolvers<ReachedType | CorrectedType> = { ...recorded, ...corrected };
