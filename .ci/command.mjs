import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs one command in the root, its output passed through; `quiet` drops all of it, `onlyErrors` its standard output, and `keep` is given all of it in place
 * of the terminal. Resolves with its exit code; a command that cannot be started counts as 127.
 */
export function run(command, args, { env = {}, quiet = false, onlyErrors = false, keep } = {}) {
  const shown = keep === undefined ? 'inherit' : 'pipe';
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet || onlyErrors ? 'ignore' : shown, quiet ? 'ignore' : shown],
    });
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => {
      if (!quiet) console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

/** Runs a program that was installed with the dependencies. */
export function runInstalled(name, args, options) {
  return run(join(ROOT, 'node_modules', '.bin', name), args, options);
}
