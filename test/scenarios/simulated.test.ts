import { SimulatedWorld } from '../worlds/simulated/simulated-world';
import { SCENARIOS } from './scenarios';

jest.setTimeout(60_000);

/** One world could be lucky in the order of events: each story is told in several. */
const SEEDS = [1, 2, 3];

describe.each(SEEDS)('in the simulated world of seed %i', (seed) => {
  test.each(SCENARIOS)('%s', async (_title, scenario) => {
    await using world = new SimulatedWorld(seed);

    await scenario(world);
  });
});
