// Everything: `npm test`. Sets itself up, runs the checks and then each group under test/, and ends with one line that sums them.
// Node built-ins only, since it runs before there are dependencies. `npm test -- simulation helm` runs only those groups.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { ROOT, runInstalled } from './command.mjs';
import { findTools, installDependencies } from './setup.mjs';
import { CHECK_STAGES, closingLine, jestGroup, runStages } from './stages.mjs';

/** The order in which groups run: cheap before dear. Folders that are not named come after, by name. */
const ORDER = ['fairness', 'simulation', 'scenarios', 'helm', 'conformance', 'telemetry', 'real', 'chaos', 'bench'];
/** Folders under test/ that are no groups of their own, or run within the checks. */
const NOT_GROUPS = new Set(['dist', 'node_modules', 'worlds', 'tidy']);

function groups() {
  const rank = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return readdirSync(join(ROOT, 'test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_GROUPS.has(entry.name))
    .map((entry) => entry.name)
    .filter((name) => readdirSync(join(ROOT, 'test', name), { recursive: true }).some(isTest))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function isTest(path) {
  return path.endsWith('.test.ts');
}

/** One stage that says which tools are missing; it fails where they must not be. */
function toolStage(absent) {
  return {
    name: 'tools',
    run: async () => {
      for (const sentence of absent) console.log(sentence);
      const fatal = process.env.CI !== undefined && absent.length > 0;
      return fatal
        ? { passed: 0, failed: absent.length, skipped: 0 }
        : { passed: absent.length === 0 ? 1 : 0, failed: 0, skipped: absent.length };
    },
  };
}

if (!(await installDependencies()) || !existsSync(join(ROOT, 'node_modules', 'typescript'))) {
  console.error('the dependencies could not be installed; run `npm ci` and read what it says');
  console.log(closingLine({ passed: 0, failed: 1, skipped: 0 }));
  process.exit(1);
}

const wanted = process.argv.slice(2);
const { env, absent } = await findTools();
const checks = [toolStage(absent), ...CHECK_STAGES];
const rest = groups().map((name) => ({ name, run: () => jestGroup(name, env) }));
const stages = [...checks, ...rest].filter((stage) => wanted.length === 0 || wanted.includes(stage.name));
if (!stages.some((stage) => stage.name === 'types')) await runInstalled('tsc', ['-b']);
const total = await runStages(stages);
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
