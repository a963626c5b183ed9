import { type DeadlineSource, tableOf } from '#libs/read-models';
import { MilestoneRow } from '../../projections/milestones/milestone.entities.js';

const milestone = {
  table: tableOf(MilestoneRow).name,
  closed: 'closed_on',
  unit: 'unit',
  localUnit: 'local_unit',
  holder: 'unit',
  code: 'code',
  label: 'name',
  approval: 'null::text',
  owed: 'null::jsonb',
  project: 'project',
  stewarded: 'null::jsonb',
  keys: ['project', 'code'],
  known: 'known_span',
} as const;

/** What the contract promises by a day, and what the plan says. */
export const MILESTONE_DEADLINES = [
  { ...milestone, kind: 'contract', due: 'contract_by', overdue: 'contract_overdue' },
  { ...milestone, kind: 'plan', due: 'planned_on', overdue: 'plan_overdue' },
] as const satisfies readonly DeadlineSource[];
