import { strict as assert } from 'node:assert';
import { anyOffer, killAndHear, offerOf, outcomeOf, SMALL, SOON_MS, taskIs } from './story';
import type { Scenario } from './story';

/** Without an allocator nothing new is offered, and everything else goes on: an offer that is open can be used, tasks run and are killed. */
export const allocatorKilled: Scenario = async (world) => {
  await world.start(SMALL);
  const scheduler = world.scheduler('framework');
  const offer = await offerOf(world, scheduler, 'cpus:4;mem:4096');

  await world.killAllocator();
  const call = scheduler.accept([offer], [{ taskId: 'steady', resources: 'cpus:1;mem:128', command: 'sleep 3600' }], 0);
  assert.equal(await outcomeOf(world, scheduler, call), 'ok');
  await taskIs(world, scheduler, ['steady', 'running']);
  await killAndHear(world, scheduler, 'steady');
  assert.equal(scheduler.offers.length, 0);

  await world.restartAllocator();
  await world.eventually('offers come again', () => scheduler.offers.length > 0, SOON_MS);
  await anyOffer(world, scheduler);
};
