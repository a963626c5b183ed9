import { describe, expect, it } from '@jest/globals';
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { READ_MODELS } from './projections.js';

describe('the read models', () => {
  it('are those that have a folder, by its name', () => {
    const folders = globSync('libs/*/src/projections/*/*.projection.ts').map((file) => basename(dirname(file)));
    expect(READ_MODELS.map(({ name }) => name).sort()).toEqual(folders.sort());
  });
});
