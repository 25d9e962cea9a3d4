import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '@parley/common/actor';
import { ROOT } from '../../../deploy/local/processes.cjs';

import type { FairnessClass } from './kit';
import type { ConformanceReport } from './report';
import type { Level } from './rule';
import { runRules } from './run-rules';

/** Where reports lie that tests made. */
const REPORTS = join(ROOT, 'coverage', 'conformance');

/** Times that suit a machine under test: short to be quick, long enough to be sure. */
export const TEST_TIMES = { boundMs: 10_000, quietMs: 150 } as const;

/** The roles that strict priority is set up with in tests. */
export const PRIORITY_ROLES = { high: 'high', low: 'low' } as const;

/** Runs the kit against an allocator and leaves the report among the coverage as `NAME.json`. */
export async function reportOn(
  name: string,
  of: { readonly target: string; readonly level: Level; readonly policy?: FairnessClass },
): Promise<ConformanceReport> {
  const options = { ...TEST_TIMES, priorityRoles: PRIORITY_ROLES, policy: undefined, ...of };
  const report = await runRules(options, new SystemClock());
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(join(REPORTS, `${name}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  return report;
}

/** The rules that failed, each with what was seen. */
export function failuresOf({ rules }: ConformanceReport): readonly string[] {
  return rules.filter(({ result }) => result === 'failed').map(({ id, seen }) => `${id}: ${seen}`);
}
