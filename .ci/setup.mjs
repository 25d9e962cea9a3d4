import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

import { ROOT, run } from './command.mjs';
import { cachedHelm, fetchHelm } from './helm.mjs';

/** What the tests of the real world need besides Node: how it is found and which Debian packages, or what else, brings it. */
const TOOLS = [
  { name: 'etcd', env: 'PARLEY_ETCD', packages: ['etcd-server'], find: () => onPath('etcd') },
  { name: 'etcdctl', env: 'PARLEY_ETCDCTL', packages: ['etcd-client'], find: () => onPath('etcdctl') },
  {
    name: 'python3 with grpcio',
    env: 'PARLEY_PYTHON',
    packages: ['python3', 'python3-grpcio'],
    find: pythonWithGrpc,
  },
  { name: 'protoc', env: 'PARLEY_PROTOC', packages: ['protobuf-compiler'], find: () => onPath('protoc') },
  {
    name: 'the Python plugin of protoc',
    env: 'PARLEY_GRPC_PYTHON_PLUGIN',
    packages: ['protobuf-compiler-grpc'],
    find: () => onPath('grpc_python_plugin'),
  },
  ...['helm3', 'helm4'].map((name) => ({
    name,
    env: `PARLEY_${name.toUpperCase()}`,
    packages: [],
    find: () => cachedHelm(name),
    fetch: () => fetchHelm(name).catch((error) => error.message),
  })),
];

function onPath(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter((entry) => entry !== '')) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Debian's packages belong to /usr/bin/python3, which need not be the first on PATH. */
async function pythonWithGrpc() {
  for (const path of ['/usr/bin/python3', onPath('python3')]) {
    if (path === undefined || !existsSync(path)) continue;
    if ((await run(path, ['-c', 'import grpc, google.protobuf'], { quiet: true })) === 0) return path;
  }
  return undefined;
}

/** Installs the dependencies when there are none, exactly as the lock file says. Returns whether they are there. */
export async function installDependencies() {
  if (existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) return true;
  return (await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'])) === 0;
}

async function aptInstall(packages) {
  if (packages.length === 0) return undefined;
  if (process.getuid?.() !== 0)
    return `not root, so nothing was installed; try: sudo apt-get install ${packages.join(' ')}`;
  if (onPath('apt-get') === undefined) return `there is no apt-get here; install ${packages.join(', ')} another way`;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`installing ${packages.join(', ')}`);
  await run('apt-get', ['update', '-qq'], { env, onlyErrors: true });
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    onlyErrors: true,
  });
  return code === 0 ? undefined : `apt-get install failed with exit code ${code}`;
}

/**
 * Finds the tools of the real world, installing what is missing where that is possible. Returns the variables that tell the tests where they
 * are, and a sentence for each that is missing: tests that need it skip themselves, except under CI, where it counts as a failure.
 */
export async function findTools() {
  const found = new Map();
  for (const tool of TOOLS) found.set(tool, process.env[tool.env] ?? (await tool.find()));

  const missing = TOOLS.filter((tool) => found.get(tool) === undefined);
  const problems = new Map();
  const problem = await aptInstall(missing.flatMap((tool) => tool.packages));
  for (const tool of missing) {
    problems.set(tool, tool.fetch === undefined ? problem : await tool.fetch());
    found.set(tool, await tool.find());
  }

  const env = {};
  const absent = [];
  for (const [tool, path] of found) {
    if (path === undefined)
      absent.push(`${tool.name} was not found: ${problems.get(tool) ?? 'its package did not bring it'}`);
    else env[tool.env] = path;
  }
  return { env, absent };
}
