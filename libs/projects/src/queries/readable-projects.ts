import { tableOf } from '#libs/read-models';
import { ProjectRow } from '../projections/project-summary/project-summary.entity.js';

/** The ids of the projects that a unit (`$n`) reads now (see `readersOf`), as SQL, for what belongs to a project. */
export const readableProjects = (unit: string): string =>
  `select id from ${tableOf(ProjectRow).name} where readers @> jsonb_build_array(${unit}::text)`;
