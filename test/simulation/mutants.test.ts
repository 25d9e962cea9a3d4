import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/**
 * Each mutant is a fault put into a copy of the sources on purpose; the checkers must notice every one of them within these seeds. The name of the checker that
 * should is part of the promise.
 */
const CAUGHT_BY: Readonly<Record<string, RegExp>> = {
  'acknowledge-before-checkpoint': /answered-ok-survives/,
  'duplicate-launch-after-failover': /launch-runs-once/,
  'killed-on-return': /nobody-killed-for-being-away/,
  'lease-by-timer-only': /no-old-term-effect/,
  'no-epoch-check': /no-old-term-effect|each-task-ends-once/,
  'no-link-check': /each-task-ends-once|no-double-promise/,
  'no-registry-fence': /no-old-term-effect/,
  'offer-returned-twice': /no-double-promise|offers-return-once/,
};

const ROOT = resolve(__dirname, '../..');
const PATCHES = join(__dirname, 'mutants');
const SEEDS = 200;
const COPIED = ['services', 'protos', 'test/simulation', 'test/worlds', 'package.json'];

jest.setTimeout(240_000);

const mutants = readdirSync(PATCHES)
  .filter((name) => name.endsWith('.patch'))
  .map((name) => basename(name, '.patch'))
  .sort();

test('given the mutants, when they are listed, then each one has a checker that must notice it', () => {
  expect(mutants).toEqual(Object.keys(CAUGHT_BY));
});

test.each(mutants)('given the mutant %s, when seeds are run, then its checker notices it', async (mutant) => {
  const copy = copyOfSources();

  const applied = spawnSync('git', ['apply', join(PATCHES, `${mutant}.patch`)], { cwd: copy, encoding: 'utf8' });
  const output = applied.status === 0 ? await simulate(copy) : applied.stderr;
  rmSync(copy, { recursive: true });

  expect(output).toMatch(CAUGHT_BY[mutant] ?? /^$/);
});

/** The sources of everything a simulation runs, in a directory of their own. */
function copyOfSources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'parley-mutant-'));
  const isSource = (path: string): boolean => !['node_modules', 'dist'].includes(basename(path));
  for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true, filter: isSource });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** What a run of seeds in that copy says, until the first one that fails. */
async function simulate(copy: string): Promise<string> {
  const program = ['-r', './test/simulation/register.cjs', 'test/simulation/simulate.ts'];
  const child = spawn('node', [...program, '--seeds', String(SEEDS), '--minutes', '1.5'], { cwd: copy });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  await new Promise((ended) => child.on('close', ended));
  return output;
}
