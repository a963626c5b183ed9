import { type ProjectName, type UnitName } from '../api.js';

/** A visit as it was logged; `days` counts both its first and its last day. */
export interface Visit {
  readonly id: string;
  readonly unit: UnitName;
  readonly kind: string;
  /** An account or an office. */
  readonly leader: string | null;
  readonly place: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly days: number;
  readonly purpose: string | null;
  readonly inPerson: readonly string[];
  readonly enterprises: readonly string[];
  readonly projects: readonly string[];
  readonly leads: readonly string[];
}

/** What leaders did in person for a major project in a period. */
export interface InPersonLine extends ProjectName {
  readonly unit: UnitName;
  readonly investment?: string;
  readonly done: Readonly<Record<string, number>>;
  readonly missing: readonly string[];
  readonly leaders: readonly string[];
  readonly lastOn?: string;
}
