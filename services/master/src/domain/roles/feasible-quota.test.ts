import type { RoleUpdate } from '@parley/common/contract';
import type { AgentId, FrameworkId, MonotonicMs, OfferId } from '@parley/common/kernel';
import { resources } from '@parley/common/resources';
import { emptyCluster } from '../cluster';
import type { OpenOffer } from '../offers/offer';
import { infeasibleQuotas } from './feasible-quota';

/** Counts how often its entries are looked at. */
class CountedOffers extends Map<OfferId, OpenOffer> {
  looks = 0;

  override *values(): MapIterator<OpenOffer> {
    for (const offer of super.values()) {
      this.looks += 1;
      yield offer;
    }
  }
}

const HELD = resources({ scalars: { cpus: 1_000 } });

function stage(roles: readonly string[]): {
  readonly cluster: ReturnType<typeof emptyCluster>;
  readonly offers: CountedOffers;
} {
  const offers = new CountedOffers();
  const cluster = { ...emptyCluster(new Map()), offers };
  for (const role of roles) {
    const offerId = role as OfferId;
    const frameworkId = 'f' as FrameworkId;
    const agentId = 'a' as AgentId;
    const madeAt = 0 as MonotonicMs;
    offers.set(offerId, {
      offerId,
      frameworkId,
      role,
      agentId,
      resources: HELD,
      madeAt,
      traceparent: '',
    });
    cluster.roleTree.charge(role, cluster.names.quantitiesOf(HELD));
  }
  return { cluster, offers };
}

function limited(role: string, cpus: number): RoleUpdate {
  return {
    role,
    weight: undefined,
    packing: undefined,
    quota: { guarantee: new Map(), limit: new Map([['cpus', cpus]]) },
  };
}

test('given an order about many roles with open offers, when it is judged, then every offer is looked at once, and none when all limits are kept', () => {
  const roles = Array.from({ length: 100 }, (_, index) => `role-${String(index)}`);
  const { cluster, offers } = stage(roles);

  expect(
    infeasibleQuotas(
      cluster,
      roles.map((role) => limited(role, 1_000)),
    ),
  ).toEqual([]);
  expect(offers.looks).toBe(0);
  expect(
    infeasibleQuotas(
      cluster,
      roles.map((role) => limited(role, 0)),
    ),
  ).toEqual([]);
  expect(offers.looks).toBe(100);
});

test('given something in use below a role, when its limit is set below that, then it is refused whatever is offered besides', () => {
  const { cluster } = stage(['eng/a', 'eng/b']);
  cluster.roleTree.charge('eng/a', cluster.names.quantitiesOf(HELD));

  const problems = infeasibleQuotas(cluster, [limited('eng', 500), limited('eng/b', 0)]);

  expect(problems.map(({ field }) => field)).toEqual(['updates[0].quota.limit.cpus']);
});
