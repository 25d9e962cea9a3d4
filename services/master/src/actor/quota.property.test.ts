import type { RoleUpdate } from '@parley/common/contract';
import type { CallId, OfferId } from '@parley/common/kernel';
import { plainOf } from '@parley/common/resources';
import { ancestorsOf } from '@parley/common/roles';
import type { RoleTree } from '@parley/common/roles';
import fc from 'fast-check';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { res, taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

const ROLES = ['a', 'a/x', 'a/x/deep', 'a/y', 'b'];
const TOTAL = 'cpus:12;mem:4096;cpus(a):2;cpus(a,a/x):1;disk<revocable>:4';

type Act =
  | {
      readonly act: 'limit';
      readonly role: number;
      readonly cpus: number | undefined;
      readonly mem: number | undefined;
    }
  | { readonly act: 'guarantee'; readonly role: number; readonly cpus: number }
  | {
      readonly act: 'offer';
      readonly role: number;
      readonly agent: number;
      readonly part: number;
      readonly cpus: number;
    }
  | { readonly act: 'accept'; readonly offer: number; readonly cpus: number }
  | { readonly act: 'decline' | 'finish'; readonly which: number }
  | { readonly act: 'lose-agent' | 'return-agent'; readonly agent: number }
  | { readonly act: 'report'; readonly agent: number; readonly reserved: number };

const role = fc.nat(ROLES.length - 1);
const agent = fc.nat(1);
const amount = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
const few = fc.integer({ min: 1, max: 5 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('limit' as const), role, cpus: amount, mem: amount }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('guarantee' as const), role, cpus: few }) },
  {
    weight: 14,
    arbitrary: fc.record({ act: fc.constant('offer' as const), role, agent, part: fc.nat(3), cpus: few }),
  },
  { weight: 8, arbitrary: fc.record({ act: fc.constant('accept' as const), offer: fc.nat(9), cpus: few }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom('decline' as const, 'finish' as const), which: fc.nat(9) }),
  },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('report' as const), agent, reserved: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('lose-agent' as const, 'return-agent' as const), agent }) },
);

/** Whether the role, or one above it, consumes more than its limit of anything that was taken. */
function isBeyondLimit(tree: RoleTree, of: string, took: readonly number[]): boolean {
  return [of, ...ancestorsOf(of)].some((level) => {
    const { consumed = [], limit = [] } = tree.get(level) ?? {};
    return took.some((milli, number) => milli > 0 && (consumed[number] ?? 0) > (limit[number] ?? Infinity));
  });
}

/** A cluster whose allocator proposes anything and whose operator changes quotas as they like. */
class Play {
  readonly given = new GivenMaster({ settings: { minAllocatable: [], refuseMs: 10, refuseMaxMs: 10 } });
  readonly #gateway: PlayedGateway = this.given.gateway();
  readonly #agents: PlayedAgent[];
  readonly #framework: PlayedSession;
  readonly #held = new Map<OfferId, { readonly agent: PlayedAgent; readonly role: string; readonly offered: string }>();
  readonly #running: { readonly agent: PlayedAgent; readonly id: string }[] = [];
  #task = 0;
  launched = 0;
  refused = 0;

