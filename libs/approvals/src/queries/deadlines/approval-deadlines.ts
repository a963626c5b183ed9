import { type DeadlineSource, tableOf } from '#libs/read-models';
import { ApprovalRow } from '../../projections/approvals/approval.entities.js';

const approval = {
  table: tableOf(ApprovalRow).name,
  unit: 'unit',
  localUnit: 'local_unit',
  code: 'kind',
  label: `state ->> 'paper'`,
  approval: 'id',
  project: 'project',
  stewarded: 'null::jsonb',
  keys: ['id', 'attempt::text collate "C"'],
  known: 'known_span',
} as const;

/** Limits that departments have to keep, and papers that enterprises owe, for which the project's unit stands in. */
export const APPROVAL_DEADLINES = [
  {
    ...approval,
    kind: 'approval',
    due: 'due_on',
    closed: 'decided_on',
    overdue: 'decision_overdue',
    holder: 'department',
    owed: 'null::jsonb',
  },
  {
    ...approval,
    kind: 'approval-papers',
    due: 'owed_by',
    closed: 'owed_until',
    overdue: 'papers_overdue',
    holder: 'unit',
    owed: `state -> 'owed'`,
  },
] as const satisfies readonly DeadlineSource[];
