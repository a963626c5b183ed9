import { type Recorded, type Stepwise, stepwise } from '#libs/eventsourcing';
import { type Day, type Grade } from '#libs/values';
import { type AnnualPlanSet, type PlanEvent, type PlanStep, type PlannedMilestone } from './plan.events.js';

/** A milestone that stands: the event that recorded it, its day, and how far it is proved. */
export interface Reached {
  readonly eventId: string;
  readonly on: Day;
  readonly grade: Grade;
}

export type AnnualPlan = Readonly<Omit<AnnualPlanSet['data'], 'projectId' | 'unit' | 'occurredOn'>>;

/** A project's plan as it reads now; without milestones until it is baselined. */
export interface Plan extends Stepwise {
  readonly baseline: readonly PlannedMilestone[];
  readonly milestones: readonly PlannedMilestone[];
  /** The day of the last baseline or revision. */
  readonly plannedOn?: Day;
  /** Of the plan's own milestones. */
  readonly reached: Readonly<Record<string, Reached>>;
  /** By year. */
  readonly years: Readonly<Record<string, AnnualPlan>>;
}

export const NO_PLAN: Plan = { baseline: [], milestones: [], reached: {}, years: {}, steps: [] };

/** What a plan is after one more step. */
function evolve(plan: Plan = NO_PLAN, event: Recorded<PlanStep>): Plan {
  switch (event.type) {
    case 'PlanBaselined': {
      const { milestones, occurredOn } = event.data;
      return { ...plan, baseline: milestones, milestones, plannedOn: occurredOn };
    }
    case 'PlanRevised': {
      const { milestones, occurredOn } = event.data;
      return { ...plan, milestones, plannedOn: occurredOn };
    }
    case 'MilestoneReached': {
      const { milestone, occurredOn: on, grade } = event.data;
      return { ...plan, reached: { ...plan.reached, [milestone]: { eventId: event.id, on, grade } } };
    }
    case 'PlanMilestoneVoided': {
      const { [event.data.milestone]: voided, ...reached } = plan.reached;
      return { ...plan, reached };
    }
    case 'AnnualPlanSet': {
      const { projectId, unit, occurredOn, ...annual } = event.data;
      return { ...plan, years: { ...plan.years, [annual.year]: annual } };
    }
    default:
      return plan;
  }
}

const evolveStepwise = stepwise(evolve, { voided: 'PlanStepVoided', begins: [] });

/** What a plan is after one more event. */
export const evolvePlan = (plan: Plan, event: Recorded<PlanEvent>): Plan => evolveStepwise(plan, event) ?? plan;
