import { type DeadlineSource, tableOf } from '#libs/read-models';
import { ProjectTaskRow } from '../../projections/project-summary/project-task.entity.js';

/** The 办结时间 of a project's 六定 (features.md P10). */
export const PROJECT_DEADLINES = [
  {
    kind: 'responsibility',
    table: tableOf(ProjectTaskRow).name,
    due: 'due_on',
    closed: 'closed_on',
    overdue: 'overdue',
    known: 'known_span',
    unit: 'unit',
    localUnit: 'local_unit',
    holder: 'holder',
    code: `'task'`,
    label: 'matter',
    project: 'project',
    approval: 'null::text',
    owed: 'null::jsonb',
    stewarded: 'null::jsonb',
    keys: ['project', 'id'],
  },
] as const satisfies readonly DeadlineSource[];
