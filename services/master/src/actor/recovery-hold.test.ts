import type { AgentId, WallMs } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';
import { EMPTY_REGISTRY } from '../domain/registry';
import type { AgentRecord, RegistrySnapshot } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { res } from '../testing/played-peers';

/** A registry with agents that ran before the election, and a role with a guarantee. */
function registry(agents: number): RegistrySnapshot {
  const quota = { guarantee: new Map([['cpus', 1_000]]), limit: new Map<string, number>() };
  const records = Array.from({ length: agents }, (_, number): [AgentId, AgentRecord] => {
    const agentId = `a${String(number)}` as AgentId;
    const info = { agentId, hostname: '', resources: res('cpus:1'), attributes: [], domain: undefined };
    return [agentId, { info, state: 'admitted', since: 0 as WallMs, deactivated: false }];
  });
  const roles = new Map([['eng', { weight: undefined, packing: undefined, quota }]]);
  return { ...EMPTY_REGISTRY, agents: new Map(records), roles };
}

const credited = (given: GivenMaster): number =>
  given.toldAllocator('credits').reduce((sum, { credits }) => sum + credits, 0);

test('given agents that are new to the cluster and wait to register, when enough of the others are back, then they are not waited for', () => {
  const given = new GivenMaster({ snapshot: registry(10) });
  given.allocatorReady();
  // Their links break before the registry has them: they are expected to register again.
  given.holdWrites = true;
  const newcomers = ['n1', 'n2', 'n3'].map((id) => given.registerAgent({ id }));
  for (const agent of newcomers) given.loseAgent(agent);
  given.holdWrites = false;
  given.finishWrites();
  expect(given.core.term.cluster.recovered.size).toBe(13);

  for (let number = 0; number < 7; number += 1) given.registerAgent({ id: `a${String(number)}` });
  given.advance(1_000);
  expect(credited(given)).toBe(0);
  given.registerAgent({ id: 'a7' });
  given.advance(15_000);

  expect(credited(given)).toBe(LIMITS.allocatorCredits);
});
