import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { required } from '@parley/common/kernel';
import { LocalCluster } from '../../../deploy/local/local-cluster.cjs';

import { FAIRNESS_CLASSES } from './kit';
import type { FairnessClass } from './kit';
import { PRIORITY_ROLES, failuresOf, reportOn } from './reported';
import type { ConformanceReport } from './report';

jest.setTimeout(120_000);

/** Flags of the process by policy, beside the policy itself. */
const FLAGS: Readonly<Record<FairnessClass, Readonly<Record<string, string>>>> = {
  drf: {},
  'strict-priority': { priorities: `${PRIORITY_ROLES.high}=1` },
  random: {},
};

/** Runs the kit against a process of ours. */
async function reportOnPolicy(policy: FairnessClass): Promise<ConformanceReport> {
  const stateDir = mkdtempSync(join(tmpdir(), 'parley-conformance-'));
  const cluster = new LocalCluster({ stateDir, flags: { allocator: { policy, ...FLAGS[policy] } } });
  try {
    await cluster.startAllocator();
    const target = required(cluster.addresses.get('allocator'), 'address of the allocator');
    return await reportOn(policy, { target, level: 'full' });
  } finally {
    await cluster.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

describe('our allocator as a process', () => {
  const reports = new Map<FairnessClass, ConformanceReport>();
  beforeAll(async () => {
    // The kit mostly waits.
    await Promise.all(FAIRNESS_CLASSES.map(async (policy) => reports.set(policy, await reportOnPolicy(policy))));
  });

  test.each(FAIRNESS_CLASSES)('given policy %s, when the kit is run, then it conforms to level full', (policy) => {
    const report = required(reports.get(policy), 'report');

    expect({ failures: failuresOf(report), policy: report.policy }).toEqual({ failures: [], policy });
  });

  test('given the reports, when what was not offered is gathered, then every rule was tried for one of the policies', () => {
    const tried = new Set(
      [...reports.values()].flatMap(({ rules }) =>
        rules.flatMap(({ id, result }) => (result === 'not-offered' ? [] : [id])),
      ),
    );
    const all = required(reports.get('drf'), 'report').rules.map(({ id }) => id);

    expect(all.filter((id) => !tried.has(id))).toEqual([]);
  });
});
