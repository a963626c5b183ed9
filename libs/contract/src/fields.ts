import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import {
  isAccountCode,
  isArea,
  isDay,
  isDivisionCode,
  isId,
  isMoney,
  isMonth,
  isSha256,
  isShare,
  isUnitCode,
} from '#libs/values';

/** Every field of a request says its Chinese name once, for messages and for the OpenAPI document. */
interface FieldOptions {
  optional?: boolean;
}

function field(
  label: string,
  { optional = false }: FieldOptions,
  api: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
) {
  const presence = optional ? IsOptional() : IsDefined({ message: `${label}必填` });
  return applyDecorators(
    ApiProperty({ ...api, description: label, required: !optional } as ApiPropertyOptions),
    presence,
    ...checks,
  );
}

const CODE = '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$';
const DECIMAL = String.raw`^\d{1,12}(\.\d{1,6})?$`;

const check = (name: string, holds: (value: unknown) => boolean, message: string) =>
  ValidateBy({ name, validator: { validate: holds, defaultMessage: () => message } });

// Control characters have no place in a name: they break tables, files and logs.
// eslint-disable-next-line no-control-regex
const PRINTABLE = /^[^\u0000-\u001f\u007f]*$/;

/** One line of text, 1 to `max` characters, not blank. */
export const TextField = (label: string, max: number, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, minLength: 1, maxLength: max },
    IsString({ message: `${label}须为文字` }),
    Length(1, max, { message: `${label}长度须为 1 至 ${max} 字` }),
    Matches(PRINTABLE, { message: `${label}不得含控制字符` }),
    check('notBlank', (value) => typeof value === 'string' && value.trim() !== '', `${label}不得为空白`),
  );

/** An amount in 万元 as decimal text. */
export const MoneyField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: DECIMAL, example: '120000' },
    check('isMoney', isMoney, `${label}须为非负十进制数字文本（最多 12 位整数、6 位小数），如 "120000"`),
  );

/** An area in 亩 as decimal text. */
export const AreaField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: DECIMAL, example: '66.5' },
    check('isArea', isArea, `${label}须为非负十进制数字文本（亩），如 "66.5"`),
  );

/** A business day, `YYYY-MM-DD`. */
export const DayField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, format: 'date' },
    check('isDay', isDay, `${label}须为日历上存在的日期，格式 YYYY-MM-DD`),
  );

/** One of a fixed set of codes. */
export const ChoiceField = (label: string, choices: readonly string[], options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, enum: [...choices] },
    IsIn(choices, { message: `${label}须为以下之一：${choices.join('、')}` }),
  );

/** A unit's code. */
export const UnitField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: CODE },
    check('isUnitCode', isUnitCode, `${label}须为单位代码：2 至 40 位小写字母、数字或连字符`),
  );

/** A person, by the code of an account or office. */
export const AccountField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$', example: 'account-7' },
    check('isAccountCode', isAccountCode, `${label}须为账号：2 至 60 位小写字母、数字或连字符（不填姓名）`),
  );

/** A division's six-digit code (GB/T 2260). */
export const DivisionCodeField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: '^[1-8][0-9]{5}$', example: '341522' },
    check('isDivisionCode', isDivisionCode, `${label}须为六位行政区划代码（GB/T 2260）`),
  );

/** A code that someone chooses: 2 to 40 lower-case letters, digits and hyphens. */
export const CodeField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: CODE },
    check('isUnitCode', isUnitCode, `${label}须为 2 至 40 位小写字母、数字或连字符`),
  );

/** A month, `YYYY-MM`. */
export const MonthField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: String.raw`^(19|[2-9]\d)\d{2}-(0[1-9]|1[0-2])$`, example: '2022-09' },
    check('isMonth', isMonth, `${label}须为月份，格式 YYYY-MM`),
  );

/** A part of one as decimal text. */
export const ShareField = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: String.raw`^[01](\.\d{1,6})?$`, example: '0.5' },
    check('isShare', isShare, `${label}须为大于 0、不超过 1 的十进制数字文本（最多 6 位小数），如 "0.5"`),
  );

/** Text of one form, such as `example`. */
export const PatternField = (label: string, form: RegExp, example: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: form.source, example },
    check('hasForm', (value) => typeof value === 'string' && form.test(value), `${label}格式须如 "${example}"`),
  );

