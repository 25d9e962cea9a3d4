import * as fc from 'fast-check';
import type { AgentUp, GatewayUp, OperatorQuery } from '@parley/common/contract';
import type {
  AgentId,
  CallId,
  FrameworkId,
  LaunchId,
  LinkNumber,
  OfferId,
  StreamId,
  TaskId,
  WallMs,
} from '@parley/common/kernel';
import { NO_EPOCH, linkNumberOf } from '@parley/common/kernel';
import type { TaskState } from '@parley/common/tasks';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { EPOCH, reportedOf, res, taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

const SEED = 20_261_121;

/** What may happen; the ordinary more often than the rare, so that there is something for the rare to disturb. */
const ORDINARY = [
  'propose',
  'propose',
  'propose',
  'accept',
  'accept',
  'accept',
  'decline',
  'update',
  'update',
  'update',
  'acknowledge',
  'acknowledge',
  'stored',
  'advance',
  'register-agent',
  'subscribe',
  'finish-writes',
] as const;
const RARE = [
  'lose-agent',
  'half-registration',
  'resubscribe',
  'close-session',
  'lose-gateway',
  'suppress',
  'revive',
  'kill',
  'reconcile',
  'resources',
  'teardown',
  'update-framework',
  'query',
  'order',
  'order',
  'order',
  'answer-inverse',
  'lose-allocator',
  'hold-writes',
  'advance-far',
  'stall',
  'silence',
  'nonsense-agent',
  'nonsense-gateway',
  'other-epoch',
] as const;

/** One thing that happens; numbers pick from whatever there is at that moment. */
const happening = fc.record({
  what: fc.oneof(
    { arbitrary: fc.constantFrom(...ORDINARY), weight: 5 },
    { arbitrary: fc.constantFrom(...RARE), weight: 1 },
  ),
  a: fc.nat({ max: 1_000 }),
  b: fc.nat({ max: 1_000 }),
  c: fc.nat({ max: 1_000 }),
});

type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

const STATES: readonly TaskState[] = [
  'starting',
  'running',
  'killing',
  'finished',
  'failed',
  'killed',
  'dropped',
  'gone',
  'lost',
];
const AMOUNTS = [
  'cpus:1;mem:64',
  'cpus:0.5;mem:32',
  'cpus:4;mem:4096',
  'cpus:2',
  'mem:100',
  'cpus:1;mem:64;ports:[31000-31002]',
];

/** A cluster that is treated badly. */
class World {
  readonly given = new GivenMaster({ settings: { removalShare: 1, failoverTimeoutMs: 200_000 } });
  readonly agents: PlayedAgent[] = [];
  readonly gateways: PlayedGateway[] = [];
  readonly sessions: PlayedSession[] = [];
  #calls = 0;

  constructor() {
    this.gateways.push(this.given.gateway());
    this.given.allocatorReady();
  }

  happen({ what, a, b, c }: Happening): void {
    const { given } = this;
    switch (what) {
      case 'register-agent':
        if (b % 6 !== 0 && this.agents.some((agent) => agent.agentId === `a${String(a % 4)}`)) return;
        this.agents.push(
          given.registerAgent({
            id: `a${String(a % 4)}`,
            resources: 'cpus:4;mem:4096;ports:[31000-31010]',
            tasks: this.#reported(a, b),
          }),
        );
        return;
      case 'half-registration': {
        const peer = { stream: given.agentStream(), link: linkNumberOf(1_000 + a) };
        const info = {
          agentId: `a${String(b % 4)}` as AgentId,
          hostname: '',
          resources: res('cpus:1'),
          attributes: [],
          domain: undefined,
        };
        given.fromAgent(
          peer,
          { item: 'register-begin', info, bootId: '' },
          { item: 'register-tasks', tasks: this.#reported(b, c) },
        );
        if (c % 2 === 0) given.fromAgent(peer, { item: 'register-end', count: c });
        return;
      }
      case 'lose-agent': {
        this.#with(this.agents, a, (agent) => given.loseAgent(agent));
        return;
      }
      case 'subscribe':
      case 'resubscribe':
        if (b % 4 !== 0 && this.sessions.length > 3) return;
        {
          this.#with(this.gateways, a, (gateway) =>
            this.#subscribe(gateway, what === 'resubscribe' ? b : undefined, c),
          );
          return;
        }
      case 'close-session': {
        this.#with(this.sessions, a, ({ gateway, session, frameworkId, stamp }) =>
          given.fromGateway(gateway, { item: 'session-closed', session, frameworkId, stamp, clean: b % 2 === 0 }),
        );
        return;
      }
      case 'lose-gateway':
        if (c % 3 !== 0) return;
        {
          this.#with(this.gateways, a, (gateway) => {
            given.loseGateway(gateway);
            this.gateways.splice(a % this.gateways.length, 1, given.gateway({ id: `g${String(b % 2)}` }));
          });
          return;
        }
      case 'propose': {
        this.#propose(a, b, c);
        return;
      }
      case 'accept': {
        this.#with(this.sessions, a, (session) => this.#accept(session, c));
        return;
      }
      case 'decline': {
        this.#with(this.sessions, a, (session) =>
          given.call(session, {
            call: 'decline',
            callId: this.#callId(b),
            offerIds: this.#offers(b),
            filters: { refuseMs: [undefined, 0, -1, 1e18, 50_000][c % 5] },
          }),
        );
        return;
      }
      case 'suppress':
      case 'revive': {
        this.#with(this.sessions, a, (session) =>
          given.call(session, { call: what, callId: this.#callId(b), roles: [[], ['*'], ['nobody']][c % 3]! }),
        );
        return;
      }
      case 'kill': {
        this.#with(this.sessions, a, (session) =>
          given.call(session, {
            call: 'kill',
            callId: this.#callId(b),
            taskId: this.#taskId(b),
            agentId: c % 3 === 0 ? ('a1' as AgentId) : undefined,
            graceMs: [undefined, 5, -5][c % 3],
          }),
        );
        return;
      }
      case 'reconcile': {
        this.#with(this.sessions, a, (session) =>
          given.call(session, {
            call: 'reconcile',
            callId: this.#callId(b),
            tasks: c % 2 === 0 ? [] : [{ taskId: this.#taskId(b), agentId: `a${String(c % 5)}` as AgentId }],
          }),
        );
        return;
      }
      case 'acknowledge': {
        this.#with(this.sessions, a, (session) => this.#acknowledge(session, b, c));
        return;
      }
      case 'teardown': {
        this.#with(
          this.sessions,
          a,
          (session) => b % 4 === 0 && given.call(session, { call: 'teardown', callId: this.#callId(c) }),
        );
        return;
      }
      case 'update-framework': {
        this.#with(this.sessions, a, (session) =>
          given.call(session, {
            call: 'update-framework',
            callId: this.#callId(b),
            info: given.info({ roles: [['*'], ['x', '*'], [], ['x']][c % 4]! }),
            suppressedRoles: [],
          }),
        );
        return;
      }
      default:
        this.#happenBelow({ what, a, b, c });
    }
  }

  #happenBelow({ what, a, b, c }: Happening): void {
    const { given } = this;
    switch (what) {
      case 'update':
      case 'stored': {
        this.#with(this.agents, a, (agent) => this.#report(agent, b, c));
        return;
      }
      case 'resources': {
        this.#with(this.agents, a, (agent) =>
          given.fromAgent(agent, {
            item: 'resources',
            total: res(['cpus:4;mem:4096;ports:[31000-31010]', 'cpus:1;mem:64', 'cpus:8;mem:8192'][b % 3]!),
          }),
        );
        return;
      }
      case 'query': {
        this.#with(this.gateways, a, (gateway) => {
          const frameworkId = (this.sessions[b % Math.max(1, this.sessions.length)]?.frameworkId ??
            'none') as FrameworkId;
          const taskId = this.#taskId(b);
          const queries = [
            { query: 'get-state' },
            { query: 'watch', resumeAfter: c },
            { query: 'kill', frameworkId, taskId, graceMs: undefined },
            { query: 'list-files', frameworkId, taskId, path: '' },
          ] as const;
          given.fromGateway(gateway, { item: 'operator-query', requestId: c, query: queries[b % 4]! });
        });
        return;
      }
      case 'order': {
        this.#with(this.gateways, a, (gateway) =>
          given.fromGateway(gateway, { item: 'operator-query', requestId: c, query: this.#order(b, c) }),
        );
        return;
      }
      case 'answer-inverse': {
        this.#with(this.sessions, a, (session) =>
          given.call(session, {
            call: b % 2 === 0 ? 'accept-inverse' : 'decline-inverse',
            callId: this.#callId(b),
            inverseOfferIds: [...given.core.term.cluster.inverseOffers.keys(), 'O-1-6-1' as OfferId].slice(c % 3),
            filters: { refuseMs: [undefined, 0, -1, 1e18][c % 4] },
          }),
        );
        return;
      }
      case 'lose-allocator':
        given.loseAllocator();
        given.advance(20_000);
        given.fromAllocator({ item: 'ready', name: 'test', policy: 'none', capabilities: [] });
        return;
      case 'finish-writes':
        given.holdWrites = false;
        given.finishWrites();
        return;
      case 'hold-writes':
        given.holdWrites = true;
        return;
      case 'advance':
        given.advance(a * 10);
        return;
      case 'advance-far':
        given.advance(a * 300);
        return;
      case 'stall':
        given.stall(a * 100);
        return;
      case 'silence': {
        this.#with(this.agents, a, (agent) => given.silent.add(agent.stream));
        return;
      }
      case 'nonsense-agent': {
        this.#with(this.agents, a, (agent) => given.fromAgent(agent, this.#nonsenseOfAgent(b)));
        return;
      }
      case 'nonsense-gateway': {
        this.#with(this.gateways, a, (gateway) => given.fromGateway(gateway, this.#nonsenseOfGateway(b)));
        return;
      }
      case 'other-epoch':
      default: {
        this.#with(this.agents, a, (agent) => {
          const items: readonly AgentUp[] = [{ item: 'register-end', count: 0 }];
          const message = { epoch: NO_EPOCH, link: agent.link, sequence: 9, items };
          given.step({ input: 'agent-stream', event: { event: 'message', stream: agent.stream, message } });
        });
        return;
      }
    }
  }

  /** What an operator may order, sound or not. */
  #order(b: number, c: number): OperatorQuery {
    const agentId = `a${String(c % 6)}` as AgentId;
    const hostnames = ['a0.test', 'a1.test', 'a1.test'].slice(0, c % 5);
    const startsAt = (1_767_225_600_000 + this.given.now + (c - 500) * 200) as WallMs;
    const quota = {
      guarantee: new Map([['cpus', (c % 5) * 1_000]]),
      limit: new Map(c % 2 === 0 ? [['cpus', (b % 9) * 1_000]] : []),
    };
    const update = {
      role: ['*', 'x', 'x/y', ''][c % 4]!,
      weight: [undefined, 2, -1][c % 3],
      packing: undefined,
      quota,
    };
    const orders: readonly OperatorQuery[] = [
      { query: 'deactivate-agent', agentId },
      { query: 'reactivate-agent', agentId },
      { query: 'update-whitelist', hostnames: b % 3 === 0 ? hostnames : undefined },
      {
        query: 'update-maintenance',
        windows: [{ hostnames, unavailability: { startsAt, durationMs: [undefined, 0, -1, 60_000][b % 4] } }],
      },
      { query: 'update-roles', updates: [update], force: b % 2 === 0 },
      { query: 'get-maintenance' },
      { query: 'get-whitelist' },
    ];
    return orders[b % orders.length]!;
  }

  /** Mostly the newest, who most probably count; sometimes the old, whose word must not. */
  #with<Item>(items: readonly Item[], pick: number, then: (item: Item) => unknown): void {
    const from = pick % 8 === 0 ? items : items.slice(-4);
    const item = from[pick % Math.max(1, from.length)];
    if (item !== undefined) then(item);
  }

  #subscribe(gateway: PlayedGateway, resume: number | undefined, c: number): void {
    const again = resume === undefined ? undefined : this.sessions[resume % Math.max(1, this.sessions.length)];
    const info = {
      ...(again === undefined ? {} : { frameworkId: again.frameworkId }),
      failoverTimeoutMs: [undefined, 0, 1_000][c % 3],
    };
    const session = this.given.sendSubscribe(gateway, {
      info,
      ...(again !== undefined && c % 2 === 0 ? { stamp: again.stamp } : {}),
    });
    const answer = this.given.toGateways.findLast(
      ({ item }) => item.item === 'session-subscribed' && item.session === session,
    )?.item;
    if (answer?.item === 'session-subscribed')
      this.sessions.push({ gateway, session, frameworkId: answer.frameworkId, stamp: answer.stamp });
  }

  #propose(a: number, b: number, c: number): void {
    const { cluster } = this.given.core.term;
    const counting = this.sessions.filter(
      ({ frameworkId, session }) => cluster.frameworks.get(frameworkId)?.session?.number === session,
    );
    const active = this.agents.filter(({ agentId }) => cluster.agents.get(agentId)?.lifecycle.state === 'active');
    const sessions = a % 8 === 0 ? this.sessions : counting;
    const agents = b % 8 === 0 ? this.agents : active;
    const framework = sessions[a % Math.max(1, sessions.length)]?.frameworkId;
    const agent = agents[b % Math.max(1, agents.length)]?.agentId;
    if (framework !== undefined && agent !== undefined)
      this.given.propose({ framework, agent, resources: AMOUNTS[c % AMOUNTS.length]! });
  }

  #accept(session: PlayedSession, c: number): void {
    const { cluster } = this.given.core.term;
    const own = [...cluster.offers.values()]
      .filter((offer) => offer.frameworkId === session.frameworkId)
      .slice(0, 1 + (c % 2));
    if (own.length === 0 && c % 9 !== 0) return;
    const offers = c % 9 === 0 ? this.#offers(c) : own.map((offer) => offer.offerId);
    const agent = c % 7 === 0 ? ('other' as AgentId) : (own[0]?.agentId ?? ('a1' as AgentId));
    const tasks = Array.from({ length: c % 3 }, (_, index) =>
      taskOf({ id: `t${String((c + index) % 30)}`, agent, resources: AMOUNTS[(c + index) % AMOUNTS.length]! }),
    );
    this.given.accept(session, offers, { tasks, callId: this.#callId(c) });
  }

  #acknowledge(session: PlayedSession, b: number, c: number): void {
    const tasks = [...(this.given.core.term.cluster.frameworks.get(session.frameworkId)?.tasks.values() ?? [])];
    const task = tasks[b % Math.max(1, tasks.length)];
    const uuid = c % 5 === 0 ? 'wrong' : (task?.unacknowledged?.uuid ?? '');
    const acknowledgements = [
      { agentId: task?.agentId ?? ('a1' as AgentId), taskId: task?.taskId ?? this.#taskId(c), uuid },
    ];
    this.given.call(session, { call: 'acknowledge', callId: '' as CallId, acknowledgements });
  }

  #report(agent: PlayedAgent, b: number, c: number): void {
    const tasks = [...(this.given.core.term.cluster.agents.get(agent.agentId)?.tasks.values() ?? [])];
    const task = tasks[b % Math.max(1, tasks.length)];
    if (task === undefined) return;
    if (c % 4 === 0)
      this.given.fromAgent(
        agent,
        { item: 'launch-stored', launchId: task.launchId },
        { item: 'kill-stored', frameworkId: task.frameworkId, taskId: task.taskId },
      );
    else
      this.given.update(agent, {
        framework: task.frameworkId,
        id: task.taskId,
        launch: task.launchId,
        state: STATES[c % STATES.length]!,
      });
  }

  /** Launches of earlier leaders; their ids stand for one task of one framework, as launch ids do. */
  #reported(a: number, b: number): ReturnType<typeof reportedOf>[] {
    const frameworks = ['F-0-0-1' as FrameworkId, ...this.sessions.map((session) => session.frameworkId)];
    return Array.from({ length: a % 3 }, (_, index) => {
      const number = b % 5 === 0 ? 0 : (a + index) % frameworks.length;
      const task = (b + index) % 30;
      return reportedOf({
        framework: frameworks[number]!,
        id: `t${String(task)}`,
        launch: `1-${String(b % 7)}-${String(1_000 * frameworks.indexOf(frameworks[number]!) + task)}`,
        state: STATES[(a + b) % STATES.length]!,
      });
    });
  }

  #offers(b: number): readonly OfferId[] {
    const open = [...this.given.core.term.cluster.offers.keys()];
    const picked = open.slice(b % Math.max(1, open.length), (b % Math.max(1, open.length)) + 1 + (b % 2));
    return b % 11 === 0 ? [...picked, 'O-1-6-1' as OfferId] : picked;
  }

  #callId(pick: number): CallId {
    return (pick % 4 === 0 ? '' : pick % 7 === 0 ? 'same' : `call ${String((this.#calls += 1))}`) as CallId;
  }

  #taskId(pick: number): TaskId {
    return `t${String(pick % 30)}` as TaskId;
  }

  #nonsenseOfAgent(pick: number): AgentUp {
    const launchId = 'nothing' as LaunchId;
    const frameworkId = 'F-9-9-9' as FrameworkId;
    const options: readonly AgentUp[] = [
      { item: 'register-end', count: 3 },
      { item: 'register-tasks', tasks: [] },
      { item: 'launch-stored', launchId },
      { item: 'kill-stored', frameworkId, taskId: 'x' as TaskId },
      { item: 'pong', ping: 1e9 },
      { item: 'file-answer', requestId: pick, answer: { answer: 'files', entries: [], truncated: false } },
    ];
    return options[pick % options.length]!;
  }

  #nonsenseOfGateway(pick: number): GatewayUp {
    const options: readonly GatewayUp[] = [
      { item: 'pong', ping: -1 },
      { item: 'operator-cancel', requestId: pick },
      {
        item: 'session-closed',
        session: pick,
        frameworkId: 'nobody' as FrameworkId,
        stamp: { epoch: EPOCH, counter: pick },
        clean: true,
      },
      { item: 'hello', gatewayId: 'somebody-else' as never },
    ];
    return options[pick % options.length]!;
  }
}

