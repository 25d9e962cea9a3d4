import { strict as assert } from 'node:assert';
import type { MaintenanceWindow } from '@parley/common/contract';
import { wallAfter } from '@parley/common/kernel';
import type { World, WorldOrder } from '../worlds/world';
import { anyOffer, runningTask, SMALL, SOON_MS, subscribed } from './story';
import type { Scenario } from './story';

const HOUR_MS = 3_600_000;

/** A planned maintenance is told with offers, and those who run something on the agent are asked to leave; their answers are shown. */
export const maintenancePlanned: Scenario = async (world) => {
  await world.start(SMALL);
  const tenant = world.scheduler('tenant');
  const { hostname } = await anyOffer(world, tenant);
  await runningTask(world, tenant, 'resident');

  await done(world, { query: 'update-maintenance', windows: [windowOf(world, hostname, HOUR_MS)] });
  await world.eventually('the tenant is asked to leave', () => tenant.inverseOffers.length === 1, SOON_MS);
  await world.eventually('offers tell the maintenance', () => tenant.offers.length > 0, SOON_MS);
  assert.equal(tenant.offers[0]?.what.unavailability?.durationMs, HOUR_MS);
  tenant.answerInverse(tenant.inverseOffers, true);
  const answers = await untilAnswered(world);
  assert.deepEqual(answers, ['accepted']);
  assert.equal(tenant.stateOf('resident'), 'running');

  await done(world, { query: 'update-maintenance', windows: [] });
  await world.eventually(
    'offers tell no maintenance any more',
    () => tenant.offers.some(({ what }) => what.unavailability === undefined),
    SOON_MS,
  );
};

/** Nothing of an agent is offered during its maintenance, while it is deactivated, or while its host is not on the list; tasks run on. */
export const agentsOutOfUse: Scenario = async (world) => {
  await world.start(SMALL);
  const framework = world.scheduler('framework');
  const offer = await anyOffer(world, framework);
  await runningTask(world, framework, 'resident');
  const { agentId, hostname } = offer;

  const outAndIn = async (out: () => Promise<void>, back: () => Promise<void>): Promise<void> => {
    await world.eventually('something is offered', () => framework.offers.length > 0, SOON_MS);
    await out();
    await world.eventually('the offer is taken back', () => framework.offers.length === 0, SOON_MS);
    const heard = framework.offersHeard.length;
    framework.revive();
    const other = world.scheduler(`other-${String(heard)}`);
    await subscribed(world, other);
    assert.equal(framework.offersHeard.length, heard);
    other.close();
    await back();
  };
  await outAndIn(
    () => done(world, { query: 'deactivate-agent', agentId }),
    () => done(world, { query: 'reactivate-agent', agentId }),
  );
  await outAndIn(
    () => done(world, { query: 'update-whitelist', hostnames: ['elsewhere'] }),
    () => done(world, { query: 'update-whitelist', hostnames: undefined }),
  );
  await outAndIn(
    () => done(world, { query: 'update-maintenance', windows: [windowOf(world, hostname, -1_000)] }),
    () => done(world, { query: 'update-maintenance', windows: [] }),
  );
  await world.eventually('all is as before', () => framework.offers.length > 0, SOON_MS);
  assert.equal(framework.stateOf('resident'), 'running');
};

function windowOf(world: World, hostname: string, inMs: number): MaintenanceWindow {
  const unavailability = { startsAt: wallAfter(world.wall, inMs), durationMs: HOUR_MS };
  return { hostnames: [hostname], unavailability };
}

async function done(world: World, order: WorldOrder): Promise<void> {
  const answers = await world.order(order);
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['done'],
    JSON.stringify(answers),
  );
}

/** Asks until somebody has answered, and says how. */
async function untilAnswered(world: World): Promise<readonly string[]> {
  const deadline = world.now + SOON_MS;
  for (;;) {
    const answers = (await world.order({ query: 'get-maintenance' })).flatMap((answer) =>
      answer.answer === 'maintenance' ? answer.answers.map((each) => each.answer) : [],
    );
    if (answers.some((answer) => answer !== 'asked')) return answers;
    assert(world.now < deadline, `nobody answered: ${answers.join(', ')}`);
    const before = world.now;
    await world.eventually('time passes', () => world.now > before, SOON_MS);
  }
}
