import { strict as assert } from 'node:assert';
import type { TestScheduler, World } from '../worlds/world';
import { anyOffer, outcomeOf, runningTask, SMALL, SOON_MS, subscribed, taskIs } from './story';
import type { Scenario } from './story';

const CROWD = 100;
const TASKS = 5;

/** With 99 of 100 frameworks suppressed, the one that is not gets what there is. */
export const mostSuppressed: Scenario = async (world) => {
  await world.start(SMALL);
  const quiet = await crowd(world, CROWD - 1, (name) => world.scheduler(name));
  for (const scheduler of quiet) scheduler.suppress();
  await world.eventually('nobody holds an offer', () => giveBack(quiet), SOON_MS);

  const one = world.scheduler('one');
  await runningTask(world, one, 'work');
};

/** 200 frameworks with nothing to do, half of which say so and half of which decline, do not keep a busy one from its offers. */
export const idleCrowd: Scenario = async (world) => {
  await world.start(SMALL);
  const silent = await crowd(world, CROWD, (name) =>
    world.scheduler(`silent-${name}`, { demands: [{ role: '*', shapes: [] }] }),
  );
  const declining = await crowd(world, CROWD, (name) => world.scheduler(`declining-${name}`));
  const busy = world.scheduler('busy');
  await subscribed(world, busy);

  for (let task = 1; task <= TASKS; task += 1) {
    await world.eventually(
      'the busy framework has an offer',
      () => {
        giveBack(declining);
        return busy.offers.length > 0;
      },
      SOON_MS,
    );
    const offer = await anyOffer(world, busy);
    const taskId = `work-${String(task)}`;
    busy.accept([offer], [{ taskId, resources: 'cpus:4;mem:4096', command: 'exit 0' }]);
    await taskIs(world, busy, [taskId, 'finished']);
  }

  assert.equal(silent.flatMap(({ offersHeard }) => offersHeard).length, 0, 'somebody who wants nothing was asked');
};

/** Frameworks that revive all the time do not keep another from working, and cost nobody an offer. */
export const reviveStorm: Scenario = async (world) => {
  await world.start(SMALL);
  const stormy = await crowd(world, 20, (name) => world.scheduler(name));
  const worker = world.scheduler('worker');
  await subscribed(world, worker);
  const storm = (): void => {
    for (const scheduler of stormy) {
      for (let call = 0; call < 10; call += 1) scheduler.revive();
    }
  };

  for (let task = 1; task <= TASKS; task += 1) {
    storm();
    await world.eventually(
      'the worker has an offer',
      () => {
        giveBack(stormy);
        return worker.offers.length > 0;
      },
      SOON_MS,
    );
    const taskId = `work-${String(task)}`;
    const callId = worker.accept(
      [await anyOffer(world, worker)],
      [{ taskId, resources: 'cpus:1;mem:128', command: 'exit 0' }],
    );
    assert.equal(await outcomeOf(world, worker, callId), 'ok');
    await taskIs(world, worker, [taskId, 'finished']);
  }
};

async function crowd(
  world: World,
  size: number,
  connect: (name: string) => TestScheduler,
): Promise<readonly TestScheduler[]> {
  const schedulers = Array.from({ length: size }, (_, index) => connect(`crowd-${String(index + 1)}`));
  for (const scheduler of schedulers) await subscribed(world, scheduler);
  return schedulers;
}

/** Declines whatever they hold; says whether nobody holds anything. */
function giveBack(schedulers: readonly TestScheduler[]): boolean {
  const holding = schedulers.filter(({ offers }) => offers.length > 0);
  for (const scheduler of holding) scheduler.decline(scheduler.offers.map(({ what }) => what));
  return holding.length === 0;
}
