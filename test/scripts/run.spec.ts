import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const MAIN = `
import { day } from '#libs/days';
if (process.argv.includes('stay')) {
  const staying = setInterval(() => undefined, 1000);
  process.once('SIGTERM', () => { clearInterval(staying); process.exitCode = 5; });
}
if (process.argv.includes('fail')) process.exitCode = 7;
console.log(JSON.stringify({ day, args: process.argv.slice(2) }));
`;
const PAGE = `export default { build: { outDir: '../../dist/dashboard', emptyOutDir: true } };`;

let project: string;

const write = (path: string, content: string): void => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
};

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: project, encoding: 'utf8' });

/** A project of one library, one page and a program that prints its arguments, built by the scripts under test. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'ledger-project-'));
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'scripts']) {
    cpSync(resolve(name), join(project, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  write('libs/days/src/index.ts', `export const day = 'first';`);
  write('apps/ledger/src/main.ts', MAIN);
  write('apps/dashboard/index.html', '<!doctype html><title>page</title>');
  write('apps/dashboard/vite.config.mjs', PAGE);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the command that starts the ledger', () => {
  it('builds first, prints only what the ledger prints, and passes arguments and exit code on', () => {
    const { stdout, status } = run('demo', '--json', 'fail');
    expect(JSON.parse(stdout)).toEqual({ day: 'first', args: ['demo', '--json', 'fail'] });
    expect(status).toBe(7);
    expect(existsSync(join(project, 'dist/dashboard/index.html'))).toBe(true);
  });

  it('does not build again what is built', () => {
    expect(run()).toMatchObject({ stdout: '{"day":"first","args":[]}\n', stderr: '', status: 0 });
  });

  it('builds once when two commands find it stale at the same time', async () => {
    write('libs/days/src/index.ts', `export const day = 'both';`);
    const outputs = await Promise.all(
      [0, 1].map(async () => {
        const child = spawn(process.execPath, ['scripts/run.mjs'], { cwd: project });
        let [stdout, stderr] = ['', ''];
        child.stdout.on('data', (chunk) => (stdout += String(chunk)));
        child.stderr.on('data', (chunk) => (stderr += String(chunk)));
        await once(child, 'close');
        return { stdout, built: stderr.includes('built in') };
      }),
    );
    expect(outputs.map(({ stdout }) => stdout)).toEqual(Array(2).fill('{"day":"both","args":[]}\n'));
    expect(outputs.filter(({ built }) => built)).toHaveLength(1);
    write('libs/days/src/index.ts', `export const day = 'first';`);
    run();
  });

  it('takes no notice of specs', () => {
    write('libs/days/src/index.spec.ts', 'this would not compile');
    expect(run()).toMatchObject({ stderr: '', status: 0 });
  });

  it('builds again after an edit', () => {
    write('libs/days/src/index.ts', `export const day = 'second';`);
    expect(JSON.parse(run().stdout)).toMatchObject({ day: 'second' });
  });

  it('builds everything again when part of it is missing', () => {
    rmSync(join(project, 'dist/libs'), { recursive: true });
    expect(JSON.parse(run().stdout)).toMatchObject({ day: 'second' });
  });

  it('builds again when a file of the build is gone as it is looked at', () => {
    symlinkSync('nowhere', join(project, 'dist/gone'));
    const { stdout, stderr, status } = run();
    expect(stderr).toContain('built in');
    expect({ stdout, status }).toEqual({ stdout: '{"day":"second","args":[]}\n', status: 0 });
  });

  it('lets a signal end the ledger in its own way', async () => {
    const ledger = spawn(process.execPath, ['scripts/run.mjs', 'stay'], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(ledger.stdout, 'data');
    const exited = once(ledger, 'exit');
    ledger.kill('SIGTERM');
    expect(await exited).toEqual([5, null]);
  });

  it('does not start an old build when the sources do not compile', () => {
    write('libs/days/src/index.ts', 'export const day: string = 1;');
    const { stdout, stderr, status } = run();
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('TS2322');
  });
});
