import { strict as assert } from 'node:assert';
import { offerOf, SMALL, taskIs } from './story';
import type { Scenario } from './story';

/** Of several tasks in one accept the invalid one is answered as an error, and the valid ones run. */
export const invalidTaskAmongValidOnes: Scenario = async (world) => {
  await world.start(SMALL);
  const scheduler = world.scheduler('framework');
  const offer = await offerOf(world, scheduler, 'cpus:4;mem:4096');

  scheduler.accept(
    [offer],
    [
      { taskId: 'before', resources: 'cpus:1;mem:512', command: 'sleep 1' },
      { taskId: 'too-large', resources: 'cpus:64;mem:512', command: 'sleep 1' },
      { taskId: 'after', resources: 'cpus:1;mem:512', command: 'sleep 1' },
    ],
  );

  await taskIs(world, scheduler, ['too-large', 'error']);
  await taskIs(world, scheduler, ['before', 'finished']);
  await taskIs(world, scheduler, ['after', 'finished']);
  const error = scheduler.statuses.find(({ what }) => what.taskId === 'too-large');
  assert.equal(error?.what.reason, 'task-invalid');
  assert.equal(error.what.source, 'master');
  assert.equal(error.what.uuid, '');
};
