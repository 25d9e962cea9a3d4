import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './journal-errors';

/**
 * Makes a folder and what is missing above it; one that is there is left as it is. Throws what the file system objects to.
 *
 * Node's own way, `recursive`, does not come back where a file system says of a folder that is there that it cannot be found, as
 * /proc does to whoever wants to make something below it. Here each folder is tried twice at most.
 */
export function makeFolder(path: string): void {
  try {
    makeOne(path);
  } catch (error) {
    const above = dirname(path);
    if (codeOf(error) !== 'ENOENT' || above === path) throw error;
    makeFolder(above);
    makeOne(path);
  }
}

function makeOne(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
