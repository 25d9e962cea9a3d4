import { findEtcd } from '@parley/common/testing';
import { RealWorld } from '../worlds/real/real-world';
import { SCENARIOS } from './scenarios';

jest.setTimeout(120_000);

// A failure elsewhere than in continuous integration may mean only that etcd is not installed: `npm test` installs it where it can.
test.each(SCENARIOS)('in the real world: %s', async (_title, scenario) => {
  await using world = new RealWorld(findEtcd(process.env));

  await scenario(world);
});
