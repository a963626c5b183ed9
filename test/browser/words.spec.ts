import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { PROJECT_KINDS, STAGES } from '../../apps/dashboard/src/words.js';

interface Parameter {
  readonly name: string;
  readonly schema: { readonly enum?: readonly string[] };
}
interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly parameters: readonly Parameter[] } }>>;
}

/** The codes that the API's own description allows for a parameter of the project list. */
async function codesOf(name: string): Promise<readonly string[]> {
  const text = await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
  const { paths } = JSON.parse(text) as OpenApi;
  const parameter = paths['/v1/projects']?.get?.parameters.find((each) => each.name === name);
  return parameter?.schema.enum ?? [];
}

describe('the words of the page', () => {
  it('name every stage that a project can be in, in the same order', async () => {
    expect(STAGES.map(({ code }) => code)).toEqual(await codesOf('stage'));
  });

  it('name every kind of project', async () => {
    expect(Object.keys(PROJECT_KINDS)).toEqual(await codesOf('kind'));
  });
});
