import { type Recorded } from '#libs/eventsourcing';
import { type Day, type Money, type UnitCode } from '#libs/values';
import { MILESTONES, type Milestone, type ProjectEvent } from './project.events.js';

/** A milestone that stands: the event that recorded it, and the day it was reached. */
export interface Reached {
  readonly eventId: string;
  readonly on: Day;
}

export interface Project {
  readonly name: string;
  readonly unit: UnitCode;
  readonly place?: string;
  readonly chain?: string;
  readonly leadId?: string;
  readonly openedOn: Day;
  readonly reached: Readonly<Partial<Record<Milestone, Reached>>>;
  readonly totalInvestment?: Money;
  readonly fixedAssetInvestment?: Money;
}

/** `undefined` until the project is opened. */
export type ProjectState = Project | undefined;

/** How far a project has come: its furthest milestone that stands. */
export const stageOf = (project: Project): Milestone | 'opened' =>
  MILESTONES.findLast((milestone) => project.reached[milestone]) ?? 'opened';

const reach = (project: Project, milestone: Milestone, event: Recorded<ProjectEvent>): Project => ({
  ...project,
  reached: { ...project.reached, [milestone]: { eventId: event.id, on: event.data.occurredOn } },
});

const without = (project: Project, milestone: Milestone): Project => {
  const { [milestone]: voided, ...reached } = project.reached;
  if (milestone !== 'contract') return { ...project, reached };
  const { totalInvestment, fixedAssetInvestment, ...rest } = project;
  return { ...rest, reached };
};

/** What a project is after one more event. */
export function evolveProject(state: ProjectState, event: Recorded<ProjectEvent>): ProjectState {
  if (event.type === 'ProjectOpened') {
    const { name, unit, place, chain, leadId, occurredOn } = event.data;
    return { name, unit, place, chain, leadId, openedOn: occurredOn, reached: {} };
  }
  const project = state as Project;
  switch (event.type) {
    case 'ContractSigned': {
      const { totalInvestment, fixedAssetInvestment } = event.data;
      return { ...reach(project, 'contract', event), totalInvestment, fixedAssetInvestment };
    }
    case 'LandSecured':
      return reach(project, 'land', event);
    case 'ConstructionStarted':
      return reach(project, 'start', event);
    case 'DesignCapacityReached':
      return reach(project, 'output', event);
    case 'FigureVoided':
      return event.data.milestone ? without(project, event.data.milestone) : project;
    default:
      return project;
  }
}
