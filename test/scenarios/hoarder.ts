import { strict as assert } from 'node:assert';
import { anyOffer, runningTask, SMALL, SOON_MS, subscribed } from './story';
import type { Scenario } from './story';

const OFFER_TIMEOUT_MS = 2_000;

/** A framework that sits on its offers loses them, and is not the next to be asked: another one works with them. */
export const hoarder: Scenario = async (world) => {
  await world.start({ ...SMALL, offerTimeoutMs: OFFER_TIMEOUT_MS });
  const hoarding = world.scheduler('hoarder');
  await anyOffer(world, hoarding);
  const worker = world.scheduler('worker');
  await subscribed(world, worker);

  await world.eventually('the offer is taken back', () => hoarding.offers.length === 0, SOON_MS);
  await runningTask(world, worker, 'work');

  assert.equal(hoarding.offersHeard.length, 1, 'the hoarder was asked again before the one who works');
};
