import { basename } from 'node:path';

import { filesMatching, productionSources, sourceFiles } from './tree';

/** File names that say a kind instead of a noun. */
const KINDS = /^(utils?|helpers?|types|constants|interfaces|misc|common|shared)\.ts$/;

/** The folders that may have an index.ts: a subpath of common, and what a service lends to tests. */
const INDEXED = /^services\/(common\/src\/[^/]+|[^/]+\/src\/testing)\/index\.ts$|^protos\/src\/index\.ts$/;

function paths(pattern: RegExp): readonly string[] {
  return filesMatching(pattern).map((file) => file.path);
}

describe('layout', () => {
  test('given the services, when they are searched for index.ts, then only common and testing have one', () => {
    expect(paths(/^(services|protos)\/.*\/index\.ts$/).filter((path) => !INDEXED.test(path))).toEqual([]);
  });

  test('given each subpath of common, when it is entered, then there is an index.ts that enumerates its exports', () => {
    const subpaths = new Set(paths(/^services\/common\/src\/[^/]+\/.*\.ts$/).map((path) => path.split('/')[3]));
    const entered = new Set(paths(/^services\/common\/src\/[^/]+\/index\.ts$/).map((path) => path.split('/')[3]));

    expect([...subpaths].filter((subpath) => !entered.has(subpath))).toEqual([]);
  });

  test('given every TypeScript file, when its name is read, then it is kebab-case and names a noun', () => {
    const names = sourceFiles().filter((file) => /\.ts$/.test(file.path) && !/\.d\.ts$/.test(file.path));
    const odd = names.filter(
      (file) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.ts$/.test(basename(file.path)) || KINDS.test(basename(file.path)),
    );

    expect(odd.map((file) => file.path)).toEqual([]);
  });

  test('given the contract, when .proto files are searched for, then they lie in protos/parley alone, with distinct names', () => {
    const protos = paths(/\.proto$/);
    const names = protos.map((path) => basename(path));

    expect(protos.filter((path) => !/^protos\/parley\/[a-z]+\/v1\/[a-z_]+\.proto$/.test(path))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('given the files at the root of a service, when they are listed, then each is one of the rooms', () => {
    const rooms = /^services\/[^/]+\/src\/(main|serve|compose|config|ports|ids|sdk)(\.property)?(\.test)?\.ts$/;
    const atRoot = paths(/^services\/(?!sdk\/)[^/]+\/src\/[^/]+\.ts$/);

    expect(atRoot.filter((path) => !rooms.test(path))).toEqual([]);
  });

  test('given scenarios, when they are read, then they know no world', () => {
    const worldly = filesMatching(/^test\/scenarios\/.*\.ts$/).filter((file) =>
      /docker|child_process|worlds\/(real|simulated)/.test(file.text),
    );

    // What tells them in a world is named after it.
    const told = worldly.filter((file) => !/\/(real|simulated)[^/]*\.ts$/.test(file.path));

    expect(told.map((file) => file.path)).toEqual([]);
  });

  test('given production sources, when there are some, then these rules have something to hold', () => {
    expect(productionSources().length).toBeGreaterThan(0);
  });
});
