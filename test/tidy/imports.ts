import { posix } from 'node:path';

import type { SourceFile } from './tree';

/** The modules a file imports or re-exports, relative ones resolved to a path without `.ts`. */
function importsOf(file: SourceFile): readonly string[] {
  const specifiers = [...file.text.matchAll(/\b(?:from|import|require\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : specifier,
  );
}

/** The path of the file that an import names, if it is one of these. */
function resolved(target: string, known: ReadonlyMap<string, SourceFile>): string | undefined {
  return [`${target}.ts`, `${target}/index.ts`].find((path) => known.has(path));
}

/** The files that nothing reaches by imports from the entries, by path. */
export function unreachedFrom(entries: readonly string[], files: readonly SourceFile[]): readonly string[] {
  const known = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const waiting = entries.filter((path) => known.has(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = known.get(path);
    if (file === undefined || reached.has(path)) continue;
    reached.add(path);
    for (const target of importsOf(file)) {
      const next = resolved(target, known);
      if (next !== undefined) waiting.push(next);
    }
  }
  return files.map((file) => file.path).filter((path) => !reached.has(path));
}