  constructor() {
    this.#agents = ['a1', 'a2'].map((id) => this.given.registerAgent({ id, resources: TOTAL }));
    this.#framework = this.given.subscribe(this.#gateway, {
      info: { roles: ROLES, capabilities: ['revocable-resources'] },
    });
    this.given.allocatorReady();
  }

  take(act: Act): void {
    switch (act.act) {
      case 'limit':
        this.#order(act.role, {
          guarantee: {},
          limit: { cpus: this.#near(act), mem: act.mem === undefined ? undefined : act.mem * 10 },
        });
        return;
      case 'guarantee':
        this.#order(act.role, { guarantee: { cpus: act.cpus }, limit: {} });
        return;
      case 'offer':
        this.#offer(act);
        return;
      case 'accept':
        this.#accept(act);
        return;
      case 'decline':
        this.#decline(act.which);
        return;
      case 'finish':
        this.#finish(act.which);
        return;
      case 'lose-agent':
      case 'return-agent':
        this.#turn(act);
        return;
      case 'report':
        this.#report(act);
        return;
    }
  }

  /** A limit close to what the role consumes is the one that is met soonest. */
  #near({ role, cpus }: Extract<Act, { act: 'limit' }>): number | undefined {
    const { names, roleTree } = this.given.core.term.cluster;
    const now = roleTree.get(ROLES[role] ?? '')?.consumed[names.numberOf('cpus')] ?? 0;
    return cpus === undefined ? undefined : Math.max(0, now / 1000 + (cpus % 4));
  }

  #order(role: number, said: { readonly guarantee: Amounts; readonly limit: Amounts }): void {
    const quota = { guarantee: milli(said.guarantee), limit: milli(said.limit) };
    const update: RoleUpdate = { role: ROLES[role] ?? '', weight: undefined, packing: undefined, quota };
    const query = { query: 'update-roles', updates: [update], force: true } as const;
    this.given.fromGateway(this.#gateway, { item: 'operator-query', requestId: (this.#task += 1), query });
  }

  #offer({ role, agent, part, cpus }: Extract<Act, { act: 'offer' }>): void {
    const played = this.#agents[agent];
    if (played === undefined) return;
    const parts = ['cpus', 'cpus(a)', 'cpus(a,a/x)', 'disk<revocable>'];
    const offered = `${parts[part] ?? 'cpus'}:${String(cpus)};mem:${String(cpus)}`;
    const name = ROLES[role] ?? '';
    const { frameworkId: framework } = this.#framework;
    const answer = this.given.propose({ framework, agent: played.agentId, role: name, resources: offered });
    if (answer?.item === 'offered') this.#held.set(answer.offerId, { agent: played, role: name, offered });
  }

  #accept({ offer, cpus }: Extract<Act, { act: 'accept' }>): void {
    const [offerId, held] = [...this.#held][offer % Math.max(1, this.#held.size)] ?? [];
    if (offerId === undefined || held === undefined) return;
    this.#held.delete(offerId);
    const id = `t${String((this.#task += 1))}`;
    const resources = cpus > 1 ? held.offered : `mem:1`;
    const task = taskOf({ id, agent: held.agent.agentId, resources });
    this.given.accept(this.#framework, [offerId], { tasks: [task], callId: id, refuseMs: 0 });
    const { cluster } = this.given.core.term;
    if (cluster.frameworks.get(this.#framework.frameworkId)?.tasks.has(task.task.taskId) !== true) {
      const result = this.given.resultOf(this.#framework, id);
      this.refused += result?.outcome === 'problem' && result.reason === 'quota-limit' ? 1 : 0;
      return;
    }
    this.launched += 1;
    this.#running.push({ agent: held.agent, id });
    const took = cluster.names.quantitiesOf(plainOf(res(resources)));
    expect(isBeyondLimit(cluster.roleTree, held.role, took)).toBe(false);
  }

  #decline(which: number): void {
    const offerId = [...this.#held.keys()][which % Math.max(1, this.#held.size)];
    if (offerId === undefined) return;
    this.#held.delete(offerId);
    const filters = { refuseMs: 0 };
    this.given.call(this.#framework, { call: 'decline', callId: '' as CallId, offerIds: [offerId], filters });
  }

  #finish(which: number): void {
    const [task] = this.#running.splice(which % Math.max(1, this.#running.length), 1);
    if (task === undefined) return;
    const launch = this.given.launchedOn(task.agent, task.id);
    const { frameworkId: framework } = this.#framework;
    this.given.update(task.agent, { framework, id: task.id, launch, state: 'finished' });
  }

  /** The agent's operator reserves more or less of it. */
  #report({ agent, reserved }: Extract<Act, { act: 'report' }>): void {
    const played = this.#agents[agent];
    if (played === undefined) return;
    const total = res(TOTAL.replace('cpus(a):2', `cpus(a):${String(2 + reserved)}`));
    this.given.fromAgent(played, { item: 'resources', total });
  }

  #turn({ act, agent }: Extract<Act, { act: 'lose-agent' | 'return-agent' }>): void {
    const played = this.#agents[agent];
    if (played === undefined) return;
    const { link } = this.given.core.term.cluster.agents.get(played.agentId) ?? {};
    if (act === 'lose-agent' && link !== undefined) {
      this.given.silent.add(played.stream);
      this.given.advance(200_000);
    } else if (act === 'return-agent' && link === undefined)
      this.#agents[agent] = this.given.registerAgent({ id: played.agentId, resources: TOTAL });
  }
}

type Amounts = Readonly<Record<string, number | undefined>>;

function milli(amounts: Amounts): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(amounts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value * 1000] as const])),
  );
}

test('whatever operators order and allocators propose, a launch is accepted only within every limit, and what is counted is what is held', () => {
  let launched = 0;
  let refused = 0;
  const holds = fc.property(fc.array(act, { minLength: 60, maxLength: 80 }), (acts) => {
    const play = new Play();
    for (const each of acts) {
      play.take(each);
      expect(checkCluster(play.given.core)).toEqual([]);
    }
    launched += play.launched;
    refused += play.refused;
  });

  fc.assert(holds, { seed: 20_261_122, numRuns: 25 });

  // The plays are no good unless both happened, many times.
  expect(launched).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(1);
});
