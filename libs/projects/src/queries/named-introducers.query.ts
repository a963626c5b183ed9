import { type Sql } from '#libs/database';
import { type CreditCode, type Introducer } from '#libs/values';
import { type NamedProject, projectNames } from './project-names/project-names.query.js';

/** An enterprise that brought another in (features.md P13): by its code, or by the project that it carries out. */
export interface NamedIntroducer {
  readonly creditCode?: CreditCode;
  readonly project?: NamedProject;
}

/** How the given introducers are shown, their projects named as they are, or were known at the seq `asOf`. */
export async function namedIntroducers(
  sql: Sql,
  introducers: readonly Introducer[],
  asOf?: bigint,
): Promise<(introducer: Introducer) => NamedIntroducer> {
  const ids = introducers.flatMap(({ projectId }) => projectId ?? []);
  const projectOf = await projectNames(sql, ids, asOf);
  return ({ creditCode, projectId }) => (projectId === undefined ? { creditCode } : { project: projectOf(projectId) });
}
