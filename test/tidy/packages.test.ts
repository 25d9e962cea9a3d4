import { filesMatching, textOf } from './tree';

/** What these rules read of a package.json. */
interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Every requirement of every workspace, as `package@version by workspace`. */
function requirements(): readonly { readonly name: string; readonly version: string; readonly by: string }[] {
  return filesMatching(/^(package|protos\/package|services\/[^/]+\/package|test\/package)\.json$/).flatMap((file) => {
    const manifest = JSON.parse(file.text) as Manifest;
    const required = { ...manifest.dependencies, ...manifest.devDependencies };
    return Object.entries(required).map(([name, version]) => ({ name, version, by: manifest.name }));
  });
}

describe('packages', () => {
  test('given the lock file, when it is read, then it says what and not where from', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "(?!services\/|protos"|test")/);
  });

  test('given every requirement, when its version is read, then it is exact', () => {
    expect(requirements().filter(({ version }) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('given a package that several workspaces require, when versions are compared, then they agree', () => {
    const versions = new Map<string, Set<string>>();
    for (const { name, version } of requirements()) versions.set(name, (versions.get(name) ?? new Set()).add(version));

    expect([...versions].filter(([, distinct]) => distinct.size > 1)).toEqual([]);
  });

  test('given every package a source imports, when its own manifest is read, then it is required there', () => {
    const missing = filesMatching(/^(services\/[^/]+|protos)\/package\.json$/).flatMap((file) => {
      const manifest = JSON.parse(file.text) as Manifest;
      const folder = file.path.replace('package.json', '');
      const sources = filesMatching(/(?<!\.test)\.ts$/).filter(({ path }) => path.startsWith(`${folder}src/`));
      const imported = sources.flatMap(({ text }) => [
        ...text.matchAll(/^(?:import|export|\}).* from '([^'.][^']*)'/gm),
      ]);
      const packages = new Set(imported.map((match) => packageOf(match[1] ?? '')));
      return (
        [...packages]
          .filter(
            (name) =>
              !name.startsWith('node:') && name !== manifest.name && manifest.dependencies?.[name] === undefined,
          )
          // Contract suites and generators of values serve tests, whose tools are required at the root.
          .filter((name) => name !== 'fast-check')
          .map((name) => `${manifest.name} imports ${name}`)
      );
    });

    expect(missing).toEqual([]);
  });
});

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
