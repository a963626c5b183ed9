import { tableOf } from '#libs/read-models';
import { ProjectRow } from '../projections/project-summary/project-summary.entity.js';
import { NAMES } from '../domain/rules/order.js';
import { STAGES, type Stage } from '../domain/project.state.js';

/** What people call the stages. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  opened: '已立项',
  negotiation: '在谈',
  intent: '意向',
  ...NAMES,
};

/**
 * The project summary as SQL, for questions over several modules' tables: its columns `unit`, `local_unit`,
 * `project_group`, `chain`, `stage`, `lead_id`, `suspended_on`, `terminated_on`, `found_fake_on`, and the day of each step.
 */
export const PROJECT_STEPS = {
  table: tableOf(ProjectRow).name,
  /** 万元: the contract's while it stands, else what is planned. */
  investment: 'coalesce(total_investment, planned_investment, 0)',
  stages: STAGES,
  steps: [
    { code: 'contract', name: NAMES.contract, day: 'signed_on' },
    { code: 'registration', name: NAMES.registration, day: 'registered_on' },
    { code: 'land', name: NAMES.land, day: 'land_on' },
    { code: 'start', name: NAMES.start, day: 'started_on' },
    { code: 'completion', name: NAMES.completion, day: 'completed_on' },
    { code: 'production', name: NAMES.production, day: 'producing_on' },
    { code: 'output', name: NAMES.output, day: 'output_on' },
  ],
} as const;
