import { type z } from 'zod';

const MESSAGES = {
  'FILE.NOT_JSON': '文件不是有效的 JSON',
  'FILE.UNKNOWN_FORM': '文件既不是导入文件（ledger-import/1），也不是通报数据文件',
  'FIELD.MISSING': '缺少必填字段',
  'FIELD.UNKNOWN': '未知字段',
  'FIELD.WRONG_TYPE': '类型不符',
  'FIELD.NOT_TEXT': '须为一行非空白文字，不超过规定长度',
  'FIELD.NOT_MONEY': '须为非负十进制数字文本（万元），如 "120000"',
  'FIELD.NOT_DAY': '须为日历上存在的日期，格式 YYYY-MM-DD',
  'FIELD.NOT_COUNT': '须为非负整数',
  'FIELD.NOT_UNIT_CODE': '须为 2 至 40 位小写字母、数字或连字符的单位代码',
  'FIELD.NOT_CREDIT_CODE': '须为校验无误的 18 位统一社会信用代码',
  'FIELD.NOT_A_CHOICE': '不在可选范围内',
  'PERIOD.ENDS_BEFORE_START': '期间的结束日期早于开始日期',
  'DAY.IN_FUTURE': '日期晚于今天',
  'DAY.OUTSIDE_PERIOD': '日期不在文件的期间内',
  'UNIT.DUPLICATE': '单位重复',
  'UNIT.UNKNOWN': '文件的单位表中没有这个单位',
  'ROW.DUPLICATE': '行号重复',
  'CONTRACT.FIXED_ASSETS_EXCEED_TOTAL': '固定资产投资超过总投资',
  'PROJECT.START_BEFORE_CONTRACT': '开工日期早于签约日期',
  'VISIT.ENDS_BEFORE_START': '结束日期早于开始日期',
  'CASE.BANDS_DO_NOT_NEST': '高档项目数超过低档项目数',
  'CASE.MORE_STARTED_THAN_SIGNED': '开工项目数超过签约项目数',
  'CASE.TOTAL_DIFFERS': '各单位之和与公布的合计不符',
  'CASE.RATE_DIFFERS': '公布的开工率与按项目数重算的不符',
} as const;

/** Stable English name of what is wrong. */
export type ProblemCode = keyof typeof MESSAGES;

/** One thing wrong with a file. */
export interface Problem {
  /** The row's number; absent where the fault is the file's own. In a published case a row is a unit's place, from 1. */
  readonly row?: number;
  /** The field inside the row, or inside the file: `signedOn`, `period.from`, `units[2].kind`. */
  readonly field: string;
  readonly code: ProblemCode;
  /** Chinese, for people. */
  readonly message: string;
}

/** A problem with its message; `detail` is what makes this one particular. */
export const problem = (code: ProblemCode, field: string, row?: number, detail?: string): Problem => ({
  ...(row !== undefined && { row }),
  field,
  code,
  message: detail === undefined ? MESSAGES[code] : `${MESSAGES[code]}：${detail}`,
});

/** `units[2].kind` for `['units', 2, 'kind']`. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');

const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], content);

function codeOf(issue: z.core.$ZodIssue, value: unknown): ProblemCode {
  if (value === undefined) return 'FIELD.MISSING';
  if (issue.code === 'custom') return (issue.params as { code: ProblemCode }).code;
  return issue.code === 'invalid_value' ? 'FIELD.NOT_A_CHOICE' : 'FIELD.WRONG_TYPE';
}

/**
 * What a schema found, in the file's own terms. `rowAt` gives a row's number for the path of a problem inside it, with
 * the length of the row's own path.
 */
export function problemsOf(
  error: z.ZodError,
  content: unknown,
  rowAt: (path: readonly PropertyKey[]) => { row: number; depth: number } | undefined,
): Problem[] {
  return error.issues.flatMap((issue) => {
    const at = rowAt(issue.path);
    const name = (path: readonly PropertyKey[]) => pathText(path.slice(at?.depth ?? 0));
    if (issue.code !== 'unrecognized_keys') {
      return problem(codeOf(issue, valueAt(content, issue.path)), name(issue.path), at?.row);
    }
    return issue.keys.map((key) => problem('FIELD.UNKNOWN', name([...issue.path, key]), at?.row));
  });
}
