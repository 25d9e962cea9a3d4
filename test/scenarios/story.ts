import { strict as assert } from 'node:assert';
import type { Offer } from '@parley/common/contract';
import type { CallId } from '@parley/common/kernel';
import { formatResources, resources, scalarMilli } from '@parley/common/resources';
import { isTerminal } from '@parley/common/tasks';
import type { TaskState } from '@parley/common/tasks';
import type { ClusterShape, TestScheduler, World } from '../worlds/world';

/** Long enough for a machine under load, short enough to fail in time. */
export const SOON_MS = 20_000;
/** Long enough for an election and everybody's return. */
export const AFTER_FAILOVER_MS = 40_000;

/** A story about a cluster, told once and true in every world. */
export type Scenario = (world: World) => Promise<void>;

/** One master, one gateway, one agent with 4 CPUs and 4 GB: the seed's example. */
export const SMALL: ClusterShape = {
  masters: ['m1'],
  gateways: ['g1'],
  agents: [{ name: 'a1', resources: 'cpus:4;mem:4096' }],
};

/** The same with three masters. */
export const WITH_STANDBYS: ClusterShape = { ...SMALL, masters: ['m1', 'm2', 'm3'] };

/** CPUs and memory of an offer, in their text form. */
export function cpusAndMem({ resources: held }: Offer): string {
  const scalars = { cpus: scalarMilli(held, 'cpus'), mem: scalarMilli(held, 'mem') };
  return formatResources(resources({ scalars }));
}

/** Waits for an open offer of exactly these CPUs and this memory. */
export async function offerOf(world: World, scheduler: TestScheduler, text: string): Promise<Offer> {
  const find = (): Offer | undefined =>
    scheduler.offers.map(({ what }) => what).find((offer) => cpusAndMem(offer) === text);
  await world.eventually(`an offer of ${text}`, () => find() !== undefined, SOON_MS);
  const found = find();
  assert(found !== undefined);
  return found;
}

/** Waits for any open offer. */
export async function anyOffer(world: World, scheduler: TestScheduler, deadlineMs = SOON_MS): Promise<Offer> {
  await world.eventually('an offer', () => scheduler.offers.length > 0, deadlineMs);
  const [first] = scheduler.offers;
  assert(first !== undefined);
  return first.what;
}

/** Waits until a task is in one of these states. */
export async function taskIs(
  world: World,
  scheduler: TestScheduler,
  [taskId, ...states]: readonly [string, ...TaskState[]],
): Promise<void> {
  const isThere = (): boolean => states.some((state) => scheduler.stateOf(taskId) === state);
  await world.eventually(`${taskId} is ${states.join(' or ')}`, isThere, AFTER_FAILOVER_MS);
}

/** Waits for the answer to a call, and says how it ended. */
export async function outcomeOf(world: World, scheduler: TestScheduler, callId: CallId): Promise<string> {
  await world.eventually(`an answer to ${callId}`, () => scheduler.resultOf(callId) !== undefined, SOON_MS);
  return scheduler.resultOf(callId)?.outcome ?? '';
}

/** Waits until the scheduler's stream is subscribed. */
export async function subscribed(world: World, scheduler: TestScheduler): Promise<void> {
  await world.eventually('subscribed', () => scheduler.connected, AFTER_FAILOVER_MS);
}

/** A task that runs until somebody ends it, already running. */
export async function runningTask(world: World, scheduler: TestScheduler, taskId: string): Promise<void> {
  const offer = await anyOffer(world, scheduler);
  const callId = scheduler.accept([offer], [{ taskId, resources: 'cpus:1;mem:128', command: 'sleep 3600' }]);
  assert.equal(await outcomeOf(world, scheduler, callId), 'ok');
  await taskIs(world, scheduler, [taskId, 'running']);
}

/** Asserts that nothing was heard of a task that would say it had ended. */
export function assertNeverEnded(scheduler: TestScheduler, taskId: string): void {
  const ends = scheduler.statuses.filter(({ what }) => what.taskId === taskId && isTerminal(what.state));
  assert.deepEqual(
    ends.map(({ what }) => `${what.state} ${what.reason ?? ''} ${what.message}`),
    [],
  );
}

/** Ends a running task and waits for the word. */
export async function killAndHear(world: World, scheduler: TestScheduler, taskId: string): Promise<void> {
  scheduler.kill(taskId);
  await taskIs(world, scheduler, [taskId, 'killed']);
}

/** Name of the master that leads; waits for one. */
export async function leaderOf(world: World): Promise<string> {
  let found: string | undefined;
  const deadline = world.now + AFTER_FAILOVER_MS;
  for (found = await world.leader(); found === undefined; found = await world.leader()) {
    assert(world.now < deadline, 'no master leads');
    const before = world.now;
    await world.eventually('time passes', () => world.now > before, SOON_MS);
  }
  return found;
}

/** Waits until another master than this one leads; says which. */
export async function otherLeader(world: World, than: string): Promise<string> {
  const deadline = world.now + AFTER_FAILOVER_MS;
  for (;;) {
    const leader = await world.leader();
    if (leader !== undefined && leader !== than) return leader;
    assert(world.now < deadline, `no other master than ${than} leads`);
    const before = world.now;
    await world.eventually('time passes', () => world.now > before, SOON_MS);
  }
}
