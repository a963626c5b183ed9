import { type DomainEvent, type StepVoided } from '#libs/eventsourcing';
import {
  type AccountCode,
  type Day,
  type Evidence,
  type Grade,
  type Money,
  type Month,
  type UnitCode,
} from '#libs/values';

/** One node of a plan (节点). `order` is its place on the wall chart, `weight` its part of the whole, if nodes weigh. */
export interface PlannedMilestone {
  code: string;
  name: string;
  plannedOn: Day;
  order: number;
  weight?: number;
}

/** 最短工期计划, 倒排节点: the plan that all slippage is measured against. */
export type PlanBaselined = DomainEvent<
  'PlanBaselined',
  { projectId: string; unit: UnitCode; milestones: PlannedMilestone[]; occurredOn: Day }
>;
/** The whole plan as it reads from now on; the baseline stays what it was. */
export type PlanRevised = DomainEvent<
  'PlanRevised',
  { milestones: PlannedMilestone[]; reason: string; approver: AccountCode; occurredOn: Day }
>;
/** A milestone of the plan's own is reached; the usual ones are recorded on the project itself. */
export type MilestoneReached = DomainEvent<
  'MilestoneReached',
  { milestone: string; evidence: Evidence[]; grade: Grade; occurredOn: Day }
>;
/** It was found not to be reached: void from now on. */
export type PlanMilestoneVoided = DomainEvent<
  'PlanMilestoneVoided',
  { milestone: string; eventId: string; finding: string; occurredOn: Day }
>;
/** A year's plan for the project: investment in 万元, and the months of start, completion and production. */
export type AnnualPlanSet = DomainEvent<
  'AnnualPlanSet',
  {
    projectId: string;
    unit: UnitCode;
    year: number;
    investment: Money;
    startMonth?: Month;
    completionMonth?: Month;
    productionMonth?: Month;
    occurredOn: Day;
  }
>;

export type PlanStepVoided = StepVoided<'PlanStepVoided'>;

/** What happens to a plan, as against what is recorded by mistake. */
export type PlanStep = PlanBaselined | PlanRevised | MilestoneReached | PlanMilestoneVoided | AnnualPlanSet;

export type PlanEvent = PlanStep | PlanStepVoided;

/**
 * Milestones that are reached by what is recorded elsewhere, so that nothing is filled in twice: `permit` when a
 * construction permit is granted, the others on the project.
 */
export const DERIVED_MILESTONES = [
  'contract',
  'registration',
  'land',
  'permit',
  'start',
  'completion',
  'acceptance',
  'handover',
  'production',
  'output',
] as const;
export type DerivedMilestone = (typeof DERIVED_MILESTONES)[number];

export const isDerived = (code: string): code is DerivedMilestone =>
  DERIVED_MILESTONES.includes(code as DerivedMilestone);

export const planStream = (projectId: string): string => `plan-${projectId}`;
