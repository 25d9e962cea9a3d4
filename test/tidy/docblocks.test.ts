import { basename } from 'node:path';

import { productionSources, type SourceFile } from './tree';

const DECLARATION = /^export (?:declare |abstract |async )*(?:function\*?|class|interface|type|const|enum) (\w+)/;

/** The exported declarations of a file, each with whether a docblock stands above it; of overloads, the first counts. */
function exportsOf(file: SourceFile): readonly { readonly name: string; readonly documented: boolean }[] {
  const lines = file.text.split('\n');
  const found = new Map<string, boolean>();
  lines.forEach((line, index) => {
    const name = DECLARATION.exec(line)?.[1];
    if (name !== undefined && !found.has(name)) found.set(name, (lines[index - 1] ?? '').trimEnd().endsWith('*/'));
  });
  return [...found].map(([name, documented]) => ({ name, documented }));
}

describe('docblocks', () => {
  test('given every export, when the line above it is read, then at least 95 in 100 have a docblock', () => {
    const files = productionSources().filter((file) => basename(file.path) !== 'index.ts');
    const all = files.flatMap((file) => exportsOf(file).map((found) => ({ ...found, path: file.path })));
    const bare = all.filter((found) => !found.documented).map((found) => `${found.path}: ${found.name}`);

    expect({ bare: bare.length > all.length * 0.05 ? bare : [] }).toEqual({ bare: [] });
  });

  test('given a file with one bare export, when it is read, then that one is named', () => {
    const file = { path: 'a.ts', text: '/** Says what. */\nexport const a = 1;\n\nexport function b(): void {}\n' };

    expect(exportsOf(file)).toEqual([
      { name: 'a', documented: true },
      { name: 'b', documented: false },
    ]);
  });
});
