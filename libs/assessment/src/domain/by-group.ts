import { type ByGroup, type Indicator } from './scheme.js';

const isByGroup = <T>(value: ByGroup<T>): value is { readonly groups: Readonly<Record<string, T>> } =>
  typeof value === 'object' && value !== null && 'groups' in value;

/** The value for a group; undefined where it isn't named. */
export function forGroup<T>(value: ByGroup<T>, group: string | undefined): T | undefined {
  if (!isByGroup(value)) return value;
  return group !== undefined && Object.hasOwn(value.groups, group) ? value.groups[group] : undefined;
}

/** The groups that a value names; undefined when it is one for all. */
export const groupsNamed = <T>(value: ByGroup<T>): readonly string[] | undefined =>
  isByGroup(value) ? Object.keys(value.groups) : undefined;

/** An indicator is for the groups that it names, or for which it has points; without either, for all. */
export function isForGroup({ groups, points }: Indicator, group: string | undefined): boolean {
  const named = groups === undefined || (group !== undefined && groups.includes(group));
  return named && forGroup(points, group) !== undefined;
}
