import { Decimal } from './arithmetic.js';

/** A fault in a scheme: where (`indicators[2].shape.base`, empty for the whole), a stable code, a Chinese sentence. */
export interface SchemeProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Reports what is wrong with the form of a JSON value found at `path`. Never throws, whatever the value is. */
export type Check = (value: unknown, path: string, problems: SchemeProblem[]) => void;

const AMOUNT = /^-?\d{1,12}(\.\d{1,6})?$/;

type Fields = Readonly<Record<string, Check>>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const member = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** A check by a plain condition; `must` completes the sentence “此处须为…”. */
export const satisfies =
  (holds: (value: unknown) => boolean, must: string, code = 'SCHEME.VALUE'): Check =>
  (value, path, problems) => {
    if (!holds(value)) problems.push({ field: path, code, message: `此处须为${must}` });
  };

/** An object with exactly these fields: all of `required`, any of `optional`, no other. */
export const record =
  (required: Fields, optional: Fields = {}): Check =>
  (value, path, problems) => {
    if (!isObject(value)) {
      problems.push({ field: path, code: 'SCHEME.VALUE', message: '此处须为对象' });
      return;
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key)) {
        problems.push({ field: member(path, key), code: 'SCHEME.UNKNOWN_FIELD', message: '没有这个字段' });
      }
    }
    for (const [key, check] of Object.entries(required)) {
      if (Object.hasOwn(value, key)) check(value[key], member(path, key), problems);
      else problems.push({ field: member(path, key), code: 'SCHEME.MISSING_FIELD', message: '缺少必填字段' });
    }
    for (const [key, check] of Object.entries(optional)) {
      if (Object.hasOwn(value, key)) check(value[key], member(path, key), problems);
    }
  };

/** An object whose `kind` says which of the checks applies; they see it whole, `kind` included. */
export const byKind =
  (kinds: Fields): Check =>
  (value, path, problems) => {
    const kind = isObject(value) && Object.hasOwn(value, 'kind') ? value.kind : undefined;
    if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) kinds[kind]?.(value, path, problems);
    else {
      const message = `此处须为对象，其 kind 为以下之一：${Object.keys(kinds).join('、')}`;
      problems.push({ field: member(path, 'kind'), code: 'SCHEME.UNKNOWN_KIND', message });
    }
  };

/** A list of `min` to `max` items. */
export const listOf =
  (item: Check, min: number, max: number): Check =>
  (value, path, problems) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      problems.push({ field: path, code: 'SCHEME.VALUE', message: `此处须为 ${min} 至 ${max} 项的数组` });
      return;
    }
    value.forEach((each: unknown, index) => item(each, `${path}[${index}]`, problems));
  };

/** Items whose `key`, a number or decimal text, rises from each to the next; items of another form are not its matter. */
export const risingBy =
  (key: string): Check =>
  (value, path, problems) => {
    const numbers = Array.isArray(value) ? value.map((item: unknown) => numberAt(item, key)) : [];
    numbers.forEach((number, index) => {
      const before = numbers[index - 1];
      if (number && before && number.lte(before)) {
        const field = `${path}[${index}].${key}`;
        problems.push({ field, code: 'SCHEME.NOT_RISING', message: `${key} 须逐项递增，且不得重叠` });
      }
    });
  };

function numberAt(item: unknown, key: string): Decimal | undefined {
  const value = isObject(item) ? item[key] : undefined;
  return Number.isInteger(value) || (typeof value === 'string' && AMOUNT.test(value))
    ? new Decimal(value as number | string)
    : undefined;
}

/** Both checks, one after the other. */
export const both =
  (first: Check, second: Check): Check =>
  (value, path, problems) => {
    first(value, path, problems);
    second(value, path, problems);
  };

/** An object used as a table: keys of one form, values of another, at most `max`. */
export const tableOf =
  (isKey: (key: string) => boolean, keyForm: string, item: Check, max: number): Check =>
  (value, path, problems) => {
    if (!isObject(value) || Object.keys(value).length > max) {
      problems.push({ field: path, code: 'SCHEME.VALUE', message: `此处须为至多 ${max} 项的对象` });
      return;
    }
    for (const [key, each] of Object.entries(value)) {
      if (isKey(key)) item(each, member(path, key), problems);
      else problems.push({ field: member(path, key), code: 'SCHEME.VALUE', message: `键须为${keyForm}` });
    }
  };

/** One of a few words. */
export const oneOf = (...words: readonly string[]): Check =>
  satisfies((value) => typeof value === 'string' && words.includes(value), `以下之一：${words.join('、')}`);

/** Passes when either check does; otherwise says what `must` be there. */
export const either =
  (first: Check, second: Check, must: string): Check =>
  (value, path, problems) => {
    const passes = (check: Check): boolean => {
      const found: SchemeProblem[] = [];
      check(value, path, found);
      return found.length === 0;
    };
    if (!passes(first) && !passes(second))
      problems.push({ field: path, code: 'SCHEME.VALUE', message: `此处须为${must}` });
  };

/** Decimal text such as `-0.5`, within bounds, both inclusive. */
export const amount = (min?: string, max?: string): Check =>
  satisfies(
    (value) =>
      typeof value === 'string' &&
      AMOUNT.test(value) &&
      (min === undefined || new Decimal(value).gte(min)) &&
      (max === undefined || new Decimal(value).lte(max)),
    `十进制数字文本（最多 12 位整数、6 位小数）${min === undefined ? '' : `，不小于 ${min}`}${max === undefined ? '' : `，不大于 ${max}`}`,
  );

/** Decimal text, or `none`. */
export const bound: Check = either(amount(), oneOf('none'), '十进制数字文本，或 none（不设）');

/** A whole number within bounds, both inclusive. */
export const integer = (min: number, max: number): Check =>
  satisfies(
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    `${min} 至 ${max} 的整数`,
  );

// eslint-disable-next-line no-control-regex -- control characters break tables, files and logs
const PRINTABLE = /^[^\u0000-\u001f\u007f]*$/;

/** One line of text that isn't blank. */
export const line = (max: number): Check =>
  satisfies(
    (value) =>
      typeof value === 'string' &&
      value.trim() !== '' &&
      value.length <= max &&
      PRINTABLE.test(value) &&
      value.isWellFormed(),
    `1 至 ${max} 字的文字，不含控制字符和残缺字符`,
  );

const CODE = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/;

/** A code of 2 to 40 lower-case letters, digits and hyphens. */
export const code: Check = satisfies(
  (value) => typeof value === 'string' && CODE.test(value),
  '代码：2 至 40 位小写字母、数字或连字符',
);