/** The id of a thing (UUID). */
export const IdField = (label: string, options: FieldOptions = {}) =>
  field(label, options, { type: String, format: 'uuid' }, check('isId', isId, `${label}须为 UUID`));

/** SHA-256 in lower-case hex. */
export const Sha256Field = (label: string, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, pattern: '^[0-9a-f]{64}$' },
    check('isSha256', isSha256, `${label}须为 64 位小写十六进制 SHA-256`),
  );

/** A whole number from `min` to `max`. */
export const IntegerField = (label: string, min: number, max: number, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: 'integer', minimum: min, maximum: max },
    IsInt({ message: `${label}须为整数` }),
    Min(min, { message: `${label}不得小于 ${min}` }),
    Max(max, { message: `${label}不得大于 ${max}` }),
  );

/** True or false. */
export const FlagField = (label: string, options: FieldOptions = {}) =>
  field(label, options, { type: Boolean }, IsBoolean({ message: `${label}须为 true 或 false` }));

/** An object of its own class. */
export const ObjectField = (label: string, type: () => new () => object, options: FieldOptions = {}) =>
  field(
    label,
    options,
    // The document's generator asks a function for the class only if it is one by the name of `type`.
    { type: () => type() },
    IsObject({ message: `${label}须为对象` }),
    ValidateNested({ message: `${label}有误` }),
    Type(type),
  );

/** At most `max` objects of one class. */
export const ListField = (label: string, type: () => new () => object, max: number, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: () => type(), isArray: true, maxItems: max },
    IsArray({ message: `${label}须为数组` }),
    ArrayMaxSize(max, { message: `${label}最多 ${max} 项` }),
    check('eachIsObject', eachIsObject, `${label}各项须为对象`),
    ValidateNested({ each: true, message: `${label}有误` }),
    Type(type),
  );

/** At most `max` lines of text. */
export const TextListField = (label: string, max: number, length: number, options: FieldOptions = {}) =>
  field(
    label,
    options,
    { type: String, isArray: true, maxItems: max },
    IsArray({ message: `${label}须为数组` }),
    ArrayMaxSize(max, { message: `${label}最多 ${max} 项` }),
    IsString({ each: true, message: `${label}各项须为文字` }),
    Length(1, length, { each: true, message: `${label}各项长度须为 1 至 ${length} 字` }),
    Matches(PRINTABLE, { each: true, message: `${label}不得含控制字符` }),
  );

/** Different values, each of which `holds`. */
const listOf = (
  label: string,
  max: number,
  api: object,
  options: FieldOptions,
  holds: (value: unknown) => boolean,
  message: string,
) =>
  field(
    label,
    options,
    { type: 'array', items: { type: 'string', ...api }, maxItems: max, uniqueItems: true },
    IsArray({ message: `${label}须为数组` }),
    ArrayMaxSize(max, { message: `${label}最多 ${max} 项` }),
    ArrayUnique({ message: `${label}不得重复` }),
    check('each', (value) => Array.isArray(value) && value.every(holds), message),
  );

/** Different codes of a fixed set. */
export const ChoiceListField = (label: string, choices: readonly string[], options: FieldOptions = {}) =>
  listOf(
    label,
    choices.length,
    { enum: [...choices] },
    options,
    (value) => choices.includes(value as string),
    `${label}各项须为以下之一：${choices.join('、')}`,
  );

/** At most `max` different units. */
export const UnitListField = (label: string, max: number, options: FieldOptions = {}) =>
  listOf(label, max, { pattern: CODE }, options, isUnitCode, `${label}各项须为单位代码`);

/** At most `max` different business days. */
export const DayListField = (label: string, max: number, options: FieldOptions = {}) =>
  listOf(label, max, { format: 'date' }, options, isDay, `${label}各项须为日历上存在的日期，格式 YYYY-MM-DD`);

/** At most `max` different ids (UUID). */
export const IdListField = (label: string, max: number, options: FieldOptions = {}) =>
  listOf(label, max, { format: 'uuid' }, options, isId, `${label}各项须为 UUID`);

/** Different codes that someone chose. */
export const CodeListField = (label: string, max: number, options: FieldOptions = {}) =>
  listOf(label, max, { pattern: CODE }, options, isUnitCode, `${label}各项须为 2 至 40 位小写字母、数字或连字符`);

const eachIsObject = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
