import { groupsNamed, isForGroup } from '../by-group.js';
import { type SchemeProblem } from '../checks.js';
import { type Located, placesOf } from '../places.js';
import { type ByGroup, type Scheme, isComposite } from '../scheme.js';
import { groupNames } from './of-subjects.js';

/** Codes used twice; groups that the scheme doesn't have; values that leave one of an indicator's groups out. */
export function groupProblems(scheme: Scheme, located: readonly Located[]): SchemeProblem[] {
  const { subjects, points: whole } = scheme;
  const placed = placesOf(scheme);
  const known = groupNames(subjects);
  return [
    ...codeProblems(located),
    ...valueProblems(whole, known, known, 'points'),
    ...placed.flatMap(({ source, path }) =>
      source.kind === 'stated' ? valueProblems(source.each, known, known, `${path}.each`) : [],
    ),
    ...located.flatMap(({ indicator, path }) => {
      const own = known.filter((group) => isForGroup(indicator, group));
      const { points, weight, groups } = indicator;
      const each = !isComposite(indicator) && indicator.target && 'each' in indicator.target && indicator.target.each;
      return [
        ...unknownGroups(groups ?? [], known, `${path}.groups`),
        ...unknownGroups(groupsNamed(points) ?? [], known, `${path}.points`),
        ...(weight === undefined ? [] : valueProblems(weight, known, own, `${path}.weight`)),
        ...(each ? valueProblems(each, known, own, `${path}.target.each`) : []),
        ...(own.length > 0 ? [] : forNobody(path)),
      ];
    }),
  ];
}

function codeProblems(located: readonly Located[]): SchemeProblem[] {
  const seen = new Set<string>();
  return located.flatMap(({ indicator, path }) => {
    const isRepeated = seen.has(indicator.code);
    seen.add(indicator.code);
    const message = `指标代码“${indicator.code}”重复`;
    return isRepeated ? [{ field: `${path}.code`, code: 'SCHEME.REPEATED', message }] : [];
  });
}

type Known = readonly (string | undefined)[];

const unknownGroups = (named: readonly string[], known: Known, field: string): SchemeProblem[] =>
  named
    .filter((group) => !known.includes(group))
    .map((group) => ({ field, code: 'SCHEME.UNKNOWN_GROUP', message: `考核对象中没有“${group}”这一组` }));

function valueProblems<T>(value: ByGroup<T>, known: Known, own: Known, field: string): SchemeProblem[] {
  const named = groupsNamed(value);
  if (!named) return [];
  const left = own.filter((group) => group === undefined || !named.includes(group));
  return [
    ...unknownGroups(named, known, field),
    ...left.map((group) => ({
      field,
      code: 'SCHEME.GROUP_MISSING',
      message: `没有规定“${group ?? '不分组'}”的数值`,
    })),
  ];
}

const forNobody = (field: string): SchemeProblem[] => [
  { field, code: 'SCHEME.UNKNOWN_GROUP', message: '本项不适用于任何一组考核对象' },
];
