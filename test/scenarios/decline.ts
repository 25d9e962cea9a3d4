import { strict as assert } from 'node:assert';
import { anyOffer, SMALL, SOON_MS, subscribed } from './story';
import type { Scenario } from './story';

const REFUSE_MS = 2_000;

/** A declined offer comes back when its filter has expired, and not before; meanwhile others may have it. */
export const declineAndFilterExpiry: Scenario = async (world) => {
  await world.start(SMALL);
  const picky = world.scheduler('picky');
  const offer = await anyOffer(world, picky);

  const declinedAt = world.now;
  picky.decline([offer], REFUSE_MS);
  await world.eventually('it is offered again', () => picky.offers.length > 0, SOON_MS);
  assert(world.now - declinedAt >= REFUSE_MS, 'the filter was not kept');

  picky.decline(
    picky.offers.map(({ what }) => what),
    3_600_000,
  );
  const other = world.scheduler('other');
  await subscribed(world, other);
  await anyOffer(world, other);
  assert.equal(picky.offers.length, 0);

  other.close();
  picky.revive();
  await world.eventually('a revive ends the filter', () => picky.offers.length > 0, SOON_MS);
};
