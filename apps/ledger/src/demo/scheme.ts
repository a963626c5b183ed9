import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Scheme } from '#libs/assessment';
import { type ImportFile } from '#libs/import-file';
import { digestOf } from '#libs/values';
import { PROJECT_ROOT } from '../project-root.js';

/** The demonstration scheme, put over the file's period and units. */
export async function demoScheme({ period, units }: ImportFile): Promise<Scheme> {
  const text = await readFile(join(PROJECT_ROOT, 'cases/demo-scheme.json'), 'utf8');
  const scheme = JSON.parse(text) as Scheme;
  const group = units[0]?.group ?? '';
  const code = `${scheme.code}-${digestOf({ group, period }).slice(0, 6)}`;
  return { ...scheme, code, period, subjects: { kind: 'group', group } };
}
