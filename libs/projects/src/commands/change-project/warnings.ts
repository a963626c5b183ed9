import { type Warning } from '#libs/command-handling';
import { creditCodeFault } from '#libs/values';
import { type ProjectChange } from '../../domain/project.commands.js';

/** What is recorded as it was given, and looks wrong. */
export function warningsOf(change: ProjectChange): Warning[] {
  const registers =
    (change.kind === 'reach-milestone' || change.kind === 'correct-milestone') && change.milestone === 'registration';
  const code = registers ? change.terms.creditCode : undefined;
  const fault = code === undefined ? undefined : creditCodeFault(code);
  if (!fault) return [];
  const message = fault === 'form' ? '统一社会信用代码应为 18 位，请核对' : '统一社会信用代码校验位不符，请核对';
  return [{ field: 'creditCode', code: `CREDIT_CODE.${fault.toUpperCase()}`, message }];
}
