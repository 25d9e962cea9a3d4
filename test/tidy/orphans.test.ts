import { basename } from 'node:path';

import { unreachedFrom } from './imports';
import { filesMatching, isTest, productionSources, sourceFiles } from './tree';

/** Where a program or a subpath is entered. */
const ENTRY =
  /^services\/[^/]+\/src\/(main|compose|sdk)\.ts$|^(protos\/src|services\/common\/src\/[^/]+|services\/[^/]+\/src\/testing)\/index\.ts$/;

/** Files that only tests use: contract suites, case tables and generators of values. */
const TEST_SUPPORT = /\/testing\/|[.-](contract|cases|fixtures?|arbitraries|generators)\.ts$/;

describe('orphans', () => {
  test('given production sources, when imports are followed from every entry, then each file is reached', () => {
    const everything = sourceFiles()
      .map((file) => file.text)
      .join('\n');
    const files = productionSources();
    const entries = files.map((file) => file.path).filter((path) => ENTRY.test(path));

    const unreached = unreachedFrom(entries, files).filter((path) => !TEST_SUPPORT.test(path));

    // A program that another process starts by file name is an entry as well.
    const startedByName = (path: string): boolean => everything.includes(basename(path).replace(/\.ts$/, '.js'));
    expect(unreached.filter((path) => !startedByName(path))).toEqual([]);
  });

  test('given what only tests use, when imports are followed from the tests, then each file is reached', () => {
    const files = filesMatching(/^(services|protos|test)\/.*\.ts$/);
    const entries = files.map((file) => file.path).filter((path) => isTest(path) || ENTRY.test(path));

    const unreached = unreachedFrom(entries, files).filter((path) => TEST_SUPPORT.test(path));

    expect(unreached).toEqual([]);
  });

  test('given a file that nothing imports, when imports are followed, then it is found', () => {
    const files = [
      { path: 'a/main.ts', text: "import { b } from './b/index';" },
      { path: 'a/b/index.ts', text: "export { c } from './c';" },
      { path: 'a/b/c.ts', text: '' },
      { path: 'a/b/d.ts', text: '' },
    ];

    expect(unreachedFrom(['a/main.ts'], files)).toEqual(['a/b/d.ts']);
  });
});
