import { ResourceNames } from '@parley/common/quantities';
import { formatResources } from '@parley/common/resources';

import { frameworkItem, GivenAllocator, held } from '../testing';
import { OfferableRests } from './offerable-rest';

test('given many claims, when the rest of one agent is asked for, then it is worked out once for all that may be offered the same of it', () => {
  const roles = ['x', 'x/y', ...Array.from({ length: 100 }, (_, index) => `r${String(index)}`)];
  const given = new GivenAllocator().withSnapshot([
    frameworkItem('f1', roles),
    frameworkItem('f2', roles, { capabilities: ['revocable-resources'] }),
  ]);
  const rests = new OfferableRests(new ResourceNames());
  const free = held('cpus(x):4;mem(x,x/y):2;cpus<revocable>:1;ports:[1-9]');

  const claims = [...(given.core.session?.mirror?.claims() ?? [])];
  const texts = new Set(claims.map((claim) => formatResources(rests.of(free, claim).rest)));

  expect(claims).toHaveLength(2 * roles.length);
  expect(texts.size).toBe(6);
  expect(rests.made).toBe(6);
});
