import { type Versioned } from '#libs/read-models';
import { Decimal } from '#libs/values';
import { STAGES } from '../../domain/project.state.js';
import { type Attribute, type ProjectFormerRow } from './project-former.entity.js';
import { type ProjectStepsRow } from './project-steps.entity.js';

type Version = Omit<ProjectStepsRow, 'project' | 'projectOpenedSeq' | keyof Versioned>;

/** All that a version can be found by, by the attribute; what grows is found by whatever it has passed. */
const VALUES: Readonly<Record<Attribute, (version: Version) => readonly (string | null)[]>> = {
  name: ({ name }) => [name],
  unit: ({ unit }) => [unit],
  group: ({ group }) => [group],
  kind: ({ kind }) => [kind],
  class: (version) => [version.class],
  chain: ({ chain }) => [chain],
  introducer: ({ introducer }) => [introducer],
  parent: ({ parentProjectId }) => [parentProjectId],
  stage: ({ stage }) => STAGES.slice(0, STAGES.indexOf(stage) + 1),
  investment: ({ investment }) => [investment],
  reader: ({ readers }) => readers,
  leader: ({ leaders }) => leaders,
};

const ATTRIBUTES = Object.keys(VALUES) as readonly Attribute[];

/** What a project was until just before `seq`, by what it is looked for, and isn't from then on. */
export function formerly(project: string, before: Version, after: Version, seq: bigint): ProjectFormerRow[] {
  return ATTRIBUTES.flatMap((attribute) => {
    const valuesOf = VALUES[attribute];
    if (attribute === 'investment' && new Decimal(before.investment).lte(after.investment)) return [];
    const still = new Set(valuesOf(after));
    return valuesOf(before).flatMap((value) =>
      value === null || still.has(value) ? [] : { attribute, value, project, untilSeq: String(seq) },
    );
  });
}

/** For each project and value the last time that it was so: one statement takes no row twice. */
export const lastOf = (rows: readonly ProjectFormerRow[]): ProjectFormerRow[] => [
  ...new Map(rows.map((row) => [`${row.project} ${row.attribute} ${row.value}`, row])).values(),
];
