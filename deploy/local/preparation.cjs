'use strict';

const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { ROOT } = require('./processes.cjs');

/** What a cluster on this machine needs to be built. */
const PROJECTS = ['services/master', 'services/allocator', 'services/agent', 'services/framework-gateway'].concat([
  'services/sdk',
  'services/sdk/examples',
]);

/** The packages of a lock file, by the folder they are in; undefined where there is no such file. */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Whether what is installed is what the lock file asks for. Packages that are optional may be for other platforms. */
function dependenciesAreInstalled() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted)
    .filter(([folder, { link, optional }]) => folder.includes('node_modules/') && !link && !optional)
    .every(([folder, { version }]) => installed[folder]?.version === version);
}

/** Runs a command in the root and keeps what it says to itself, unless it fails: then the error holds all of it. */
function runQuietly(what, command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    const failed = (because) => reject(new Error(`${what} failed (${because}):\n${Buffer.concat(output).toString()}`));
    child.on('error', (error) => failed(`${command}: ${error.message}`));
    child.on('close', (code) => (code === 0 ? resolve() : failed(`exit code ${code}`)));
  });
}

/**
 * Installs the dependencies and builds, as far as either is needed.
 * @param {(line: string) => void} say
 */
async function prepare(say) {
  if (!dependenciesAreInstalled()) {
    say('installing dependencies, which takes about a minute');
    await runQuietly('npm ci', 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  }
  say('building what has changed');
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  await runQuietly('the build', process.execPath, [compiler, '-b', ...PROJECTS]);
}

module.exports = { prepare };
