import { isSubjectCode } from '#libs/values';
import { type SchemeProblem } from '../checks.js';
import { type Scheme, type Scorable, type Subjects } from '../scheme.js';

/** Subjects and groups that stand twice. */
export function subjectProblems({ subjects }: Scheme): SchemeProblem[] {
  if (subjects.kind === 'units') return repeated(subjects.units, 'subjects.units', '考核对象中有重复的单位');
  if (subjects.kind === 'list') {
    const { of, codes } = subjects;
    return [...repeated(codes, 'subjects.codes', '考核对象中有重复的代码'), ...wrongCodes(of, codes, 'subjects.codes')];
  }
  if (subjects.kind !== 'groups') return [];
  const names = subjects.groups.map(({ name }) => name);
  const codes = subjects.groups.flatMap((group) => group.codes ?? []);
  return [
    ...repeated(names, 'subjects.groups', '分组名称重复'),
    ...repeated(codes, 'subjects.groups', '同一考核对象在各组中出现了两次'),
    ...subjects.groups.flatMap((group, index) =>
      wrongCodes(subjects.of, group.codes ?? [], `subjects.groups[${index}].codes`),
    ),
  ];
}

const KINDS = { unit: '单位', outpost: '驻点', group: '工作组', person: '账号', project: '项目' } as const;

const wrongCodes = (of: Scorable, codes: readonly string[], field: string): SchemeProblem[] =>
  codes
    .map((code, index) => ({ code, index }))
    .filter(({ code }) => !isSubjectCode(of, code))
    .map(({ code, index }) => ({
      field: `${field}[${index}]`,
      code: 'SCHEME.VALUE',
      message: `“${code}”不是${KINDS[of]}代码`,
    }));

const repeated = (values: readonly string[], field: string, message: string): SchemeProblem[] =>
  new Set(values).size === values.length ? [] : [{ field, code: 'SCHEME.REPEATED', message }];

/** The names of a scheme's groups; one without a name where it has none. */
export const groupNames = (subjects: Subjects): readonly (string | undefined)[] =>
  subjects.kind === 'groups' ? subjects.groups.map(({ name }) => name) : [undefined];

/** The subjects that a scheme names one by one; undefined when it doesn't. */
export function namedSubjects(subjects: Subjects): ReadonlySet<string> | undefined {
  if (subjects.kind === 'units') return new Set(subjects.units);
  if (subjects.kind === 'list') return new Set(subjects.codes);
  if (subjects.kind !== 'groups' || subjects.groups.some(({ codes }) => codes === undefined)) return undefined;
  return new Set(subjects.groups.flatMap(({ codes = [] }) => codes));
}

/** A number for a subject that the scheme doesn't score is a slip of the pen. */
export function unknownSubjects(
  stated: Readonly<Record<string, unknown>> | undefined,
  { subjects }: Pick<Scheme, 'subjects'>,
  field: string,
): SchemeProblem[] {
  const scored = namedSubjects(subjects);
  const unknown = scored ? Object.keys(stated ?? {}).filter((code) => !scored.has(code)) : [];
  return unknown.map((code) => ({
    field: `${field}.${code}`,
    code: 'SCHEME.UNKNOWN_SUBJECT',
    message: `“${code}”不在考核对象中`,
  }));
}
