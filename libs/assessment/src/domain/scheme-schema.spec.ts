import { expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { schemeSchema } from './forms/scheme-schema.js';

const FILE = new URL('../../../../docs/assessment-scheme.schema.json', import.meta.url);

it('docs/assessment-scheme.schema.json is what the checks say; UPDATE_SCHEMA=1 writes it anew', () => {
  const text = `${JSON.stringify(schemeSchema, null, 2)}\n`;
  if (process.env.UPDATE_SCHEMA) writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});
