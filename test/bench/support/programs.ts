import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Reply } from './program.js';
import { profileFolder } from './settings.js';

const TYPESCRIPT = new URL('../typescript.mjs', import.meta.url).href;
const PARTING_MS = 20_000;

/** A program of a benchmark, in a process of its own. */
export interface Program<Task, Result> {
  readonly pid: number;
  /** Has it do one task. @throws Error with the program's own words, or when it ends instead of answering. */
  ask(task: Task): Promise<Result>;
}

/** Starts the program in a source file; it ends with the work that started it. */
export type StartProgram = <Task, Result>(file: URL) => Program<Task, Result>;

/** Does work that needs programs; whatever comes of it, they have ended afterwards, the last one started first. */
export async function withPrograms<Result>(work: (start: StartProgram) => Promise<Result>): Promise<Result> {
  const children: ChildProcess[] = [];
  try {
    return await work((file) => {
      const child = spawnProgram(file);
      children.unshift(child);
      return programOf(child, file);
    });
  } finally {
    for (const child of children) await part(child);
  }
}

function spawnProgram(file: URL): ChildProcess {
  const profiles = profileFolder();
  return fork(fileURLToPath(file), {
    execArgv: ['--import', TYPESCRIPT, ...(profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [])],
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
  });
}

const programOf = <Task, Result>(child: ChildProcess, file: URL): Program<Task, Result> => ({
  pid: child.pid ?? 0,
  ask: (task) =>
    new Promise((resolve, reject) => {
      const settle = (reply: Reply<Result>): void => {
        child.off('exit', ended);
        if ('error' in reply) reject(new Error(`${file.pathname}: ${reply.error}`));
        else resolve(reply.result);
      };
      const ended = (): void => {
        child.off('message', settle);
        reject(new Error(`${file.pathname} ended without an answer`));
      };
      child.once('exit', ended);
      child.once('message', settle);
      child.send(task as object, (error) => error && ended());
    }),
});

/** Lets go of a program and waits until it has ended, by force if it takes too long. */
async function part(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const overdue = setTimeout(() => child.kill('SIGKILL'), PARTING_MS);
    child.once('exit', () => {
      clearTimeout(overdue);
      resolve();
    });
    if (child.connected) child.disconnect();
  });
}
