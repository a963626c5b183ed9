import { isAccountCode } from './account.js';
import { isId } from './identity.js';
import { isUnitCode } from './unit-code.js';

/** Whom a target is set for or a score given to (features.md A5). */
export const SUBJECT_KINDS = ['city', 'unit', 'group', 'outpost', 'person', 'project'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A subject: the whole city as `all`, a unit's or outpost's code, the name of an assessment group, an account's id, a project's id. */
export interface SubjectRef {
  readonly kind: SubjectKind;
  readonly code: string;
}

const MAX_NAME = 100;
// eslint-disable-next-line no-control-regex -- control characters break tables, files and logs
const PRINTABLE = /^[^\u0000-\u001f\u007f]+$/;

const isName = (code: unknown): code is string =>
  typeof code === 'string' &&
  code.length <= MAX_NAME &&
  code.trim() === code &&
  PRINTABLE.test(code) &&
  code.isWellFormed();

const IS_CODE = {
  city: (code): code is string => code === 'all',
  unit: isUnitCode,
  outpost: isUnitCode,
  group: isName,
  person: isAccountCode,
  project: isId,
} satisfies Record<SubjectKind, (code: unknown) => code is string>;

/** True for a code that a subject of the kind can have. */
export const isSubjectCode = (kind: SubjectKind, code: unknown): code is string => IS_CODE[kind](code);

/** The same subject has the same key: `unit:341522`. */
export const subjectKey = ({ kind, code }: SubjectRef): string => `${kind}:${code}`;

/** The subject that a key names; undefined for text that is none. */
export function subjectOf(key: string): SubjectRef | undefined {
  const at = key.indexOf(':');
  const kind = SUBJECT_KINDS.find((known) => known === key.slice(0, Math.max(at, 0)));
  const code = key.slice(at + 1);
  return kind !== undefined && isSubjectCode(kind, code) ? { kind, code } : undefined;
}
