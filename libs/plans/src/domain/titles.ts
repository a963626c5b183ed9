import { type PlanEvent } from './plan.events.js';
import { type PlanThresholdsSet } from './thresholds.events.js';

/** What happened, in a word, for whoever reads the event. */
export const PLAN_TITLES: Readonly<Record<(PlanEvent | PlanThresholdsSet)['type'], string>> = {
  PlanBaselined: '基准计划编制',
  PlanRevised: '计划修订',
  MilestoneReached: '计划节点完成',
  PlanMilestoneVoided: '计划节点完成作废',
  AnnualPlanSet: '年度计划下达',
  PlanThresholdsSet: '红黄绿灯标准确定',
  PlanStepVoided: '计划上一步作废',
};
