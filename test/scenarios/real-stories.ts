import { ETCD, RealWorld } from '../worlds/real/real-world';
import { SCENARIOS } from './scenarios';

const whenEtcd = ETCD === undefined ? test.skip : test; // PARLEY_ETCD

/**
 * Tests that every second scenario holds in the real world: those in even places, or in odd ones. Two files tell half of them each, so that two run at the
 * same time: a story is mostly processes that start, one after another.
 */
export function testRealStories(half: 'even' | 'odd'): void {
  const remainder = half === 'even' ? 0 : 1;
  const stories = SCENARIOS.filter((_story, place) => place % 2 === remainder);

  jest.setTimeout(120_000);

  whenEtcd.each(stories)('in the real world: %s', async (_title, scenario) => {
    await using world = new RealWorld();

    await scenario(world);
  });
}
