import { strict as assert } from 'node:assert';
import { offerOf, outcomeOf, runningTask, SMALL, SOON_MS, taskIs } from './story';
import type { Scenario } from './story';

/** A task is killed: its framework hears that it was, its process is gone, its resources are offered again. */
export const kill: Scenario = async (world) => {
  await world.start(SMALL);
  const scheduler = world.scheduler('framework');
  await runningTask(world, scheduler, 'endless');
  assert.equal(await world.tasksRunningOn('a1'), 1);

  const call = scheduler.kill('endless');
  assert.equal(await outcomeOf(world, scheduler, call), 'ok');
  await taskIs(world, scheduler, ['endless', 'killed']);
  assert.equal(await world.tasksRunningOn('a1'), 0);

  scheduler.revive();
  await world.eventually(
    'everything is offered again',
    () => {
      scheduler.decline(
        scheduler.offers.map(({ what }) => what),
        0,
      );
      return scheduler.offersHeard.at(-1)?.what.resources.scalars.get('cpus') === 4_000;
    },
    SOON_MS,
  );
};

/** A task that ignores the polite signal is killed all the same once its grace is over; a repeated kill may shorten it. */
export const killOfStubbornTask: Scenario = async (world) => {
  await world.start(SMALL);
  const scheduler = world.scheduler('framework');
  const offer = await offerOf(world, scheduler, 'cpus:4;mem:4096');
  scheduler.accept([offer], [{ taskId: 'stubborn', resources: 'cpus:1;mem:128', command: "trap '' TERM; sleep 3600" }]);
  await taskIs(world, scheduler, ['stubborn', 'running']);

  scheduler.kill('stubborn', 600_000);
  await taskIs(world, scheduler, ['stubborn', 'killing', 'killed']);
  scheduler.kill('stubborn', 200);

  await taskIs(world, scheduler, ['stubborn', 'killed']);
  assert.equal(await world.tasksRunningOn('a1'), 0);
};
