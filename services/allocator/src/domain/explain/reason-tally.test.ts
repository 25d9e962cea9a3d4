import type { AgentId, MonotonicMs } from '@parley/common/kernel';

import { ReasonTally } from './reason-tally';

const agent = (agentId: string) => ({ agentId: agentId as AgentId, slot: Number(agentId.slice(1)) });
const at = (ms: number) => ms as MonotonicMs;

test('given agents counted in any order, when the reasons are asked for, then they stand in the order of the contract', () => {
  const tally = new ReasonTally();
  for (const reason of ['refused', 'draining', 'capability', 'refused'] as const)
    tally.count(reason, agent('a1'), () => '');

  expect(tally.reasons(at(0), undefined).map(({ reason, agents }) => [reason, agents])).toEqual([
    ['draining', 1],
    ['capability', 1],
    ['refused', 2],
  ]);
});

test('given many agents behind one reason, when they are counted, then five are named and the detail is asked for once', () => {
  const tally = new ReasonTally();
  let asked = 0;
  for (let index = 1; index <= 7; index += 1) {
    tally.count('quota-limit', agent(`a${String(index)}`), () => `detail ${String((asked += 1))}`);
  }

  expect(tally.reasons(at(0), undefined)).toEqual([
    {
      reason: 'quota-limit',
      agents: 7,
      examples: ['a1', 'a2', 'a3', 'a4', 'a5'],
      untilMs: undefined,
      detail: 'detail 1',
    },
  ]);
});

test('given refusals, when the reasons are asked for, then the first end counts, never before now, and only for them', () => {
  const tally = new ReasonTally();
  tally.count('refused', agent('a1'), () => '');
  tally.count('draining', agent('a2'), () => '');

  expect([1, 2].filter((slot) => tally.refused.has(slot))).toEqual([1]);
  expect(tally.reasons(at(2_000), at(5_000)).map(({ untilMs }) => untilMs)).toEqual([undefined, 3_000]);
  expect(tally.reasons(at(6_000), at(5_000)).map(({ untilMs }) => untilMs)).toEqual([undefined, 0]);
});

test('given a detail that is too long for a master, when it is counted, then it is cut', () => {
  const tally = new ReasonTally();
  tally.count('region', agent('a1'), () => 'r'.repeat(4_096));

  expect(tally.reasons(at(0), undefined)[0]?.detail).toBe(`${'r'.repeat(999)}…`);
});
