import type { Level } from './rule';

/** What became of one rule. */
export interface RuleReport {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly result: 'passed' | 'failed' | 'not-offered';
  /** What was seen, in a sentence. */
  readonly seen: string;
  /** The section of docs/allocator-contract.md that says so. */
  readonly contract: string;
}

/** What became of an allocator. */
export interface ConformanceReport {
  /** As the allocator introduced itself; empty when it did not. */
  readonly name: string;
  readonly policy: string;
  readonly target: string;
  readonly level: Level;
  /** Whether no rule of the level failed. */
  readonly passed: boolean;
  readonly tookMs: number;
  readonly rules: readonly RuleReport[];
}

/** What whoever goes on to a cluster with the same process would otherwise run into. */
const RESTART = 'start the allocator anew before masters use it: it has served later epochs than theirs';

/** The report as lines for people: a line for each rule, what was seen where it failed, and closing lines. */
export function reportLines(report: ConformanceReport): readonly string[] {
  const mark = { passed: 'pass', failed: 'FAIL', 'not-offered': 'none' } as const;
  const width = Math.max(...report.rules.map(({ id }) => id.length));
  const lines = report.rules.flatMap(({ id, title, result, seen, contract }) => [
    `${mark[result]}  ${id.padEnd(width)}  ${title}`,
    ...(result === 'passed' ? [] : [`      ${seen}${result === 'failed' ? ` (contract: ${contract})` : ''}`]),
  ]);
  const count = (result: RuleReport['result']): number => report.rules.filter((rule) => rule.result === result).length;
  const whom = report.name === '' ? report.target : `${report.name} (policy ${report.policy}) at ${report.target}`;
  const verdict = report.passed ? `conforms to level ${report.level}` : `does not conform to level ${report.level}`;
  const counts = `${String(count('passed'))} passed, ${String(count('failed'))} failed, ${String(count('not-offered'))} not offered`;
  return [...lines, '', `${whom} ${verdict}: ${counts}, in ${(report.tookMs / 1_000).toFixed(1)} s`, RESTART];
}
