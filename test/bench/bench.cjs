'use strict';

// `npm run bench`: the command line is read before anything is built; the benchmark itself is the built one, as what it measures is.

const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const ROOT = join(__dirname, '../..');
require('../simulation/register.cjs');
const { readCommand } = require('./command.ts');

const BUILD = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b'];

/** Runs node with these arguments in the root of the repository and gives its exit code. */
function runNode(args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

const argv = process.argv.slice(2);
if (['help', 'faults'].includes(readCommand(argv).read)) require('./main.ts');
else {
  const built = runNode(BUILD);
  process.exitCode = built === 0 ? runNode([join(ROOT, 'test/dist/bench/main.js'), ...argv]) : built;
}
