import { v5, validate } from 'uuid';

const NAMESPACE = '5f0c2c5e-3a7f-4d0b-9a39-6d1c2b7f4e10';

/** The same parts give the same id, on any machine and at any time (UUID version 5). */
export const derivedId = (...parts: string[]): string => v5(JSON.stringify(parts), NAMESPACE);

/** True for the text form of a UUID of any version. */
export const isId = (value: unknown): value is string => typeof value === 'string' && validate(value);
