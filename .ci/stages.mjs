import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT, run, runInstalled } from './command.mjs';

const GENERATED = join(ROOT, 'protos', 'src', 'generated');
const RESULTS = join(ROOT, 'node_modules', '.cache', 'parley-test');

/** What a stage that is one yes-or-no question counts as. */
const asOneCheck = (code) => (code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });

const asOneCheckOf = async (command) => asOneCheck(await command);

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

/** The inner loop, in order: the stages of `npm run check`. Neighbours that only read the sources, on one core each, run at the same time: `together`. */
export const CHECK_STAGES = [
  {
    name: 'format',
    together: true,
    run: (options) =>
      asOneCheckOf(runInstalled('prettier', ['--check', '--cache', '--log-level', 'warn', '.'], options)),
  },
  { name: 'lint', together: true, run: (options) => asOneCheckOf(run('npm', ['run', '--silent', 'lint'], options)) },
  { name: 'types', together: true, run: (options) => asOneCheckOf(runInstalled('tsc', ['-b'], options)) },
  { name: 'generated', run: generated },
  { name: 'unit', run: () => jestGroup('unit') },
  { name: 'tidy', run: () => jestGroup('tidy') },
];

/** So many stages run at the same time: as many cores as a small machine has. */
const AT_ONCE = 2;

/**
 * Runs stages one after another, and neighbours that may run together up to two at a time, prints the time of each, and sums what they counted. What a
 * stage prints beside another is kept until it ends, so that it stands in one piece under its name. A stage that throws counts as one failure.
 */
export async function runStages(stages) {
  const ran = [];
  const waiting = [...stages];
  while (waiting.length > 0) {
    const alone = waiting.findIndex(({ together }) => !together);
    const together = waiting.splice(0, Math.max(alone === -1 ? waiting.length : alone, 1));
    ran.push(...(together.length === 1 ? [await runStage(together[0])] : await runTogether(together)));
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { counted } of ran) for (const key of Object.keys(total)) total[key] += counted[key];
  const lines = ran.map(({ name, seconds, counted }) => {
    const outcome = `${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`;
    return `${name.padEnd(16)} ${seconds.toFixed(1).padStart(7)} s   ${outcome}`;
  });
  console.log(`\n${lines.join('\n')}`);
  return total;
}

/** Runs stages at the same time, and gives what came of them in their order. */
async function runTogether(stages) {
  const ran = new Map();
  const waiting = [...stages];
  const runNext = async () => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
      const kept = [];
      const result = await runStage(stage, { keep: (bytes) => kept.push(bytes) });
      ran.set(stage, result);
      console.log(`\n── ${stage.name}`);
      process.stdout.write(Buffer.concat(kept));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  return stages.map((stage) => ran.get(stage));
}

async function runStage(stage, options = {}) {
  if (options.keep === undefined) console.log(`\n── ${stage.name}`);
  const startedAt = performance.now();
  const counted = await stage.run(options).catch((error) => {
    console.error(error);
    return asOneCheck(1);
  });
  return { name: stage.name, seconds: (performance.now() - startedAt) / 1000, counted };
}

/** The closing line, which tools read. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
