import { strict as assert } from 'node:assert';
import { AFTER_FAILOVER_MS, leaderOf, WITH_STANDBYS } from './story';
import type { Scenario } from './story';

const TASKS = 12;

/** A program of the SDK runs more tasks than fit at once; half way through the leading master is killed. Every task is done, exactly once. */
export const workloadOutlivesMaster: Scenario = async (world) => {
  await world.start({
    ...WITH_STANDBYS,
    agents: [...WITH_STANDBYS.agents, { name: 'a2', resources: 'cpus:2;mem:1024' }],
  });
  const names = Array.from({ length: TASKS }, (_, index) => `part-${index}`);
  const tasks = names.map((name) => ({ name, resources: 'cpus:1;mem:128', command: 'sleep 1' }));
  const workload = world.workload('workload', tasks);
  await world.eventually('a third is done', () => workload.ends.size >= TASKS / 3, AFTER_FAILOVER_MS);

  await world.killMaster(await leaderOf(world));

  await world.eventually('all is done', () => workload.ends.size === TASKS, 3 * AFTER_FAILOVER_MS);
  assert.deepEqual([...workload.ends.keys()].sort(), [...names].sort());
  assert.deepEqual(new Set(workload.ends.values()), new Set(['finished']));
  assert.deepEqual(workload.troubles, []);
  workload.stop();
};
