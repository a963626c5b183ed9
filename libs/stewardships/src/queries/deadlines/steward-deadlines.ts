import { type DeadlineSource, tableOf } from '#libs/read-models';
import { TaskRow } from '../../projections/steward-register/steward.entity.js';

/** The 办结时间 of 六定 that leaders of enterprises, parks and districts were given (features.md P10). */
export const STEWARD_DEADLINES = [
  {
    kind: 'stewardship',
    table: tableOf(TaskRow).name,
    due: 'due_on',
    closed: 'closed_on',
    overdue: 'overdue',
    known: 'known_span',
    unit: 'unit',
    localUnit: 'unit',
    holder: 'holder',
    code: `'task'`,
    label: 'matter',
    project: 'null::text',
    approval: 'null::text',
    owed: 'null::jsonb',
    stewarded: `jsonb_build_object('stewardship', stewardship, 'kind', kind, 'code', code, 'name', name)`,
    keys: ['id', 'kind'],
  },
] as const satisfies readonly DeadlineSource[];
