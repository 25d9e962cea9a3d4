import { strict as assert } from 'node:assert';
import { AFTER_FAILOVER_MS, assertNeverEnded, killAndHear, runningTask, SMALL, subscribed } from './story';
import type { Scenario } from './story';

/** Two schedulers present one framework id: the newer has it, the older is told for good and has no say any more. */
export const twoSchedulersWithOneId: Scenario = async (world) => {
  await world.start(SMALL);
  const older = world.scheduler('older');
  await runningTask(world, older, 'steady');
  const frameworkId = older.frameworkId;
  assert(frameworkId !== undefined);

  const newer = world.scheduler('newer', { frameworkId });
  await subscribed(world, newer);

  await world.eventually('the older is told', () => older.ended !== undefined, AFTER_FAILOVER_MS);
  assert.equal(older.ended?.reason, 'session-replaced');
  assert.equal(newer.frameworkId, frameworkId);
  newer.reconcile();
  await world.eventually('the newer knows the task', () => newer.stateOf('steady') === 'running', AFTER_FAILOVER_MS);
  assertNeverEnded(newer, 'steady');
  await killAndHear(world, newer, 'steady');
  assert.equal(older.offers.length, 0);
};
