import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';

/** The kinds of unit that answer for projects (features.md L11, A4). */
export const UNIT_KINDS = [
  'district',
  'development-zone',
  'department',
  'state-enterprise',
  'command-post',
  'task-force',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** `group` is the assessment group (考核分组) in which the unit is ranked. */
export type UnitRegistered = DomainEvent<
  'UnitRegistered',
  { code: UnitCode; name: string; kind: UnitKind; group: string; occurredOn: Day }
>;

export type UnitEvent = UnitRegistered;

export const unitStream = (code: UnitCode): string => `unit-${code}`;
