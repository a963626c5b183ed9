/** A unit's lasting code: 2 to 40 lower-case letters, digits and hyphens, such as `341522` or `luan-01`. */
export type UnitCode = string;

const UNIT_CODE = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/;

/** True when the text has the form of a unit code. */
export const isUnitCode = (value: unknown): value is UnitCode => typeof value === 'string' && UNIT_CODE.test(value);
