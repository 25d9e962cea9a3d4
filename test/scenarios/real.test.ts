import { ETCD, RealWorld } from '../worlds/real/real-world';
import { SCENARIOS } from './scenarios';

const whenEtcd = ETCD === undefined ? test.skip : test; // PARLEY_ETCD

jest.setTimeout(120_000);

whenEtcd.each(SCENARIOS)('in the real world: %s', async (_title, scenario) => {
  await using world = new RealWorld();

  await scenario(world);
});
