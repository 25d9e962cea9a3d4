import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT, run, runInstalled } from './command.mjs';

const GENERATED = join(ROOT, 'protos', 'src', 'generated');
const RESULTS = join(ROOT, 'node_modules', '.cache', 'parley-test');

/** What a stage that is one yes-or-no question counts as. */
const asOneCheck = (code) => (code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });

async function allOf(...commands) {
  let worst = 0;
  for (const command of commands) worst = Math.max(worst, await command());
  return asOneCheck(worst);
}

/** A digest over the names and contents of everything that is generated. */
function generatedDigest() {
  const digest = createHash('sha256');
  const entries = readdirSync(GENERATED, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of entries.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    digest.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return digest.digest('hex');
}

/** Generates again and compares, so that a contract changed without `npm run gen` is found. */
async function generated() {
  const before = generatedDigest();
  const code = await run('npm', ['run', '--silent', 'gen']);
  if (code !== 0) return asOneCheck(code);
  if (generatedDigest() === before) return asOneCheck(0);
  console.error('protos/src/generated did not match protos/parley; it has been generated again. Commit the result.');
  return asOneCheck(1);
}

/**
 * Runs one group of jest tests and counts them; a file that could not be run counts as one failure, and so does a group without a result.
 * `env` reaches the tests.
 */
export async function jestGroup(name, env = {}) {
  mkdirSync(RESULTS, { recursive: true });
  const output = join(RESULTS, `${name}.json`);
  rmSync(output, { force: true });
  const code = await runInstalled('jest', ['--selectProjects', name, '--json', '--outputFile', output], {
    env,
  });
  let report;
  try {
    report = JSON.parse(readFileSync(output, 'utf8'));
  } catch {
    console.error(`the tests in '${name}' left no result (exit code ${code})`);
    return asOneCheck(1);
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The inner loop, in order: the stages of `npm run check`. */
export const CHECK_STAGES = [
  {
    name: 'format',
    run: () => allOf(() => runInstalled('prettier', ['--check', '--cache', '--log-level', 'warn', '.'])),
  },
  { name: 'lint', run: () => allOf(() => run('npm', ['run', '--silent', 'lint'])) },
  { name: 'types', run: () => allOf(() => runInstalled('tsc', ['-b'])) },
  { name: 'generated', run: generated },
  { name: 'unit', run: () => jestGroup('unit') },
  { name: 'tidy', run: () => jestGroup('tidy') },
];

/** Runs stages one after another, prints the time of each, and sums what they counted. A stage that throws counts as one failure. */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`);
    const startedAt = performance.now();
    const counted = await stage.run().catch((error) => {
      console.error(error);
      return asOneCheck(1);
    });
    for (const key of Object.keys(total)) total[key] += counted[key];
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const outcome = `${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`;
    lines.push(`${stage.name.padEnd(16)} ${seconds.padStart(7)} s   ${outcome}`);
  }
  console.log(`\n${lines.join('\n')}`);
  return total;
}

/** The closing line, which tools read. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
