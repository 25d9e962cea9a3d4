import { strict as assert } from 'node:assert';
import {
  AFTER_FAILOVER_MS,
  anyOffer,
  assertNeverEnded,
  killAndHear,
  leaderOf,
  otherLeader,
  runningTask,
  taskIs,
  WITH_STANDBYS,
} from './story';
import type { Scenario } from './story';
import type { TestScheduler, World } from '../worlds/world';

/** What must hold once another master leads: the framework noticed nothing but the change, its task runs on, and more can be launched and killed. */
async function goesOnAsBefore(world: World, scheduler: TestScheduler): Promise<void> {
  await world.eventually('the framework hears of it', () => scheduler.leaderChanges > 0, AFTER_FAILOVER_MS);
  const offer = await anyOffer(world, scheduler, AFTER_FAILOVER_MS);
  scheduler.accept([offer], [{ taskId: 'later', resources: 'cpus:1;mem:128', command: 'sleep 1' }]);
  await taskIs(world, scheduler, ['later', 'finished']);
  assertNeverEnded(scheduler, 'steady');
  assert(scheduler.connected);
  assert.equal(await world.tasksRunningOn('a1'), 1);
  await killAndHear(world, scheduler, 'steady');
}

/** The leading master is killed while a task runs. */
export const masterKilled: Scenario = async (world) => {
  await world.start(WITH_STANDBYS);
  const scheduler = world.scheduler('framework');
  await runningTask(world, scheduler, 'steady');
  const first = await leaderOf(world);

  await world.killMaster(first);
  await otherLeader(world, first);

  await goesOnAsBefore(world, scheduler);
  await world.restartMaster(first);
};

/** The leading master is stopped past its lease and then goes on: it must notice before it acts, and nothing that it still believes has effect. */
export const masterPaused: Scenario = async (world) => {
  await world.start(WITH_STANDBYS);
  const scheduler = world.scheduler('framework');
  await runningTask(world, scheduler, 'steady');
  const first = await leaderOf(world);

  await world.pauseMaster(first);
  const second = await otherLeader(world, first);
  await world.resumeMaster(first);

  await goesOnAsBefore(world, scheduler);
  assert.equal(await leaderOf(world), second);
};

/** The leading master is told to end: it hands leadership over, which takes no lease's time. */
export const masterHandedOver: Scenario = async (world) => {
  await world.start(WITH_STANDBYS);
  const scheduler = world.scheduler('framework');
  await runningTask(world, scheduler, 'steady');
  const first = await leaderOf(world);

  await world.handOverMaster(first);
  await otherLeader(world, first);

  await goesOnAsBefore(world, scheduler);
};
