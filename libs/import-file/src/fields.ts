import { z } from 'zod';
import {
  type CreditCode,
  type Day,
  type Money,
  type UnitCode,
  creditCodeFault,
  isDay,
  isMoney,
  isUnitCode,
} from '#libs/values';
import { type ProblemCode } from './problem.js';

const checked = <Value>(holds: (value: unknown) => boolean, code: ProblemCode) =>
  z.custom<Value>(holds, { params: { code } });

// Control characters break tables, files and logs.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

/** One line of text, not blank, of at most `max` characters. */
export const text = (max: number) =>
  checked<string>(
    (value) => typeof value === 'string' && value.length <= max && value.trim() !== '' && !CONTROL.test(value),
    'FIELD.NOT_TEXT',
  );

/** 万元 as decimal text. */
export const money = checked<Money>(isMoney, 'FIELD.NOT_MONEY');

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = checked<Day>(isDay, 'FIELD.NOT_DAY');

export const unitCode = checked<UnitCode>(isUnitCode, 'FIELD.NOT_UNIT_CODE');

/** 统一社会信用代码 that passes its check: there is no name beside it to go by. */
export const creditCode = checked<CreditCode>(
  (value) => typeof value === 'string' && creditCodeFault(value) === undefined,
  'FIELD.NOT_CREDIT_CODE',
);

/** A whole number from 0. */
export const count = checked<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0, 'FIELD.NOT_COUNT');

/** A row's number, from 1. */
export const rowNumber = checked<number>(
  (value) => Number.isSafeInteger(value) && Number(value) > 0,
  'FIELD.NOT_COUNT',
);