test('whatever happens in whatever order, nothing throws, resources are conserved and offers return once', () => {
  const holds = fc.property(fc.array(happening, { minLength: 150, maxLength: 250, size: 'max' }), (happenings) => {
    const world = new World();
    const returned = new Set<OfferId>();
    let seen = 0;
    for (const next of happenings) {
      world.happen(next);
      expect(checkCluster(world.given.core)).toEqual([]);
      for (const event of world.given.events.slice(seen)) {
        if (event.event !== 'offer-ended') continue;
        expect(returned.has(event.offerId)).toBe(false);
        returned.add(event.offerId);
      }
      seen = world.given.events.length;
    }
  });

  fc.assert(holds, { seed: SEED, numRuns: 40 });
});

test('whatever happens, every proposal is answered exactly once within its session', () => {
  const holds = fc.property(fc.array(happening, { minLength: 60, maxLength: 120, size: 'max' }), (happenings) => {
    const world = new World();
    for (const next of happenings) world.happen(next);

    const { given } = world;
    const sessions = given.toAllocator.reduce<number[][]>((all, item) => {
      if (item.item === 'begin') all.push([]);
      if (item.item === 'offered' || item.item === 'refused') all.at(-1)?.push(item.proposalId);
      return all;
    }, []);
    for (const answered of sessions) expect(answered).toEqual(answered.map((_, index) => index + 1));
  });

  fc.assert(holds, { seed: SEED, numRuns: 40 });
});

test('given streams nobody knows, when they speak or close, then nothing happens', () => {
  const given = new GivenMaster();
  const stream = 99 as StreamId;
  const message = { epoch: EPOCH, link: 1 as LinkNumber, sequence: 1, items: [] };
  const end = { kind: 'lost', message: '' } as const;
  for (const input of ['agent-stream', 'gateway-stream', 'allocator-stream'] as const) {
    given.step({ input, event: { event: 'message', stream, message } });
    given.step({ input, event: { event: 'closed', stream, end } });
  }

  expect(given.ended).toEqual([]);
});
