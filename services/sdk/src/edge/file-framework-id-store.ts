import { open, readFile, rename, rm } from 'node:fs/promises';
import type { FrameworkIdStore } from '../ports';

/** Keeps a framework's id in a file of its own. */
export class FileFrameworkIdStore implements FrameworkIdStore {
  readonly #path: string;

  /** The file's folder must exist. */
  constructor(path: string) {
    this.#path = path;
  }

  async load(): Promise<string | undefined> {
    try {
      const text = (await readFile(this.#path, 'utf8')).trim();
      return text === '' ? undefined : text;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async save(frameworkId: string): Promise<void> {
    const temporary = `${this.#path}.tmp`;
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(`${frameworkId}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, this.#path);
  }

  async clear(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
