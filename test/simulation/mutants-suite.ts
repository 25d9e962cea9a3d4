import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** Who must notice a mutant. The seeds that are tried begin at `from`, which saves time where a mutant takes a rare event to show. */
interface Caught {
  readonly by: RegExp;
  readonly from: number;
}

/** Each mutant is a fault put into a copy of the sources on purpose; the named checker must notice it within {@link SEEDS} seeds. */
const CAUGHT: Readonly<Record<string, Caught>> = {
  'acknowledge-before-checkpoint': { by: /answered-ok-survives/, from: 5 },
  'duplicate-launch-after-failover': { by: /launch-runs-once/, from: 5 },
  'guarantees-ignored': { by: /headroom-kept/, from: 1 },
  'killed-on-return': { by: /nobody-killed-for-being-away/, from: 103 },
  'lease-by-timer-only': { by: /no-old-term-effect/, from: 21 },
  'limit-of-own-level-only': { by: /limits-hold/, from: 66 },
  'mirror-not-healed': { by: /not mirrored after|nobody-starves/, from: 4 },
  'no-epoch-check': { by: /no-old-term-effect/, from: 1 },
  'no-link-check': { by: /each-task-ends-once|no-double-promise/, from: 5 },
  'no-registry-fence': { by: /no-old-term-effect/, from: 13 },
  'offer-returned-twice': { by: /no-double-promise|offers-return-once/, from: 1 },
  'refusal-ignored': { by: /refusals-kept/, from: 9 },
};

const ROOT = resolve(__dirname, '../..');
const PATCHES = join(__dirname, 'mutants');
const SEEDS = 200;
const COPIED = ['services', 'protos', 'test/simulation', 'test/worlds', 'package.json'];

const MUTANTS = readdirSync(PATCHES)
  .filter((name) => name.endsWith('.patch'))
  .map((name) => basename(name, '.patch'))
  .sort();

/** Tests that every mutant has a checker, and that every second one, in even places or in odd ones, is noticed by it. Two files try half of them each, at the same time. */
export function testMutants(half: 'even' | 'odd'): void {
  const remainder = half === 'even' ? 0 : 1;
  const tried = MUTANTS.filter((_mutant, place) => place % 2 === remainder);

  jest.setTimeout(240_000);

  test('given the mutants, when they are listed, then each one has a checker that must notice it', () => {
    expect(MUTANTS).toEqual(Object.keys(CAUGHT));
  });

  test.each(tried)('given the mutant %s, when seeds are run, then its checker notices it', async (mutant) => {
    const { by, from } = CAUGHT[mutant] ?? { by: /^$/, from: 1 };
    const copy = copyOfSources();

    const applied = spawnSync('git', ['apply', join(PATCHES, `${mutant}.patch`)], { cwd: copy, encoding: 'utf8' });
    const output = applied.status === 0 ? await simulate(copy, from) : applied.stderr;
    rmSync(copy, { recursive: true });

    expect(output).toMatch(by);
  });
}

/** The sources of everything a simulation runs, in a directory of their own. */
function copyOfSources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'parley-mutant-'));
  const isSource = (path: string): boolean => !['node_modules', 'dist'].includes(basename(path));
  for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true, filter: isSource });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** What a run of seeds in that copy says, until the first one that fails. */
async function simulate(copy: string, from: number): Promise<string> {
  const program = ['-r', './test/simulation/register.cjs', 'test/simulation/simulate.ts'];
  const child = spawn('node', [...program, '--from', String(from), '--seeds', String(SEEDS), '--minutes', '1.5'], {
    cwd: copy,
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  await new Promise((ended) => child.on('close', ended));
  return output;
}
