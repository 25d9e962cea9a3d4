// Completes package-lock.json after `npm install`: npm leaves a platform's optional package out of the lock file where the registry that was used
// does not carry it, and then refuses its own lock file in `npm ci`. Adds what is missing, so that every platform finds its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './command.mjs';

const SYSTEMS = ['darwin', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'openharmony', 'sunos', 'aix', 'linux'];
const PROCESSORS = [
  ['wasm32', 'wasm32'],
  ['arm64', 'arm64'],
  ['aarch64', 'arm64'],
  ['arm', 'arm'],
  ['x64', 'x64'],
  ['ia32', 'ia32'],
  ['ppc64', 'ppc64'],
  ['s390x', 's390x'],
  ['riscv64', 'riscv64'],
  ['loong64', 'loong64'],
  ['mips64el', 'mips64el'],
];

/** The lock entry of one package for another platform, or undefined when its name tells no platform. */
function platformEntry(name, version, dev) {
  const system = SYSTEMS.find((os) => name.includes(os));
  const processor = PROCESSORS.find(([part]) => name.includes(part))?.[1];
  if (system === undefined && processor === undefined) return undefined;
  return {
    version,
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(dev === true ? { dev } : {}),
    optional: true,
    ...(system === undefined ? {} : { os: [system] }),
  };
}

/** Whether `name`, required by the package at `from`, is found in the lock file by node's look-up. */
function isLocked(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at}/node_modules/${name}`] !== undefined) return true;
    if (!at.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
}

const path = join(ROOT, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
let added = 0;
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isLocked(lock.packages, from, name)) continue;
    const entry = platformEntry(name, range.replace(/^[\^~]/, ''), dev);
    if (entry === undefined) continue;
    lock.packages[`node_modules/${name}`] = entry;
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages for other platforms added to package-lock.json`);
