import { type Sql } from '#libs/database';
import { projectNames } from '#libs/projects';
import { type UnitSummary, listUnits } from '#libs/units';
import { type SubjectKind } from '#libs/values';
import { type Scheme } from '../../domain/scheme.js';
import { type NamedSubject } from '../readings/asking.js';
import { certifiedSubjects } from './certified-subjects.query.js';

/** A scheme's subject; `group` where the scheme has several. */
export interface SubjectOfScheme extends NamedSubject {
  readonly group?: string;
}

export interface SubjectsOfScheme {
  readonly of: SubjectKind;
  readonly subjects: readonly SubjectOfScheme[];
}

/**
 * Whom a scheme scores, as known at the seq `asOf`, by the names of its period's last day (features.md A5). One that the
 * scheme names is scored even if nobody has registered it: its code stands in for its name.
 */
export async function subjectsOf(sql: Sql, scheme: Scheme, asOf: bigint): Promise<SubjectsOfScheme> {
  const { subjects, period } = scheme;
  const units = (await listUnits(sql, asOf, period.to)).filter(
    ({ end }) => end === undefined || end.from > period.from,
  );
  const named = (of: SubjectKind, codes: readonly string[]) => withNames(sql, of, codes, units, asOf);
  switch (subjects.kind) {
    case 'all': {
      const { of = 'unit' } = subjects;
      return { of, subjects: await named(of, await allOf(sql, of, units, scheme, asOf)) };
    }
    case 'group':
      return { of: 'unit', subjects: await named('unit', inGroup(units, subjects.group)) };
    case 'units':
      return { of: 'unit', subjects: await named('unit', subjects.units) };
    case 'list':
      return { of: subjects.of, subjects: await named(subjects.of, subjects.codes) };
    case 'groups': {
      const { of, groups } = subjects;
      const members = groups.flatMap(({ name, codes }) =>
        (codes ?? inGroup(units, name)).map((code) => ({ code, group: name })),
      );
      const names = await named(
        of,
        members.map(({ code }) => code),
      );
      return { of, subjects: members.map((member, index) => ({ ...member, name: names[index]?.name ?? member.code })) };
    }
  }
}

const inGroup = (units: readonly UnitSummary[], group: string): string[] =>
  units.filter((unit) => unit.group === group).map(({ code }) => code);

/** Everyone of a kind: those in a register; people and projects of whom something was certified. */
async function allOf(
  sql: Sql,
  of: SubjectKind,
  units: readonly UnitSummary[],
  scheme: Scheme,
  asOf: bigint,
): Promise<string[]> {
  if (of === 'unit') return units.map(({ code }) => code);
  if (of === 'outpost') return units.filter(({ kind }) => kind === 'outpost').map(({ code }) => code);
  if (of === 'group') return [...new Set(units.map(({ group }) => group))];
  return certifiedSubjects(sql, scheme, asOf);
}

async function withNames(
  sql: Sql,
  of: SubjectKind,
  codes: readonly string[],
  units: readonly UnitSummary[],
  asOf: bigint,
): Promise<NamedSubject[]> {
  if (of === 'project') {
    const projectOf = await projectNames(sql, codes, asOf);
    return codes.map((code) => ({ code, name: projectOf(code).name }));
  }
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return codes.map((code) => ({ code, name: names.get(code) ?? code }));
}
