import { strict as assert } from 'node:assert';
import { anyOffer, assertNeverEnded, killAndHear, SMALL, taskIs } from './story';
import type { Scenario } from './story';

/** The agent's process is killed while two tasks run: one ends meanwhile and is reported once, the other runs on and can still be killed. */
export const agentKilledAndRestarted: Scenario = async (world) => {
  await world.start(SMALL);
  const scheduler = world.scheduler('framework');
  const offer = await anyOffer(world, scheduler);
  scheduler.accept(
    [offer],
    [
      { taskId: 'steady', resources: 'cpus:1;mem:128', command: 'sleep 3600' },
      { taskId: 'short', resources: 'cpus:1;mem:128', command: 'sleep 3' },
    ],
  );
  await taskIs(world, scheduler, ['steady', 'running']);
  await taskIs(world, scheduler, ['short', 'running']);

  await world.killAgent('a1');
  const killedAt = world.now;
  await world.eventually('the short task is over', () => world.now - killedAt > 4_000, 10_000);
  assert.equal(scheduler.stateOf('short'), 'running');
  await world.restartAgent('a1');

  await taskIs(world, scheduler, ['short', 'finished']);
  assertNeverEnded(scheduler, 'steady');
  assert.equal(await world.tasksRunningOn('a1'), 1);
  await killAndHear(world, scheduler, 'steady');
};
