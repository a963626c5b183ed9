import { ADMISSION_TITLES } from '#libs/admission';
import { APPROVAL_TITLES } from '#libs/approvals';
import { ASSESSMENT_TITLES } from '#libs/assessment';
import { BATCH_TITLES } from '#libs/batches';
import { CALENDAR_TITLES } from '#libs/calendar';
import { CAMPAIGN_TITLES } from '#libs/campaigns';
import { CLASS_RULE_TITLES } from '#libs/class-rules';
import { LEAD_TITLES } from '#libs/leads';
import { PLAN_TITLES } from '#libs/plans';
import { PROJECT_TITLES } from '#libs/projects';
import { RESERVE_TITLES } from '#libs/reserve';
import { STEWARDSHIP_TITLES } from '#libs/stewardships';
import { TARGET_TITLES } from '#libs/targets';
import { UNIT_TITLES } from '#libs/units';
import { VISIT_TITLES } from '#libs/visits';

/** What every module calls its events. */
export const EVENT_TITLES: Readonly<Record<string, string>> = {
  ...UNIT_TITLES,
  ...CALENDAR_TITLES,
  ...LEAD_TITLES,
  ...CLASS_RULE_TITLES,
  ...RESERVE_TITLES,
  ...ADMISSION_TITLES,
  ...PROJECT_TITLES,
  ...APPROVAL_TITLES,
  ...PLAN_TITLES,
  ...BATCH_TITLES,
  ...VISIT_TITLES,
  ...STEWARDSHIP_TITLES,
  ...TARGET_TITLES,
  ...ASSESSMENT_TITLES,
  ...CAMPAIGN_TITLES,
};

/** An event's title; a type that no module knows stands for itself. */
export const titleOf = (type: string): string => EVENT_TITLES[type] ?? type;
