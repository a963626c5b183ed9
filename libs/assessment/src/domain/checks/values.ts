import { Decimal } from '../arithmetic.js';
import { type Check, checkBy, isObject, satisfies } from './check.js';
import { either } from './structures.js';

const AMOUNT = /^-?\d{1,12}(\.\d{1,6})?$/;

/** One of a few words. */
export const oneOf = (...words: readonly string[]): Check =>
  satisfies((value) => typeof value === 'string' && words.includes(value), `以下之一：${words.join('、')}`, {
    enum: words,
  });

/** Decimal text such as `-0.5`, within bounds, both inclusive. */
export const amount = (min?: string, max?: string): Check =>
  satisfies(
    (value) =>
      typeof value === 'string' &&
      AMOUNT.test(value) &&
      (min === undefined || new Decimal(value).gte(min)) &&
      (max === undefined || new Decimal(value).lte(max)),
    `十进制数字文本（最多 12 位整数、6 位小数）${min === undefined ? '' : `，不小于 ${min}`}${max === undefined ? '' : `，不大于 ${max}`}`,
    { type: 'string', pattern: AMOUNT.source },
  );

/** Decimal text, or `none`. */
export const bound: Check = either(amount(), oneOf('none'), '十进制数字文本，或 none（不设）');

/** A whole number within bounds, both inclusive. */
export const integer = (min: number, max: number): Check =>
  satisfies(
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    `${min} 至 ${max} 的整数`,
    { type: 'integer', minimum: min, maximum: max },
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
    { type: 'string', minLength: 1, maxLength: max },
  );

const CODE = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/;

/** A code of 2 to 40 lower-case letters, digits and hyphens. */
export const code: Check = satisfies(
  (value) => typeof value === 'string' && CODE.test(value),
  '代码：2 至 40 位小写字母、数字或连字符',
  { type: 'string', pattern: CODE.source },
);

/** A list whose items have a `key`, a number or decimal text, that rises from each to the next. */
export const risingBy = (key: string, list: Check): Check =>
  checkBy(list.schema, (value, path, problems) => {
    list(value, path, problems);
    const numbers = Array.isArray(value) ? value.map((item: unknown) => numberAt(item, key)) : [];
    numbers.forEach((number, index) => {
      const before = numbers[index - 1];
      if (number && before && number.lte(before)) {
        const field = `${path}[${index}].${key}`;
        problems.push({ field, code: 'SCHEME.NOT_RISING', message: `${key} 须逐项递增，且不得重叠` });
      }
    });
  });

/** Items of another form are the list's own matter. */
function numberAt(item: unknown, key: string): Decimal | undefined {
  const value = isObject(item) ? item[key] : undefined;
  return Number.isInteger(value) || (typeof value === 'string' && AMOUNT.test(value))
    ? new Decimal(value as number | string)
    : undefined;
}
