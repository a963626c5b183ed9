import { refuseBefore, refuseUnless } from '#libs/eventsourcing';
import { type Month } from '#libs/values';
import { type DerivedMilestone, type PlannedMilestone } from './plan.events.js';
import { type AnnualPlan } from './plan.state.js';

const CODE = /^[a-z][a-z0-9-]{0,39}$/;

/** True when the text can be a milestone's code: lower-case letters, digits and hyphens, a letter first. */
export const isMilestoneCode = (value: unknown): value is string => typeof value === 'string' && CODE.test(value);

/** @throws Refusal naming the milestone at fault, when a list of milestones makes no plan. */
export function refuseBadMilestones(milestones: readonly PlannedMilestone[]): void {
  refuseUnless(milestones.length > 0, 'invalid', 'PLAN.EMPTY', '计划须至少有一个节点', 'milestones');
  const weighed = milestones.some(({ weight }) => weight !== undefined);
  milestones.forEach(({ code, order, weight }, index) => {
    const at = `milestones.${index}`;
    const earlier = milestones.slice(0, index);
    refuseUnless(
      isMilestoneCode(code),
      'invalid',
      'PLAN.CODE_INVALID',
      '节点代码须为小写字母、数字或连字符，以字母开头',
      `${at}.code`,
    );
    refuseUnless(
      !earlier.some((other) => other.code === code),
      'invalid',
      'PLAN.CODE_TWICE',
      `节点代码 ${code} 重复`,
      `${at}.code`,
    );
    refuseUnless(
      !earlier.some((other) => other.order === order),
      'invalid',
      'PLAN.ORDER_TWICE',
      `节点次序 ${order} 重复`,
      `${at}.order`,
    );
    refuseUnless(
      !weighed || weight !== undefined,
      'invalid',
      'PLAN.WEIGHT_MISSING',
      '各节点或都有权重，或都没有',
      `${at}.weight`,
    );
  });
  for (const [earlier, later] of SEQUENCES) refuseReversed(milestones, earlier, later);
}

/** What can't be planned the other way round; the same day will do. */
const SEQUENCES: readonly (readonly [DerivedMilestone, DerivedMilestone])[] = [
  ['contract', 'land'],
  ['contract', 'start'],
  ['permit', 'start'],
  ['start', 'completion'],
  ['completion', 'acceptance'],
  ['acceptance', 'handover'],
  ['start', 'production'],
  ['production', 'output'],
];

function refuseReversed(milestones: readonly PlannedMilestone[], earlier: string, later: string): void {
  const before = milestones.find(({ code }) => code === earlier);
  const index = milestones.findIndex(({ code }) => code === later);
  const after = milestones[index];
  if (before && after)
    refuseBefore(after.plannedOn, before.plannedOn, `“${before.name}”的计划`, `milestones.${index}.plannedOn`);
}

/** Whether two plans say the same, whatever the order in which they list it. */
export const sameMilestones = (one: readonly PlannedMilestone[], other: readonly PlannedMilestone[]): boolean =>
  one.length === other.length &&
  one.every(({ code, name, plannedOn, order, weight }) =>
    other.some(
      (each) =>
        each.code === code &&
        each.name === name &&
        each.plannedOn === plannedOn &&
        each.order === order &&
        each.weight === weight,
    ),
  );

/** @throws Refusal when a month lies outside the year, or before the one that it must follow. */
export function refuseBadMonths({ year, startMonth, completionMonth, productionMonth }: AnnualPlan): void {
  let before: Month | undefined;
  for (const [field, month] of Object.entries({ startMonth, completionMonth, productionMonth })) {
    if (month === undefined) continue;
    refuseUnless(month.startsWith(`${year}-`), 'invalid', 'PLAN.OTHER_YEAR', `${month} 不在 ${year} 年内`, field);
    refuseUnless(
      before === undefined || month >= before,
      'invalid',
      'PLAN.MONTHS_REVERSED',
      `${month} 早于前一阶段的 ${before}`,
      field,
    );
    before = month;
  }
}
