import { strict as assert } from 'node:assert';
import { cpusAndMem, offerOf, SMALL, SOON_MS, subscribed, taskIs } from './story';
import type { Scenario } from './story';

/** The example of the seed documents, step by step: an agent reports 4 CPUs and 4 GB, and two frameworks share it. */
export const seedExample: Scenario = async (world) => {
  await world.start(SMALL);
  const one = world.scheduler('framework-1');
  const all = await offerOf(world, one, 'cpus:4;mem:4096');
  const two = world.scheduler('framework-2');
  await subscribed(world, two);

  for (const cycle of [1, 2]) {
    const whole = cycle === 1 ? all : await offerOf(world, one, 'cpus:4;mem:4096');
    const tasks = [
      { taskId: `first-${cycle}`, resources: 'cpus:2;mem:1024', command: 'sleep 2' },
      { taskId: `second-${cycle}`, resources: 'cpus:1;mem:2048', command: 'sleep 2' },
    ];
    // The rest is of no use to framework 1 for now, so it goes to framework 2.
    one.accept([whole], tasks, 600_000);

    const rest = await offerOf(world, two, 'cpus:1;mem:1024');
    for (const { taskId } of tasks) await taskIs(world, one, [taskId, 'running']);
    two.decline([rest], 600_000);
    for (const { taskId } of tasks) await taskIs(world, one, [taskId, 'finished']);

    // What the tasks held is free again; framework 2 passes until all of it is offered to framework 1 as a whole.
    one.revive();
    const isWhole = (): boolean => {
      two.decline(
        two.offers.map(({ what }) => what),
        600_000,
      );
      const parts = one.offers.filter(({ what }) => cpusAndMem(what) !== 'cpus:4;mem:4096').map(({ what }) => what);
      if (parts.length > 0) one.decline(parts, 0);
      return one.offers.some(({ what }) => cpusAndMem(what) === 'cpus:4;mem:4096');
    };
    await world.eventually('everything is offered to framework 1 again', isWhole, SOON_MS);
    two.revive();
  }

  assert.equal(await world.tasksRunningOn('a1'), 0);
};
