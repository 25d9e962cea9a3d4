import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../deploy/local/processes.cjs';

/** How a program ended, and everything it said. */
export interface Ended {
  /** Undefined when it did not end in time and was killed. */
  readonly code: number | undefined;
  readonly output: string;
}

/** How a program is run. */
export interface ProgramOptions {
  /** Replaces the variables of the environment that it names. */
  readonly env?: Readonly<Record<string, string>>;
  /** It is killed after this time, in milliseconds; 20,000 by default. */
  readonly withinMs?: number;
}

/** Runs node with these arguments in the root of the repository until it ends. */
export function runNode(args: readonly string[], { env = {}, withinMs = 20_000 }: ProgramOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, ...env }, timeout: withinMs, killSignal: 'SIGTERM' } as const;
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? undefined, output: `${stdout}${stderr}` });
    });
  });
}

/** Runs a service as `npm run build` left it. */
export function runService(service: string, ...flags: string[]): Promise<Ended> {
  return runNode([join('services', service, 'dist', 'main.js'), ...flags]);
}
