import type { AgentId } from '@parley/common/kernel';
import { containsResources, formatResources, resources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import { agentItem, frameworkItem, held, roleItem } from '../../testing';
import { amountsOf } from '../amounts';
import { Look } from '../look';
import { Mirror } from '../mirror';
import { ProposedTaking } from '../proposed-taking';
import { drf } from './drf/drf';
import { policyOf } from './policies';
import type { Policy } from './policy';
import { random } from './random/random';
import { strictPriority } from './strict-priority/strict-priority';

const AGENT = 'a1' as AgentId;

/** One agent with so much, and backlogged frameworks `name@role` that want tasks of one size. */
class Market {
  readonly #mirror: Mirror;
  readonly #look: Look;
  readonly #demands: ReadonlyMap<string, Resources>;
  readonly order: string[] = [];

  constructor(policy: Policy, total: string, demands: Readonly<Record<string, string>>) {
    this.#mirror = new Mirror({ policy, minAllocatable: [], region: '', fairnessExclude: [] });
    this.#look = new Look(this.#mirror);
    this.#demands = new Map(Object.entries(demands).map(([key, demand]) => [key, held(demand)]));
    this.#mirror.setAgent(agentItem(AGENT, total).agent);
    for (const key of this.#demands.keys()) {
      const [frameworkId, role] = key.split('@');
      this.#mirror.setFramework(frameworkItem(frameworkId!, [role!]).framework);
    }
  }

  weigh(role: string, weight: number): this {
    this.#mirror.setRole(roleItem(role, { weight }));
    return this;
  }

  /** Gives task after task to whom the policy puts first, until the task of the first does not fit any more. */
  fill(): this {
    const agent = this.#mirror.agents.get(AGENT)!;
    for (;;) {
      const claim = this.#look.next(agent)?.claim;
      if (claim === undefined) return this;
      const demand = this.#demands.get(`${claim.frameworkId}@${claim.role}`)!;
      if (!containsResources(this.#mirror.freeOf(agent), demand)) return this;
      const amounts = amountsOf(demand, this.#mirror.names);
      this.#mirror.ledger.propose(new ProposedTaking({ agent, claim, amounts }));
      this.order.push(claim.frameworkId);
    }
  }

  /** Tasks by framework. */
  get tasks(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const name of this.order) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  }

  get left(): string {
    return formatResources(this.#mirror.freeOf(this.#mirror.agents.get(AGENT)!));
  }
}

/** Policies that share fairly where nothing else was said: one case file for both. */
describe.each(['drf', 'strict-priority'] as const)('policy %s', (name) => {
  const policy = policyOf({ policy: name, priorities: new Map() });

  test('given the canonical example in two roles, when ties go to the second user, then it is traced as published', () => {
    // <9 CPU, 18 GB>; user A runs <1, 4>, user B <3, 1>. B is called b here and A z, so that ties go to B.
    const market = new Market(policy, 'cpus:9;mem:18', { 'z@zebras': 'cpus:1;mem:4', 'b@bees': 'cpus:3;mem:1' }).fill();

    expect(market.order).toEqual(['b', 'z', 'z', 'b', 'z']);
    expect(market.left).toBe('mem:4');
  });

  test('given the canonical example in one role, when ties go to the first user, then the allocation is the same', () => {
    const market = new Market(policy, 'cpus:9;mem:18', { 'a@same': 'cpus:1;mem:4', 'b@same': 'cpus:3;mem:1' }).fill();

    expect(market.order).toEqual(['a', 'b', 'a', 'b', 'a']);
    expect(market.tasks).toEqual({ a: 3, b: 2 });
  });

  test('given 100 cores and 10,000 GB, when tasks of <2, 300> and <6, 100> compete, then there are 20 and 10 of them', () => {
    const demands = { 'a@one': 'cpus:2;mem:300', 'b@two': 'cpus:6;mem:100' };

    expect(new Market(policy, 'cpus:100;mem:10000', demands).fill().tasks).toEqual({ a: 20, b: 10 });
  });

  test('given roles of weight 2 and 1, when both want the same, then the first gets twice as much', () => {
    const market = new Market(policy, 'cpus:9', { 'a@heavy': 'cpus:1', 'b@light': 'cpus:1' }).weigh('heavy', 2).fill();

    expect(market.tasks).toEqual({ a: 6, b: 3 });
  });

  test('given weights and different dominant resources, when filled, then weighted dominant shares are equal', () => {
    // a: 12 of 18 GB is 2/3, by weight 2 it is 1/3; b: 3 of 9 CPU is 1/3.
    const demands = { 'a@heavy': 'cpus:1;mem:2', 'b@light': 'cpus:1;mem:1' };
    const market = new Market(policy, 'cpus:9;mem:18', demands).weigh('heavy', 2).fill();

    expect(market.tasks).toEqual({ a: 6, b: 3 });
  });

  test('given a role with two frameworks beside a role with one, when filled, then roles are equal, not frameworks', () => {
    const demands = { 'a@crowd': 'cpus:1', 'b@crowd': 'cpus:1', 'c@single': 'cpus:1' };

    expect(new Market(policy, 'cpus:12', demands).fill().tasks).toEqual({ a: 3, b: 3, c: 6 });
  });

  test('given equal shares, when one was served less often, then it comes first whatever its name', () => {
    const standing = { share: 0.5, weight: 1, turn: 0, role: 'r' };

    expect(
      policy.compareRoles({ ...standing, name: 'z', allocations: 1 }, { ...standing, name: 'a', allocations: 2 }),
    ).toBeLessThan(0);
    expect(
      policy.compareFrameworks({ ...standing, name: 'z', allocations: 1 }, { ...standing, name: 'a', allocations: 1 }),
    ).toBeGreaterThan(0);
  });
});

describe('policy strict-priority with priorities', () => {
  const policy = strictPriority(
    new Map([
      ['prod', 10],
      ['idle', -1],
    ]),
  );

  test('given a role of higher priority with a backlog, when filled, then others get nothing', () => {
    const demands = { 'a@batch': 'cpus:1', 'b@prod': 'cpus:1', 'c@idle': 'cpus:1' };

    expect(new Market(policy, 'cpus:4', demands).fill().tasks).toEqual({ b: 4 });
  });

  test('given the same market under drf, when filled, then all get a part', () => {
    const demands = { 'a@batch': 'cpus:1', 'b@prod': 'cpus:1', 'c@idle': 'cpus:1' };

    expect(new Market(drf(), 'cpus:6', demands).fill().tasks).toEqual({ a: 2, b: 2, c: 2 });
  });
});

test('given exact thousandths, when shares are compared, then tenths of a core are exact', () => {
  const market = new Market(drf(), 'cpus:0.3', { 'a@one': 'cpus:0.1', 'b@two': 'cpus:0.1' }).fill();

  expect(market.tasks).toEqual({ a: 2, b: 1 });
  expect(market.left).toBe(formatResources(resources({})));
});

describe('policy random', () => {
  const many = 6_000;

  test('given roles of weight 3 and 1, when many picks are made, then they are proportional to the weights', () => {
    const demands = { 'a@heavy': 'cpus:1', 'b@light': 'cpus:1' };
    const { tasks } = new Market(random(), `cpus:${many}`, demands).weigh('heavy', 3).fill();

    expect(tasks['a']! / many).toBeGreaterThan(0.72);
    expect(tasks['a']! / many).toBeLessThan(0.78);
  });

  test('given nested roles, when many picks are made, then the chance of each is the product along its path', () => {
    const demands = { 'a@x/one': 'cpus:1', 'b@x/two': 'cpus:1', 'c@x': 'cpus:1', 'd@y': 'cpus:1' };
    const { tasks } = new Market(random(), `cpus:${many}`, demands).weigh('x/one', 2).fill();

    for (const [name, expected] of Object.entries({ a: 1 / 4, b: 1 / 8, c: 1 / 8, d: 1 / 2 })) {
      expect(Math.abs(tasks[name]! / many - expected)).toBeLessThan(0.03);
    }
  });

  test('given a framework of far lower weight than all others, when picks are made, then it comes up all the same', () => {
    const demands = { 'a@heavy': 'cpus:1', 'b@light': 'cpus:1' };
    const { tasks } = new Market(random(), `cpus:${many}`, demands).weigh('heavy', 100).fill();

    expect(tasks['b']).toBeGreaterThan(0);
  });
});
