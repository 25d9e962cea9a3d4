import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The root of the repository. Tests run from sources, so it lies two folders up. */
const ROOT = join(__dirname, '..', '..');

/** Folders that hold nothing of ours. */
const NOT_OURS = new Set(['.git', '.parley', 'coverage', 'dist', 'node_modules', '__pycache__']);

/** Files that are not text, or not written by hand. */
const NOT_TEXT = /\.(binpb|png|svg|ico|gz|tgz|tsbuildinfo|pyc)$|^package-lock\.json$|^protos\/src\/generated\//;

/** One text file of the repository, its path relative to the root and with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

let remembered: readonly SourceFile[] | undefined;

/** Every text file of the repository that is written by hand, by path. Read once. */
export function sourceFiles(): readonly SourceFile[] {
  return (remembered ??= pathsUnder(ROOT)
    .filter((path) => !NOT_TEXT.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })));
}

/** The files whose path matches. */
export function filesMatching(pattern: RegExp): readonly SourceFile[] {
  return sourceFiles().filter((file) => pattern.test(file.path));
}

/** The text of one file by its path from the root, written by hand or not. Throws when there is none. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** TypeScript of the services, the SDK, the contract's loader and common, without tests. */
export function productionSources(): readonly SourceFile[] {
  return filesMatching(/^(services\/[^/]+|protos)\/src\/.*\.ts$/).filter((file) => !isTest(file.path));
}

/** Whether a file holds tests. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}

/** How many lines of a file are neither empty nor comment. */
export function codeLines(text: string): number {
  const withoutBlocks = text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '');
  return withoutBlocks.split('\n').filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length;
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : pathsUnder(path);
    return entry.isFile() ? [relative(ROOT, path).replaceAll('\\', '/')] : [];
  });
}
