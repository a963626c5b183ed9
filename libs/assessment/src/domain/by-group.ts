import { type ByGroup } from './sources/terms.js';

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

/** What is for the groups that it names, or for which it has points; without either, for all. */
interface Grouped {
  readonly groups?: readonly string[];
  readonly points: ByGroup<string>;
}

export function isForGroup({ groups, points }: Grouped, group: string | undefined): boolean {
  const named = groups === undefined || (group !== undefined && groups.includes(group));
  return named && forGroup(points, group) !== undefined;
}

/** A number stated by group and, for some, by the subject's code. */
export interface StatedNumber {
  readonly each: ByGroup<string>;
  readonly units?: Readonly<Record<string, string>>;
}

/** The number stated for a subject of a group; `none` where there is none. */
export const statedFor = ({ each, units }: StatedNumber, code: string, group: string | undefined): string =>
  (units && Object.hasOwn(units, code) ? units[code] : undefined) ?? forGroup(each, group) ?? 'none';
