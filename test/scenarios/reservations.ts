import { strict as assert } from 'node:assert';
import { formatResources } from '@parley/common/resources';
import type { TestScheduler } from '../worlds/world';
import { anyOffer, outcomeOf, SMALL, SOON_MS, subscribed, taskIs } from './story';
import type { Scenario } from './story';

const RESERVED = 'cpus(eng):2;cpus:2;mem:4096';

/** What is reserved for a role is offered to it and to the roles below it, and to nobody else; tasks run on it. */
export const reservedResources: Scenario = async (world) => {
  await world.start({ ...SMALL, agents: [{ name: 'a1', resources: RESERVED }] });
  const outsider = world.scheduler('outsider', { roles: ['ops'] });
  const plain = await anyOffer(world, outsider);
  assert.equal(formatResources(plain.resources), 'cpus:2;mem:4096');

  const insider = world.scheduler('insider', { roles: ['eng/backend'] });
  const reserved = await anyOffer(world, insider);
  assert.equal(formatResources(reserved.resources), 'cpus(eng):2');

  outsider.decline([plain], 600_000);
  await world.eventually('the insider has the rest as well', () => insider.offers.length === 2, SOON_MS);
  const callId = insider.accept(
    insider.offers.map(({ what }) => what),
    [{ taskId: 'inside', resources: 'cpus(eng):2;mem:128', command: 'exit 0' }],
  );
  assert.equal(await outcomeOf(world, insider, callId), 'ok');
  await taskIs(world, insider, ['inside', 'finished']);
};

/** Revocable resources are for frameworks that can do without them again. */
export const revocableResources: Scenario = async (world) => {
  await world.start({ ...SMALL, agents: [{ name: 'a1', resources: 'cpus:1;cpus<revocable>:3;mem:4096' }] });
  const plain = world.scheduler('plain');
  const offer = await anyOffer(world, plain);
  assert.equal(formatResources(offer.resources), 'cpus:1;mem:4096');
  plain.decline([offer], 600_000);

  const flexible: TestScheduler = world.scheduler('flexible', { capabilities: ['revocable-resources'] });
  await subscribed(world, flexible);
  await world.eventually('all of it is offered', () => flexible.offers.length > 0, SOON_MS);
  const names = flexible.offers.flatMap(({ what }) => [...what.resources.scalars.keys()]);
  assert(names.includes('cpus<revocable>'), formatResources(offer.resources));
};
