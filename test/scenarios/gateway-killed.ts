import { strict as assert } from 'node:assert';
import { AFTER_FAILOVER_MS, assertNeverEnded, killAndHear, runningTask, SMALL, subscribed } from './story';
import type { Scenario } from './story';

/** The gateway that a framework uses is killed; it goes on through the other one, as itself, with its task. */
export const gatewayKilled: Scenario = async (world) => {
  await world.start({ ...SMALL, gateways: ['g1', 'g2'] });
  const scheduler = world.scheduler('framework', { gateway: 'g1' });
  await runningTask(world, scheduler, 'steady');
  const id = scheduler.frameworkId;

  await world.killGateway('g1');
  await world.eventually('the stream is lost', () => !scheduler.connected, AFTER_FAILOVER_MS);
  scheduler.reconnect('g2');
  await subscribed(world, scheduler);

  assert.equal(scheduler.frameworkId, id);
  assertNeverEnded(scheduler, 'steady');
  await killAndHear(world, scheduler, 'steady');

  scheduler.close();
  await world.restartGateway('g1');
  scheduler.reconnect('g1');
  await subscribed(world, scheduler);
};
