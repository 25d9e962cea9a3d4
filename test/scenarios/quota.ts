import { strict as assert } from 'node:assert';
import type { Packing, Quota } from '@parley/common/contract';
import { scalarMilli } from '@parley/common/resources';
import { resourcesOf } from '../worlds/raw-scheduler';
import type { ClusterShape, TestScheduler, World } from '../worlds/world';
import { anyOffer, killAndHear, outcomeOf, SMALL, SOON_MS, subscribed, taskIs } from './story';
import type { Scenario } from './story';

const TWO_AGENTS: ClusterShape = {
  ...SMALL,
  agents: [
    { name: 'a1', resources: 'cpus:4;mem:4096' },
    { name: 'a2', resources: 'cpus:4;mem:4096' },
  ],
};

/** A limit that is set while tasks run ends none of them; it holds for all roles below, and what it kept back comes when it is lifted. */
export const quotaChangedWhileRunning: Scenario = async (world) => {
  await world.start(TWO_AGENTS);
  const one = world.scheduler('one', { roles: ['eng/one'] });
  const offer = await anyOffer(world, one);
  one.accept([offer], [{ taskId: 'before', resources: 'cpus:3;mem:128', command: 'sleep 3600' }], 0);
  await taskIs(world, one, ['before', 'running']);

  await updateRole(world, 'eng', { limit: { cpus: 4_000 } });
  const two = world.scheduler('two', { roles: ['eng/two'] });
  await subscribed(world, two);
  await world.eventually('what the limit leaves is offered', () => offeredCpus([one, two]) === 1_000, SOON_MS);

  assert.equal(one.stateOf('before'), 'running');
  const holder = [one, two].find(({ offers }) => offers.length > 0);
  assert(holder !== undefined);
  const last = holder.offers.map(({ what }) => what).find(({ resources }) => scalarMilli(resources, 'cpus') > 0);
  assert(last !== undefined);
  const callId = holder.accept([last], [{ taskId: 'last', resources: 'cpus:1;mem:128', command: 'sleep 3600' }], 0);
  assert.equal(await outcomeOf(world, holder, callId), 'ok');

  await updateRole(world, 'eng', {});
  await world.eventually('the rest is offered without the limit', () => offeredCpus([one, two]) === 4_000, SOON_MS);
};

/** What is guaranteed to a role is there at once when it comes, although others would have taken everything. */
export const guaranteeKept: Scenario = async (world) => {
  await world.start(SMALL);
  await updateRole(world, 'later', { guarantee: { cpus: 2_000 } });
  const greedy = world.scheduler('greedy', { roles: ['greedy'] });
  const offer = await anyOffer(world, greedy);
  assert.equal(scalarMilli(offer.resources, 'cpus'), 2_000);
  greedy.accept([offer], [{ taskId: 'all', resources: 'cpus:2;mem:128', command: 'sleep 3600' }]);
  await taskIs(world, greedy, ['all', 'running']);

  const later = world.scheduler('later', { roles: ['later'] });
  const kept = await anyOffer(world, later);
  assert.equal(scalarMilli(kept.resources, 'cpus'), 2_000);
};

/** Weights count from the next offer on: of two roles the heavier gets the larger part of what they wait for. */
export const weightsChangedWhileRunning: Scenario = async (world) => {
  await world.start(TWO_AGENTS);
  for (const role of ['light', 'heavy']) await updateRole(world, role, { packing: 'split' });
  await updateRole(world, 'heavy', { weight: 3 });
  const shapes = [{ resources: resourcesOf('cpus:1;mem:128'), count: 8 }];
  const light = world.scheduler('light', { roles: ['light'], demands: [{ role: 'light', shapes }] });
  const heavy = world.scheduler('heavy', { roles: ['heavy'], demands: [{ role: 'heavy', shapes }] });
  const ran = new Map<TestScheduler, number>([
    [light, 0],
    [heavy, 0],
  ]);
  // Each runs what it is offered, one task of one CPU for each, until the cluster is full.
  const work = (): boolean => {
    for (const [scheduler, tasks] of ran) {
      const { offers } = scheduler;
      if (offers.length === 0) continue;
      let task = tasks;
      for (const { what } of [...offers]) {
        const cpus = scalarMilli(what.resources, 'cpus') / 1_000;
        const launched = Array.from({ length: cpus }, () => ({
          taskId: `task-${String((task += 1))}`,
          resources: 'cpus:1;mem:128',
          command: 'sleep 3600',
        }));
        scheduler.accept([what], launched, 0);
      }
      ran.set(scheduler, task);
    }
    return [...ran.values()].reduce((sum, tasks) => sum + tasks, 0) === 8;
  };
  await subscribed(world, light);
  await subscribed(world, heavy);
  await world.eventually('all CPUs are in use', work, SOON_MS);

  const tasks = ran.get(heavy) ?? 0;
  for (let task = 1; task <= tasks; task += 1) await taskIs(world, heavy, [`task-${String(task)}`, 'running']);

  // What is freed goes to whom the weights of now favour.
  light.request([{ role: 'light', shapes: [{ resources: resourcesOf('cpus:1;mem:128'), count: 1 }] }]);
  heavy.request([{ role: 'heavy', shapes: [] }]);
  await world.eventually('nothing is open', () => light.offers.length === 0 && heavy.offers.length === 0, SOON_MS);
  await killAndHear(world, heavy, 'task-1');
  await anyOffer(world, light);
};

/** A nonsensical quota is refused with the field, and changes nothing. */
export const badQuotaRefused: Scenario = async (world) => {
  await world.start(SMALL);
  const quota = quotaOf({ guarantee: { cpus: 4_000 }, limit: { cpus: 2_000 } });
  const answers = await world.order({
    query: 'update-roles',
    updates: [{ role: 'eng', weight: undefined, quota, packing: undefined }],
    force: false,
  });
  const [answer] = answers;
  assert(answer?.answer === 'refused', JSON.stringify(answers));
  assert(answer.problems.length > 0 && answer.remedy !== '');

  const one = world.scheduler('one', { roles: ['eng'] });
  const offer = await anyOffer(world, one);
  assert.equal(scalarMilli(offer.resources, 'cpus'), 4_000);
};

interface Change {
  readonly guarantee?: Readonly<Record<string, number>>;
  readonly limit?: Readonly<Record<string, number>>;
  readonly weight?: number;
  readonly packing?: Packing;
}

async function updateRole(world: World, role: string, change: Change): Promise<void> {
  const { weight, packing } = change;
  const quota = weight === undefined && packing === undefined ? quotaOf(change) : undefined;
  const answers = await world.order({
    query: 'update-roles',
    updates: [{ role, weight, quota, packing }],
    force: false,
  });
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['done'],
    JSON.stringify(answers),
  );
}

function quotaOf({ guarantee = {}, limit = {} }: Change): Quota {
  return { guarantee: new Map(Object.entries(guarantee)), limit: new Map(Object.entries(limit)) };
}

function offeredCpus(schedulers: readonly TestScheduler[]): number {
  const offers = schedulers.flatMap((scheduler) => scheduler.offers);
  return offers.reduce((sum, { what }) => sum + scalarMilli(what.resources, 'cpus'), 0);
}
