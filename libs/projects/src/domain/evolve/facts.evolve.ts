import { type AfterwardsEvent, type BuildingEvent, type ContractEvent } from '../project.events.js';
import { type Evolvers, factOf, paperOf } from './evolver.js';
import { type MILESTONE_EVENTS } from './milestones.evolve.js';

type MilestoneType = (typeof MILESTONE_EVENTS)[keyof typeof MILESTONE_EVENTS]['reached'];
type Type = Exclude<(ContractEvent | BuildingEvent | AfterwardsEvent)['type'], MilestoneType>;

/** What happens to the contract, the works and the figures besides the milestones. */
export const factEvolvers: Evolvers<Type> = {
  ContractAmended: (project, event) => {
    const { occurredOn, evidence, reason, ...terms } = event.data;
    return { ...project, amendments: [...project.amendments, { ...paperOf(event, evidence), terms }] };
  },
  ContractTerminated: (project, event) => ({ ...project, terminated: factOf(event) }),

  ProgressReported: (project, event) => {
    const { month, investment, physicalPercent } = event.data;
    return { ...project, progress: [...project.progress, { ...factOf(event), month, investment, physicalPercent }] };
  },
  CapitalArrived: (project, event) => {
    const { amount, currency, rate, origin, evidence } = event.data;
    return {
      ...project,
      capital: [...project.capital, { ...paperOf(event, evidence), amount, currency, rate, origin }],
    };
  },
  OutputReported: (project, event) => {
    const { year, output, tax, jobs, evidence } = event.data;
    return { ...project, outputs: [...project.outputs, { ...paperOf(event, evidence), year, output, tax, jobs }] };
  },

  ProjectSuspended: (project, event) => ({ ...project, stops: [...project.stops, factOf(event)] }),
  ProjectResumed: (project, { id: endedBy, data: { occurredOn: until } }) => ({
    ...project,
    stops: project.stops.map((stop) => (stop.until === undefined ? { ...stop, until, endedBy } : stop)),
  }),
};
