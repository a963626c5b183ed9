import { type Role, signToken } from '#libs/access';
import { isUnitCode } from '#libs/values';
import { localSigningKey } from '../keys.js';
import { readSettings } from '../settings.js';

interface TokenOptions {
  unit: string;
  role: Role;
  actor?: string;
  expires: string;
}

/** Prints a bearer token on standard output. @throws when the unit code has no such form, or the span can't be read. */
export async function printToken({ unit, role, actor = `${role}-${unit}`, expires }: TokenOptions): Promise<void> {
  if (!isUnitCode(unit)) throw new Error('单位代码须为 2 至 40 位小写字母、数字或连字符');
  const key = await localSigningKey(readSettings().dataDir);
  console.log(await signToken(key, { id: actor, unit, role }, expires));
}
