import { strict as assert } from 'node:assert';
import { AFTER_FAILOVER_MS, assertNeverEnded, killAndHear, runningTask, SMALL, subscribed } from './story';
import type { Scenario } from './story';

/** A framework crashes and returns within its failover timeout: its task has run on and is still its own. */
export const frameworkGoneAndBack: Scenario = async (world) => {
  await world.start(SMALL);
  const scheduler = world.scheduler('framework', { failoverTimeoutMs: 600_000 });
  await runningTask(world, scheduler, 'steady');
  const id = scheduler.frameworkId;

  scheduler.vanish();
  scheduler.reconnect();
  await subscribed(world, scheduler);

  assert.equal(scheduler.frameworkId, id);
  assertNeverEnded(scheduler, 'steady');
  assert.equal(await world.tasksRunningOn('a1'), 1);
  await killAndHear(world, scheduler, 'steady');
};

/** A framework leaves and does not return within its failover timeout: its task is ended, and its id is refused for ever. */
export const frameworkGoneForGood: Scenario = async (world) => {
  await world.start(SMALL);
  const scheduler = world.scheduler('framework', { failoverTimeoutMs: 2_000 });
  await runningTask(world, scheduler, 'doomed');

  scheduler.close();
  const other = world.scheduler('other');
  const isWhole = (): boolean => other.offers.some(({ what }) => what.resources.scalars.get('cpus') === 4_000);
  const takesAll = (): boolean => {
    if (isWhole()) return true;
    if (other.offers.length > 0)
      other.decline(
        other.offers.map(({ what }) => what),
        0,
      );
    return false;
  };
  await world.eventually('all resources are free again', takesAll, AFTER_FAILOVER_MS);
  assert.equal(await world.tasksRunningOn('a1'), 0);

  scheduler.reconnect();
  await world.eventually('its id is refused', () => scheduler.ended !== undefined, AFTER_FAILOVER_MS);
  assert.equal(scheduler.ended?.reason, 'framework-removed');
};
