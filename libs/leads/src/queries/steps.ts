import { tableOf } from '#libs/read-models';
import { LEAD_STATUSES, STATUS_NAMES } from '../domain/vocabulary.js';
import { LeadRow } from '../projections/lead-register/lead-register.entities.js';

/**
 * The lead register as SQL, for questions over several modules' tables: versions (`from_seq`, `until_seq`) with `id`,
 * `unit`, `viewers` (of units, jsonb), `status`, `chain`, and the day of each step.
 */
export const LEAD_STEPS = {
  table: tableOf(LeadRow).name,
  /** 万元. */
  investment: 'expected_investment',
  statuses: LEAD_STATUSES,
  statusNames: STATUS_NAMES,
  steps: [
    { code: 'captured', name: '采集线索', day: 'captured_on' },
    { code: 'qualified', name: '有效信息', day: 'qualified_on' },
    { code: 'converted', name: '转为项目', day: 'converted_on' },
  ],
} as const;
