import type { AgentUp } from '@parley/common/contract';
import type { AgentId, CallId, FrameworkId, OfferId, TaskId } from '@parley/common/kernel';
import { NO_EPOCH, linkNumberOf } from '@parley/common/kernel';
import type { TaskState } from '@parley/common/tasks';
import { GivenMaster } from './given-master';
import type { Happening, Happens, Picks } from './happenings';
import { anyOrder, nonsenseOfAgent, nonsenseOfGateway, oneOf } from './odd-words';
import { reportedOf, res, taskOf } from './played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from './played-peers';

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

/** A cluster that is treated badly: whatever {@link Happening} says happens to whomever there is. */
export class MistreatedCluster {
  readonly given = new GivenMaster({ settings: { removalShare: 1, failoverTimeoutMs: 200_000 } });
  readonly agents: PlayedAgent[] = [];
  readonly gateways: PlayedGateway[] = [];
  readonly sessions: PlayedSession[] = [];
  #calls = 0;

  constructor() {
    this.gateways.push(this.given.gateway());
    this.given.allocatorReady();
  }

  happen({ what, ...picks }: Happening): void {
    this.#ways[what](picks);
  }

  readonly #ways: Readonly<Record<Happens, (picks: Picks) => void>> = {
    // Agents.
    'register-agent': ({ a, b }) => {
      const id = `a${String(a % 4)}`;
      if (b % 6 !== 0 && this.agents.some(({ agentId }) => agentId === id)) return;
      const resources = 'cpus:4;mem:4096;ports:[31000-31010]';
      this.agents.push(this.given.registerAgent({ id, resources, tasks: this.#reported(a, b) }));
    },
    'half-registration': ({ a, b, c }) => {
      const peer = { stream: this.given.agentStream(), link: linkNumberOf(1_000 + a) };
      const agentId = `a${String(b % 4)}` as AgentId;
      const info = { agentId, hostname: '', resources: res('cpus:1'), attributes: [], domain: undefined };
      const tasks = this.#reported(b, c);
      this.given.fromAgent(peer, { item: 'register-begin', info, bootId: '' }, { item: 'register-tasks', tasks });
      if (c % 2 === 0) this.given.fromAgent(peer, { item: 'register-end', count: c });
    },
    'lose-agent': ({ a }) => this.#with(this.agents, a, (agent) => this.given.loseAgent(agent)),
    update: (picks) => this.#with(this.agents, picks.a, (agent) => this.#report(agent, picks)),
    stored: (picks) => this.#with(this.agents, picks.a, (agent) => this.#report(agent, picks)),
    resources: ({ a, b }) => {
      const total = res(oneOf(b, ['cpus:4;mem:4096;ports:[31000-31010]', 'cpus:1;mem:64', 'cpus:8;mem:8192']));
      this.#with(this.agents, a, (agent) => this.given.fromAgent(agent, { item: 'resources', total }));
    },
    silence: ({ a }) => this.#with(this.agents, a, (agent) => this.given.silent.add(agent.stream)),
    'nonsense-agent': ({ a, b }) =>
      this.#with(this.agents, a, (agent) => this.given.fromAgent(agent, nonsenseOfAgent(b))),
    'other-epoch': ({ a }) =>
      this.#with(this.agents, a, ({ link, stream }) => {
        const items: readonly AgentUp[] = [{ item: 'register-end', count: 0 }];
        const message = { epoch: NO_EPOCH, link, sequence: 9, items };
        this.given.step({ input: 'agent-stream', event: { event: 'message', stream, message } });
      }),

    // Gateways and frameworks.
    subscribe: ({ a, b, c }) => this.#subscribeSome({ a, b, c }, undefined),
    resubscribe: ({ a, b, c }) => this.#subscribeSome({ a, b, c }, b),
    'close-session': ({ a, b }) =>
      this.#with(this.sessions, a, ({ gateway, session, frameworkId, stamp }) =>
        this.given.fromGateway(gateway, { item: 'session-closed', session, frameworkId, stamp, clean: b % 2 === 0 }),
      ),
    'lose-gateway': ({ a, b, c }) => {
      if (c % 3 !== 0) return;
      this.#with(this.gateways, a, (gateway) => {
        this.given.loseGateway(gateway);
        this.gateways.splice(a % this.gateways.length, 1, this.given.gateway({ id: `g${String(b % 2)}` }));
      });
    },
    'nonsense-gateway': ({ a, b }) =>
      this.#with(this.gateways, a, (gateway) => this.given.fromGateway(gateway, nonsenseOfGateway(b))),
    accept: ({ a, c }) => this.#with(this.sessions, a, (session) => this.#accept(session, c)),
    decline: ({ a, b, c }) =>
      this.#with(this.sessions, a, (session) => {
        const filters = { refuseMs: oneOf(c, [undefined, 0, -1, 1e18, 50_000]) };
        this.given.call(session, { call: 'decline', callId: this.#callId(b), offerIds: this.#offers(b), filters });
      }),
    suppress: (picks) => this.#wantOrNot('suppress', picks),
    revive: (picks) => this.#wantOrNot('revive', picks),
    kill: ({ a, b, c }) =>
      this.#with(this.sessions, a, (session) => {
        const [callId, taskId] = [this.#callId(b), taskIdOf(b)];
        const agentId = c % 3 === 0 ? ('a1' as AgentId) : undefined;
        this.given.call(session, { call: 'kill', callId, taskId, agentId, graceMs: oneOf(c, [undefined, 5, -5]) });
      }),
    reconcile: ({ a, b, c }) =>
      this.#with(this.sessions, a, (session) => {
        const tasks = c % 2 === 0 ? [] : [{ taskId: taskIdOf(b), agentId: `a${String(c % 5)}` as AgentId }];
        this.given.call(session, { call: 'reconcile', callId: this.#callId(b), tasks });
      }),
    acknowledge: ({ a, b, c }) => this.#with(this.sessions, a, (session) => this.#acknowledge(session, b, c)),
    teardown: ({ a, b, c }) =>
      this.#with(this.sessions, a, (session) => {
        if (b % 4 === 0) this.given.call(session, { call: 'teardown', callId: this.#callId(c) });
      }),
    'update-framework': ({ a, b, c }) =>
      this.#with(this.sessions, a, (session) => {
        const info = this.given.info({ roles: oneOf(c, [['*'], ['x', '*'], [], ['x']]) });
        this.given.call(session, { call: 'update-framework', callId: this.#callId(b), info, suppressedRoles: [] });
      }),
    'answer-inverse': ({ a, b, c }) =>
      this.#with(this.sessions, a, (session) =>
        this.given.call(session, {
          call: b % 2 === 0 ? 'accept-inverse' : 'decline-inverse',
          callId: this.#callId(b),
          inverseOfferIds: [...this.given.core.term.cluster.inverseOffers.keys(), 'O-1-6-1' as OfferId].slice(c % 3),
          filters: { refuseMs: oneOf(c, [undefined, 0, -1, 1e18]) },
        }),
      ),

    // Operators, the allocator, the registry and time.
    query: ({ a, b, c }) =>
      this.#with(this.gateways, a, (gateway) => {
        const frameworkId =
          this.sessions[b % Math.max(1, this.sessions.length)]?.frameworkId ?? ('none' as FrameworkId);
        const taskId = taskIdOf(b);
        const queries = [
          { query: 'get-state' },
          { query: 'watch', resumeAfter: c },
          { query: 'kill', frameworkId, taskId, graceMs: undefined },
          { query: 'list-files', frameworkId, taskId, path: '' },
        ] as const;
        this.given.fromGateway(gateway, { item: 'operator-query', requestId: c, query: oneOf(b, queries) });
      }),
    order: ({ a, b, c }) =>
      this.#with(this.gateways, a, (gateway) => {
        const query = anyOrder({ b, c }, this.given.now);
        this.given.fromGateway(gateway, { item: 'operator-query', requestId: c, query });
      }),
    propose: (picks) => this.#propose(picks),
    'lose-allocator': () => {
      this.given.loseAllocator();
      this.given.advance(20_000);
      this.given.fromAllocator({ item: 'ready', name: 'test', policy: 'none', capabilities: [] });
    },
    'finish-writes': () => {
      this.given.holdWrites = false;
      this.given.finishWrites();
    },
    'hold-writes': () => {
      this.given.holdWrites = true;
    },
    advance: ({ a }) => this.given.advance(a * 10),
    'advance-far': ({ a }) => this.given.advance(a * 300),
    stall: ({ a }) => this.given.stall(a * 100),
  };

  /** Mostly the newest, who most probably count; sometimes the old, whose word must not. */
  #with<Item>(items: readonly Item[], pick: number, then: (item: Item) => unknown): void {
    const from = pick % 8 === 0 ? items : items.slice(-4);
    const item = from[pick % Math.max(1, from.length)];
    if (item !== undefined) then(item);
  }

  #subscribeSome({ a, b, c }: Picks, resume: number | undefined): void {
    if (b % 4 !== 0 && this.sessions.length > 3) return;
    this.#with(this.gateways, a, (gateway) => this.#subscribe(gateway, resume, c));
  }

  #subscribe(gateway: PlayedGateway, resume: number | undefined, c: number): void {
    const again = resume === undefined ? undefined : this.sessions[resume % Math.max(1, this.sessions.length)];
    const info = {
      ...(again === undefined ? {} : { frameworkId: again.frameworkId }),
      failoverTimeoutMs: oneOf(c, [undefined, 0, 1_000]),
    };
    const stamp = again !== undefined && c % 2 === 0 ? { stamp: again.stamp } : {};
    const session = this.given.sendSubscribe(gateway, { info, ...stamp });
    const answer = this.given.toGateways.findLast(
      ({ item }) => item.item === 'session-subscribed' && item.session === session,
    )?.item;
    if (answer?.item === 'session-subscribed')
      this.sessions.push({ gateway, session, frameworkId: answer.frameworkId, stamp: answer.stamp });
  }

  #wantOrNot(call: 'suppress' | 'revive', { a, b, c }: Picks): void {
    this.#with(this.sessions, a, (session) =>
      this.given.call(session, { call, callId: this.#callId(b), roles: oneOf(c, [[], ['*'], ['nobody']]) }),
    );
  }

  #propose({ a, b, c }: Picks): void {
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
      this.given.propose({ framework, agent, resources: oneOf(c, AMOUNTS) });
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
      taskOf({ id: taskIdOf(c + index), agent, resources: oneOf(c + index, AMOUNTS) }),
    );
    this.given.accept(session, offers, { tasks, callId: this.#callId(c) });
  }

  #acknowledge(session: PlayedSession, b: number, c: number): void {
    const tasks = [...(this.given.core.term.cluster.frameworks.get(session.frameworkId)?.tasks.values() ?? [])];
    const task = tasks[b % Math.max(1, tasks.length)];
    const uuid = c % 5 === 0 ? 'wrong' : (task?.unacknowledged?.uuid ?? '');
    const [agentId, taskId] = [task?.agentId ?? ('a1' as AgentId), task?.taskId ?? taskIdOf(c)];
    const acknowledgements = [{ agentId, taskId, uuid }];
    this.given.call(session, { call: 'acknowledge', callId: '' as CallId, acknowledgements });
  }

  #report(agent: PlayedAgent, { b, c }: Picks): void {
    const tasks = [...(this.given.core.term.cluster.agents.get(agent.agentId)?.tasks.values() ?? [])];
    const task = tasks[b % Math.max(1, tasks.length)];
    if (task === undefined) return;
    const { frameworkId, taskId, launchId } = task;
    if (c % 4 === 0)
      this.given.fromAgent(agent, { item: 'launch-stored', launchId }, { item: 'kill-stored', frameworkId, taskId });
    else this.given.update(agent, { framework: frameworkId, id: taskId, launch: launchId, state: oneOf(c, STATES) });
  }

  /** Launches of earlier leaders; their ids stand for one task of one framework, as launch ids do. */
  #reported(a: number, b: number): ReturnType<typeof reportedOf>[] {
    const frameworks = ['F-0-0-1' as FrameworkId, ...this.sessions.map((session) => session.frameworkId)];
    return Array.from({ length: a % 3 }, (_, index) => {
      const framework = oneOf(b % 5 === 0 ? 0 : a + index, frameworks);
      const task = (b + index) % 30;
      return reportedOf({
        framework,
        id: taskIdOf(task),
        launch: `1-${String(b % 7)}-${String(1_000 * frameworks.indexOf(framework) + task)}`,
        state: oneOf(a + b, STATES),
      });
    });
  }

  #offers(b: number): readonly OfferId[] {
    const open = [...this.given.core.term.cluster.offers.keys()];
    const from = b % Math.max(1, open.length);
    const picked = open.slice(from, from + 1 + (b % 2));
    return b % 11 === 0 ? [...picked, 'O-1-6-1' as OfferId] : picked;
  }

  #callId(pick: number): CallId {
    return (pick % 4 === 0 ? '' : pick % 7 === 0 ? 'same' : `call ${String((this.#calls += 1))}`) as CallId;
  }
}

function taskIdOf(pick: number): TaskId {
  return `t${String(pick % 30)}` as TaskId;
}
