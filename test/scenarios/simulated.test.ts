import { SimulatedWorld } from '../worlds/simulated/simulated-world';
import { SCENARIOS } from './scenarios';

test.each(SCENARIOS)('in the simulated world: %s', async (_title, scenario) => {
  await using world = new SimulatedWorld(1);

  await scenario(world);
});
