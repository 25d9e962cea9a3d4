import * as fc from 'fast-check';
import type { AllocatorUp, FrameworkInfo, Offer, RoleUpdate } from '@parley/common/contract';
import type { AgentId, CallId, FrameworkId, MonotonicMs, ProposalId } from '@parley/common/kernel';
import { containsResources, plainOf } from '@parley/common/resources';
import { ancestorsOf } from '@parley/common/roles';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { EPOCH, res, taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedSession } from '../testing/played-peers';

const SEED = 20_261_122;

const WHAT = [
  'propose',
  'propose',
  'propose',
  'propose',
  'propose',
  'propose',
  'propose',
  'propose',
  'propose',
  'propose',
  'propose-nonsense',
  'propose-out-of-order',
  'accept',
  'accept',
  'decline',
  'decline',
  'end-task',
  'request',
  'suppress',
  'advance',
  'advance',
  'ask',
  'answer',
  'audited',
  'pong',
  'ready',
  'other-epoch',
  'close',
  'lose-agent',
] as const;

/** One thing that happens; numbers pick from whatever there is at that moment. */
const happening = fc.record({
  what: fc.constantFrom(...WHAT),
  a: fc.nat({ max: 1_000 }),
  b: fc.nat({ max: 1_000 }),
  c: fc.nat({ max: 1_000 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

const ROLES = ['eng/a', 'eng/b', 'eng', 'ops'] as const;
const AMOUNTS = [
  'cpus:1;mem:64',
  'cpus:4',
  'cpus:0.001',
  'cpus(eng):1',
  'cpus(eng):1;cpus:1',
  'cpus<revocable>:1;mem:32',
  'mem:64;disk(eng)<shared:data-1>:10',
  'cpus:2;mem:64;ports:[1-3]',
  'gold:5',
  '',
];
const TOTALS = [
  'cpus:8;mem:512',
  'cpus:4;mem:256;cpus(eng):2;cpus<revocable>:2;disk(eng)<shared:data-1>:10;ports:[1-9]',
];
/** By role, and whatever lies below it: thousandths of cpus. */
const CPU_LIMITS: ReadonlyMap<string, number> = new Map([
  ['eng', 5_000],
  ['eng/a', 3_000],
  ['ops', 1_000],
]);

interface Refused {
  readonly offer: Offer;
  readonly until: MonotonicMs;
}

/** A cluster whose allocator says anything, and frameworks and agents that go on beside it. */
class World {
  readonly given = new GivenMaster();
  readonly #gateway = this.given.gateway();
  readonly #agents: PlayedAgent[];
  readonly #sessions: PlayedSession[];
  /** Explicit refusals, which nothing but their time ends here. */
  #refused: Refused[] = [];
  #seen = 0;
  #proposals = 0;
  #tasks = 0;
  made = 0;

  constructor() {
    this.#agents = TOTALS.map((resources, number) => this.given.registerAgent({ id: `a${String(number)}`, resources }));
    const framework = (info: Partial<FrameworkInfo>): PlayedSession => this.given.subscribe(this.#gateway, { info });
    this.#sessions = [
      framework({ roles: ROLES, capabilities: ['revocable-resources', 'shared-resources'] }),
      framework({ roles: ['eng/b', 'ops'] }),
    ];
    const updates = [...CPU_LIMITS].map(([role, milli]): RoleUpdate => {
      const quota = { guarantee: new Map<string, number>(), limit: new Map([['cpus', milli]]) };
      return { role, weight: undefined, packing: undefined, quota };
    });
    this.given.query(this.#gateway, { query: 'update-roles', updates, force: false });
    this.given.allocatorReady('explain', 'shares', 'audit');
  }

  happen({ what, a, b, c }: Happening): void {
    const { given } = this;
    switch (what) {
      case 'propose':
      case 'propose-nonsense':
      case 'propose-out-of-order':
        this.#propose({ what, a, b, c });
        return;
      case 'accept':
      case 'decline':
        this.#useOffer({ what, a, b, c });
        return;
      case 'end-task':
        this.#endTask(a);
        return;
      case 'request': {
        const shapes = [{ resources: res('cpus:1'), count: 1 + (b % 9) }];
        const demands = [{ role: pick(ROLES, c), shapes: b % 4 === 0 ? undefined : shapes }];
        given.call(pick(this.#sessions, a), { call: 'request', callId: '' as CallId, demands });
        return;
      }
      case 'suppress':
        if (a % 6 === 0)
          given.call(pick(this.#sessions, a), { call: 'suppress', callId: '' as CallId, roles: [pick(ROLES, b)] });
        return;
      case 'advance':
        given.advance(a * (1 + (b % 20)));
        return;
      case 'ask':
        given.fromGateway(this.#gateway, {
          item: 'operator-query',
          requestId: 10_000 + a,
          query: { query: 'get-shares' },
        });
        return;
      case 'lose-agent': {
        const number = a % this.#agents.length;
        const { agentId } = this.#agents[number]!;
        const known = given.core.term.cluster.agents.get(agentId);
        if (known === undefined || known.tasks.size > 0) return;
        given.loseAgent(this.#agents[number]!);
        this.#agents[number] = given.registerAgent({ id: agentId, resources: TOTALS[number] ?? '' });
        return;
      }
      default:
        this.#speak({ what, a, b, c });
    }
  }

  /** Everything that must hold after each step. */
  faults(): readonly string[] {
    const faults = [...checkCluster(this.given.core)];
    for (const offer of this.#newOffers()) {
      this.made += 1;
      for (const refused of this.#refused) {
        if (this.given.now < refused.until && forbids(refused.offer, offer)) faults.push('a refusal was not kept');
      }
    }
    for (const [role, milli] of CPU_LIMITS) {
      if (this.#consumed(role) > milli) faults.push(`role ${role} consumes more than its limit`);
    }
    const { mirror, questions, cluster } = this.given.core.term;
    if (mirror.answers.length + mirror.filterItems.length > 0) faults.push('something waits to be told');
    if (questions.openCount > 16) faults.push('questions pile up');
    if (cluster.names.size > 10) faults.push('names of resources pile up');
    if (this.given.abandoned.length > 0) faults.push('the master gave up');
    return faults;
  }

  #newOffers(): readonly Offer[] {
    const items = this.given.toGateways.slice(this.#seen);
    this.#seen = this.given.toGateways.length;
    return items.flatMap(({ item }) =>
      item.item === 'session-event' && item.event.event === 'offers' ? item.event.offers : [],
    );
  }

  #propose({ what, a, b, c }: Happening): void {
    const inOrder = what !== 'propose-out-of-order' || a % 20 > 0;
    const nonsense = what === 'propose-nonsense';
    const item: AllocatorUp = {
      item: 'proposal',
      proposal: {
        proposalId: (inOrder ? this.#proposals + 1 : b) as ProposalId,
        basedOn: c,
        frameworkId: nonsense && a % 2 === 0 ? ('nobody' as FrameworkId) : pick(this.#sessions, b).frameworkId,
        role: nonsense ? 'nothing/such' : pick(ROLES, c),
        agentId: nonsense && b % 2 === 0 ? ('nowhere' as AgentId) : pick(this.#agents, a).agentId,
        resources: res(pick(AMOUNTS, a + b + c)),
        traceparent: '',
      },
    };
    this.#proposals += 1;
    this.#say(item);
  }

  #useOffer({ what, a, b }: Happening): void {
    const { given } = this;
    const open = [...given.core.term.cluster.offers.values()];
    const offer = open[a % Math.max(open.length, 1)];
    const session = this.#sessions.find(({ frameworkId }) => frameworkId === offer?.frameworkId);
    if (offer === undefined || session === undefined) return;
    if (what === 'accept') {
      const tasks = b % 3 === 0 ? ['cpus:1'] : ['cpus:0.5', 'mem:32', 'cpus:0.5'];
      given.accept(session, [offer.offerId], {
        tasks: tasks.map((resources) => {
          this.#tasks += 1;
          return taskOf({ id: `t${String(this.#tasks)}`, agent: offer.agentId, resources });
        }),
        refuseMs: 0,
      });
      return;
    }
    const refuseMs = 1_000 + b * 10;
    const told = given.offersTo(session).find(({ offerId }) => offerId === offer.offerId);
    if (told !== undefined) this.#refused.push({ offer: told, until: (given.now + refuseMs) as MonotonicMs });
    const call = { call: 'decline', callId: '' as CallId, offerIds: [offer.offerId], filters: { refuseMs } } as const;
    given.call(session, call);
  }

  #endTask(a: number): void {
    const { given } = this;
    const agent = pick(this.#agents, a);
    const tasks = [...(given.core.term.cluster.agents.get(agent.agentId)?.tasks.values() ?? [])];
    const task = tasks[a % Math.max(tasks.length, 1)];
    if (task === undefined) return;
    const { frameworkId, taskId, launchId } = task;
    given.update(agent, { framework: frameworkId, id: taskId, launch: launchId, state: 'finished' });
    const agentId = agent.agentId;
    const acknowledgements = [{ agentId, taskId, uuid: `${launchId}.finished` }];
    const session = this.#sessions.find((each) => each.frameworkId === frameworkId);
    if (session !== undefined) given.call(session, { call: 'acknowledge', callId: '' as CallId, acknowledgements });
  }

  /** What only the allocator says. */
  #speak({ what, a, b }: Happening): void {
    const { given } = this;
    const requestId = a % 5 === 0 ? a : b % 4;
    const differing = this.#agents.map(({ agentId }) => agentId).slice(a % 3);
    switch (what) {
      case 'answer':
        if (b % 4 === 0) this.#say({ item: 'shares', requestId, roles: [], frameworks: [], last: b % 2 === 0 });
        return;
      case 'audited':
        if (b % 6 === 0) this.#say({ item: 'audited', differing });
        return;
      case 'pong':
        this.#say({ item: 'pong', ping: a });
        return;
      case 'ready':
        this.#say({ item: 'ready', name: 'again', policy: 'none', capabilities: ['audit'] });
        return;
      case 'other-epoch':
        given.fromAllocatorIn({ ...EPOCH, revision: a }, { item: 'pong', ping: 1 });
        return;
      case 'close':
        if (a % 4 === 0) given.loseAllocator(b % 2 === 0 ? 'lost' : 'overloaded');
        return;
      default:
    }
  }

  /** The allocator says something in its present session; when there is none, or it was cut, the next one begins. */
  #say(item: AllocatorUp): void {
    this.given.fromAllocator(item);
    const { condition } = this.given.core.term.questions;
    if (condition.condition === 'present') return;
    this.given.advance(61_000);
    this.given.fromAllocator({ item: 'ready', name: 'next', policy: 'none', capabilities: ['shares', 'audit'] });
    this.#proposals = 0;
  }

  /** Counted anew from tasks and offers alone. */
  #consumed(role: string): number {
    let milli = 0;
    for (const agent of this.given.core.term.cluster.agents.values()) {
      milli += role === 'eng' ? (agent.total.scalars.get('cpus(eng)') ?? 0) : 0;
      for (const holding of agent.holdings.values()) {
        if (holding.role !== role && !ancestorsOf(holding.role).includes(role)) continue;
        for (const part of [holding.allocated, holding.offered]) milli += plainOf(part).scalars.get('cpus') ?? 0;
      }
    }
    return milli;
  }
}

function pick<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length]!;
}

function forbids(refused: Offer, offer: Offer): boolean {
  return (
    refused.frameworkId === offer.frameworkId &&
    refused.role === offer.role &&
    refused.agentId === offer.agentId &&
    containsResources(refused.resources, offer.resources)
  );
}

test('given an allocator that says anything, when it does, then nothing is promised twice, limits and refusals are kept, the master leads on and nothing piles up', () => {
  let made = 0;
  fc.assert(
    fc.property(fc.array(happening, { minLength: 20, maxLength: 80 }), (happenings) => {
      const world = new World();
      for (const each of happenings) {
        world.happen(each);
        expect(world.faults()).toEqual([]);
      }
      made += world.made;
      expect(world.given.toAllocator.length).toBeLessThan(20_000);
    }),
    { seed: SEED, numRuns: 100 },
  );
  expect(made).toBeGreaterThan(150);
});
