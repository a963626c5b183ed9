import { type ChildProcess, spawn } from 'node:child_process';

/** How a command went: the seconds until it first printed, all it printed, and what it said beside. */
export interface Watched {
  readonly seconds: number;
  readonly printed: string;
  readonly said: string;
}

/** Runs a command to its end, its clock stopped at its first line. @throws Error unless it ends well. */
export function watch(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Watched> {
  const begin = performance.now();
  // A group of its own, so that whatever it started can be stopped with it.
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const stop = (): void => void stopGroup(child);
  process.once('exit', stop);
  let [printed, said, seconds] = ['', '', NaN];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (printed === '') seconds = (performance.now() - begin) / 1000;
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      if (code === 0 && printed !== '') resolve({ seconds, printed, said });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}

function stopGroup({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended meanwhile.
  }
}
