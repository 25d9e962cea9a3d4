import { SystemClock } from '@parley/common/actor';

import { PRIORITY_ROLES, failuresOf } from './reported';
import type { ConformanceReport } from './report';
import type { Level, Rule } from './rule';
import { runRules } from './run-rules';
import { ALL_RULES } from './rules/all-rules';
import { CORE_FAULTS } from './tampering/core-faults';
import { saying } from './tampering/fault';
import type { Fault } from './tampering/fault';
import { FULL_FAULTS } from './tampering/full-faults';
import { TamperedAllocator } from './tampering/tampered-allocator';

jest.setTimeout(120_000);

/** So many are tried at the same time: they mostly wait. */
const AT_ONCE = 24;
/** Broken allocators are waited for in vain; and nothing but the machine's load stands between those of this process and what they do. */
const TIMES = { boundMs: 8_000, quietMs: 100 };

const DEAR_RULES = ['big-snapshot', 'pings-under-load', 'explain-complete', 'all-served', 'random-weights'];

async function reportOn(fault: Fault, level: Level): Promise<ConformanceReport> {
  await using allocator = new TamperedAllocator(fault);
  // The rules of level core have faults of their own, and the dearest are only tried where they are to fail.
  const only = ({ id, level: its }: Rule): boolean =>
    fault.breaks.includes(id) || (level === its && !DEAR_RULES.includes(id));
  const options = { ...TIMES, level, only, priorityRoles: PRIORITY_ROLES, policy: fault.policy };
  return await runRules({ ...options, target: await allocator.listen() }, new SystemClock());
}

/** What was found of each fault, by name. */
async function findingsOf(faults: readonly Fault[], level: Level): Promise<ReadonlyMap<string, ConformanceReport>> {
  const found = new Map<string, ConformanceReport>();
  const waiting = [...faults];
  const tryAll = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift())
      found.set(fault.name, await reportOn(fault, level));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, tryAll));
  return found;
}

describe.each([
  ['core', CORE_FAULTS],
  ['full', FULL_FAULTS],
] as const)('the kit at level %s', (level, faults) => {
  let found: ReadonlyMap<string, ConformanceReport> = new Map();
  beforeAll(async () => {
    found = await findingsOf(faults, level);
  });

  test.each(faults)(
    'given an allocator that $name, when the kit is run, then $breaks fail and nothing else',
    (fault) => {
      const report = found.get(fault.name);
      const failed = report?.rules.filter(({ result }) => result === 'failed').map(({ id }) => id) ?? [];

      expect({ failed: [...failed].sort(), seen: report === undefined ? [] : failuresOf(report) }).toMatchObject({
        failed: [...fault.breaks].sort(),
      });
      expect(report?.passed).toBe(false);
      const seen = report?.rules.map((rule) => rule.seen).join('\n');
      for (const told of fault.tells ?? []) expect(seen).toContain(told);
      // Authors in any language read it: no value of this one shows through.
      expect(seen).not.toMatch(/undefined|\[object|NaN|\{"|"\}/);
    },
  );
});

test('given an allocator that names no capability, when the kit is run, then what belongs to them was not offered, as the report says', async () => {
  await using allocator = new TamperedAllocator({
    name: 'names no capability',
    breaks: [],
    make: saying('ready', (ready) => [{ ...ready, capabilities: [] }]),
  });
  const only = ({ id }: Rule): boolean => ['ready-first', 'explain-scope', 'shares', 'audit-differs'].includes(id);
  const options = { ...TIMES, level: 'full', only, priorityRoles: PRIORITY_ROLES, policy: undefined } as const;

  const { rules, passed } = await runRules({ ...options, target: await allocator.listen() }, new SystemClock());

  expect(passed).toBe(true);
  expect(
    rules.flatMap(({ id, result, seen }) => (result === 'passed' ? [] : [`${id} ${result}: ${seen}`])).sort(),
  ).toEqual([
    'audit-differs not-offered: the allocator did not name the capability audit in `ready`',
    'explain-scope not-offered: the allocator did not name the capability explain in `ready`',
    'shares not-offered: the allocator did not name the capability shares in `ready`',
  ]);
});

test('given all the faults, when the rules they break are gathered, then every rule is proven to find something', () => {
  const broken = new Set([...CORE_FAULTS, ...FULL_FAULTS].flatMap(({ breaks }) => breaks));
  const unproven = ALL_RULES.map(({ id }) => id).filter((id) => !broken.has(id));

  expect(unproven).toEqual([]);
});
