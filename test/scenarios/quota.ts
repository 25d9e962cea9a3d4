import { strict as assert } from 'node:assert';
import type { Offer, Packing, Quota } from '@parley/common/contract';
import { scalarMilli } from '@parley/common/resources';
import { resourcesOf } from '../worlds/raw-scheduler';
import type { ClusterShape, TaskShape, TestScheduler, World } from '../worlds/world';
import { anyOffer, outcomeOf, SMALL, SOON_MS, subscribed, taskIs } from './story';
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

/** Weights count from the next offer on: of what is freed, the heavier of two waiting roles gets the larger part. */
export const weightsChangedWhileRunning: Scenario = async (world) => {
  await world.start(TWO_AGENTS);
  const before = world.scheduler('before', { roles: ['before'] });
  await world.eventually('both agents are offered', () => before.offers.length === 2, SOON_MS);
  for (const { what } of [...before.offers]) before.accept([what], tasksThatFill(what.hostname), 600_000);
  await world.eventually('the cluster is full', () => runningOf(before) === 8, SOON_MS);
  before.suppress();

  for (const role of ['light', 'heavy']) await updateRole(world, role, { packing: 'split' });
  await updateRole(world, 'heavy', { weight: 3 });
  const shapes = [{ resources: resourcesOf(ONE_TASK), count: 8 }];
  const waiting = ['light', 'heavy'].map((role) =>
    world.scheduler(role, { roles: [role], demands: [{ role, shapes }] }),
  );
  for (const scheduler of waiting) await subscribed(world, scheduler);

  for (const { what } of before.statuses.filter(({ what: { state } }) => state === 'running')) before.kill(what.taskId);
  const work = (): boolean => {
    for (const scheduler of waiting) {
      for (const { what } of [...scheduler.offers]) scheduler.accept([what], tasksFor(what), 0);
    }
    return waiting.reduce((sum, scheduler) => sum + runningOf(scheduler), 0) === 8;
  };
  await world.eventually('all that was freed is in use again', work, SOON_MS);

  const [light, heavy] = waiting.map(runningOf);
  assert.deepEqual([light, heavy], [2, 6]);
};

const ONE_TASK = 'cpus:1;mem:128';

/** Four tasks of one CPU, which fill an agent. */
function tasksThatFill(hostname: string): readonly TaskShape[] {
  return [1, 2, 3, 4].map((task) => oneTask(`${hostname}-${String(task)}`));
}

/** As many tasks of one CPU as the offer is for. */
function tasksFor({ offerId, resources }: Offer): readonly TaskShape[] {
  const cpus = scalarMilli(resources, 'cpus') / 1_000;
  return Array.from({ length: cpus }, (_, task) => oneTask(`${offerId}-${String(task + 1)}`));
}

function oneTask(taskId: string): TaskShape {
  return { taskId, resources: ONE_TASK, command: 'sleep 3600' };
}

function runningOf(scheduler: TestScheduler): number {
  const heard = new Set(scheduler.statuses.map(({ what }) => what.taskId));
  return [...heard].filter((taskId) => scheduler.stateOf(taskId) === 'running').length;
}

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
