import { tableOf } from '#libs/read-models';
import { ProjectStepsRow } from '../projections/project-summary/project-steps.entity.js';
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
 * How far projects had come, as SQL, for questions over several modules' tables: versions (`from_seq`, `until_seq`) with
 * `project`, `unit`, `local_unit`, `project_group`, `chain`, `stage`, `lead_id`, `investment` (万元), `suspended_on`,
 * `terminated_on`, `found_fake_on`, and the day of each step.
 */
export const PROJECT_STEPS = {
  table: tableOf(ProjectStepsRow).name,
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
