import { type Decider, type VoidStep, refuseBefore, refuseFuture, refuseUnless, voidStep } from '#libs/eventsourcing';
import { type Day, type Evidence, type UnitCode, canonicalMoney, gradeOf } from '#libs/values';
import { refuseBadMilestones, refuseBadMonths, sameMilestones } from './plan.checks.js';
import { type PlanEvent, type PlanRevised, type PlannedMilestone, isDerived } from './plan.events.js';
import { type AnnualPlan, NO_PLAN, type Plan, evolvePlan } from './plan.state.js';
import { PLAN_TITLES } from './titles.js';

/** The project whose plan it is, and the unit that answers for it. */
interface Of {
  readonly projectId: string;
  readonly unit: UnitCode;
  readonly occurredOn: Day;
}

export type PlanCommand = { readonly today: Day } & (
  | { readonly kind: 'baseline-plan'; readonly of: Of; readonly milestones: PlannedMilestone[] }
  | { readonly kind: 'revise-plan'; readonly revision: PlanRevised['data'] }
  | {
      readonly kind: 'reach-milestone';
      readonly milestone: string;
      readonly occurredOn: Day;
      readonly evidence?: Evidence[];
    }
  | { readonly kind: 'void-milestone'; readonly milestone: string; readonly finding: string; readonly occurredOn: Day }
  | { readonly kind: 'set-annual-plan'; readonly of: Of; readonly annual: AnnualPlan }
  | VoidStep
);

type Command<Kind> = Extract<PlanCommand, { kind: Kind }>;

/** The rules of a project's plan (features.md P5, P6): baselined once, revised with reason and approver. */
export const planDecider: Decider<PlanCommand, Plan, PlanEvent> = {
  knows: PLAN_TITLES,
  initialState: NO_PLAN,

  decide(command, plan) {
    switch (command.kind) {
      case 'baseline-plan':
        return baseline(command, plan);
      case 'revise-plan':
        return revise(command, plan);
      case 'reach-milestone':
        return reach(command, plan);
      case 'void-milestone':
        return takeBack(command, plan);
      case 'set-annual-plan':
        return setAnnualPlan(command, plan);
      case 'void-step':
        return voidStep('PlanStepVoided', plan, command.facts, command.today);
    }
  },

  evolve: evolvePlan,
};

function baseline({ of, milestones, today }: Command<'baseline-plan'>, { plannedOn }: Plan): PlanEvent[] {
  refuseUnless(plannedOn === undefined, 'conflict', 'PLAN.ALREADY_BASELINED', '该项目已有基准计划，如需变动请修订计划');
  refuseFuture(of.occurredOn, today);
  refuseBadMilestones(milestones);
  return [{ type: 'PlanBaselined', data: { ...of, milestones } }];
}

function revise({ revision, today }: Command<'revise-plan'>, plan: Plan): PlanEvent[] {
  const { milestones, occurredOn } = revision;
  const { plannedOn } = plan;
  refuseUnless(plannedOn !== undefined, 'conflict', 'PLAN.NOT_BASELINED', '该项目尚无基准计划');
  refuseFuture(occurredOn, today);
  refuseBefore(occurredOn, plannedOn, '上一版计划');
  refuseBadMilestones(milestones);
  const codes = new Set(milestones.map(({ code }) => code));
  const dropped = Object.keys(plan.reached).find((code) => !codes.has(code));
  refuseUnless(
    dropped === undefined,
    'conflict',
    'PLAN.REACHED_DROPPED',
    `节点 ${dropped} 已完成，不能从计划中删去`,
    'milestones',
  );
  refuseUnless(
    !sameMilestones(milestones, plan.milestones),
    'conflict',
    'PLAN.NOTHING_REVISED',
    '修订后的计划与现行计划相同',
    'milestones',
  );
  return [{ type: 'PlanRevised', data: revision }];
}

function reach(
  { milestone, occurredOn, evidence = [], today }: Command<'reach-milestone'>,
  { milestones, reached }: Plan,
): PlanEvent[] {
  refuseUnless(
    !isDerived(milestone),
    'invalid',
    'PLAN.MILESTONE_DERIVED',
    '该节点由项目或审批的登记自动得出，无须在计划中填报',
    'milestone',
  );
  const planned = milestones.some(({ code }) => code === milestone);
  refuseUnless(planned, 'invalid', 'PLAN.MILESTONE_UNKNOWN', `现行计划中没有节点 ${milestone}`, 'milestone');
  refuseUnless(
    !Object.hasOwn(reached, milestone),
    'conflict',
    'PLAN.MILESTONE_ALREADY_REACHED',
    '该节点已登记完成',
    'milestone',
  );
  refuseFuture(occurredOn, today);
  return [{ type: 'MilestoneReached', data: { milestone, evidence, grade: gradeOf(evidence), occurredOn } }];
}

function takeBack(
  { milestone, finding, occurredOn, today }: Command<'void-milestone'>,
  { reached }: Plan,
): PlanEvent[] {
  const fact = Object.hasOwn(reached, milestone) ? reached[milestone] : undefined;
  refuseUnless(fact, 'conflict', 'PLAN.NOTHING_TO_VOID', '该节点没有有效的完成记录可作废', 'milestone');
  refuseFuture(occurredOn, today);
  refuseBefore(occurredOn, fact.on, '节点完成');
  return [{ type: 'PlanMilestoneVoided', data: { milestone, eventId: fact.eventId, finding, occurredOn } }];
}

function setAnnualPlan({ of, annual, today }: Command<'set-annual-plan'>, { years }: Plan): PlanEvent[] {
  refuseFuture(of.occurredOn, today);
  refuseBadMonths(annual);
  const investment = canonicalMoney(annual.investment);
  const before = years[annual.year];
  const { startMonth, completionMonth, productionMonth } = annual;
  const same =
    before?.investment === investment &&
    before.startMonth === startMonth &&
    before.completionMonth === completionMonth &&
    before.productionMonth === productionMonth;
  refuseUnless(!same, 'conflict', 'PLAN.NOTHING_REVISED', `与 ${annual.year} 年现行计划相同`, 'year');
  return [{ type: 'AnnualPlanSet', data: { ...of, ...annual, investment } }];
}
