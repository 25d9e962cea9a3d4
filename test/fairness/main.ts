import { parseArgs } from 'node:util';
import { FAMILIES } from './instance';
import { Survey, surveyTable } from './survey';

const USAGE = `usage: npm run fairness -- [--instances N] [--seed N]

Has the real allocator divide random clusters and judges each division.
  --instances N   how many clusters (default 100000)
  --seed N        the first seed; instance k of a family has seed N + k (default 1)`;
/** The exit code of a wrong command line, as every service has it. */
const EXIT_CONFIG = 78;
const PROGRESS_MS = 10_000;

function read(argv: readonly string[]): { readonly instances: number; readonly seed: number } | undefined {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...argv], options: { instances: text, seed: text }, strict: true });
    const { instances = '100000', seed = '1' } = values;
    if (!/^\d{1,9}$/.test(instances) || !/^\d{1,9}$/.test(seed) || Number(instances) === 0) return undefined;
    return { instances: Number(instances), seed: Number(seed) };
  } catch {
    return undefined;
  }
}

function main(argv: readonly string[]): number {
  const asked = read(argv);
  if (argv.includes('--help') || asked === undefined) {
    process.stdout.write(`${USAGE}\n`);
    return argv.includes('--help') ? 0 : EXIT_CONFIG;
  }
  const { instances, seed } = asked;
  const survey = new Survey();
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1_000;
  let toldAt = began;
  for (let index = 0; survey.instances < instances; index += 1) {
    survey.judge(seed + index);
    if (performance.now() - toldAt < PROGRESS_MS) continue;
    toldAt = performance.now();
    process.stderr.write(`${survey.instances} instances, ${(survey.instances / seconds()).toFixed(0)}/s\n`);
  }
  const { findings } = survey;
  const rate = (count: number): string => (count / seconds()).toFixed(0);
  process.stdout.write(`${surveyTable(findings)}\n\n`);
  process.stdout.write(
    `${survey.instances} instances of ${FAMILIES.length} families from seed ${seed}, each divided twice, `,
  );
  process.stdout.write(
    `in ${seconds().toFixed(1)} s: ${rate(survey.instances)} instances/s, ${rate(survey.tasks)} decisions/s\n`,
  );
  return findings.some(({ promised, broken }) => promised && broken > 0) ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
