import { refuseUnless } from '#libs/eventsourcing';
import { SUBJECT_KINDS, type SubjectKind, type SubjectRef, isSubjectCode, subjectOf } from '#libs/values';
import { ChoiceField, TextField } from './fields.js';

/** A subject in a request's body. */
export class SubjectBody implements SubjectRef {
  @ChoiceField('对象类别', SUBJECT_KINDS) kind: SubjectKind;
  @TextField('对象代码（all 即全市、单位代码、分组名称、驻点代码、账号或项目编号）', 100) code: string;
}

/** @throws Refusal SUBJECT.INVALID when the code is none of its kind. */
export function checkedSubject({ kind, code }: SubjectRef, field: string): SubjectRef {
  refuseUnless(isSubjectCode(kind, code), 'invalid', 'SUBJECT.INVALID', `“${code}”不是有效的对象代码`, `${field}.code`);
  return { kind, code };
}

/** A subject in a query: `unit:341522`, `group:县区`. */
export const SubjectField = (label: string, options: { optional?: boolean } = {}) =>
  TextField(`${label}，格式 类别:代码，如 unit:341522、group:县区`, 120, options);

/** The subject that a query's text names. @throws Refusal SUBJECT.INVALID */
export function subjectNamed(text: string, field: string): SubjectRef {
  const subject = subjectOf(text);
  refuseUnless(
    subject,
    'invalid',
    'SUBJECT.INVALID',
    `“${text}”不是考核对象；格式为 类别:代码，类别为 ${SUBJECT_KINDS.join('、')} 之一`,
    field,
  );
  return subject;
}
