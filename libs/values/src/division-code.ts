/** A county-level or higher division of GB/T 2260: six digits, such as `341522`. Codes change, so a day stands beside each. */
export type DivisionCode = string;

const DIVISION_CODE = /^[1-8]\d{5}$/;

/** True when the text has the form of a division code; whether the standard lists it is not asked. */
export const isDivisionCode = (value: unknown): value is DivisionCode =>
  typeof value === 'string' && DIVISION_CODE.test(value);
