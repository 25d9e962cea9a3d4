import type { StreamEnd } from '@parley/common/actor';
import type {
  AllocatorCapability,
  RoleDemand,
  AgentDown,
  AgentUp,
  AllocatorDown,
  CallOutcome,
  DescribedTask,
  FrameworkInfo,
  GatewayDown,
  Offer,
  OperatorAnswer,
  OperatorQuery,
  ReportedTask,
  SchedulerEvent,
  SessionCall,
  SessionStamp,
} from '@parley/common/contract';
import type { AgentId, CallId, GatewayId, LaunchId, LinkNumber, OfferId, StreamId } from '@parley/common/kernel';
import type { TaskStatus } from '@parley/common/tasks';
import { agentInfoOf, frameworkInfoOf, proposalOf, statusUpdateOf } from './played-messages';
import type { Proposed, ReportedUpdate, SaidOfAgent } from './played-messages';
import type { PlayedAgent, PlayedGateway, PlayedSession } from './played-peers';
import { SteppedMaster } from './stepped-master';

/** A leading master core with everything around it played by the test: agents, frameworks behind gateways, and an allocator. */
export class GivenMaster extends SteppedMaster {
  #proposals = 0;

  // Agents.

  registerAgent(
    options: SaidOfAgent & {
      readonly id?: string;
      readonly link?: number;
      readonly tasks?: readonly ReportedTask[];
    } = {},
  ): PlayedAgent {
    const agentId = (options.id ?? 'a1') as AgentId;
    const agent = { agentId, stream: this.agentStream(), link: (options.link ?? this.next()) as LinkNumber };
    const tasks = options.tasks ?? [];
    const info = agentInfoOf(agentId, options);
    const end: AgentUp = { item: 'register-end', count: tasks.length };
    this.fromAgent(agent, { item: 'register-begin', info, bootId: 'boot' }, { item: 'register-tasks', tasks }, end);
    return agent;
  }

  heardByAgent(agent: Pick<PlayedAgent, 'stream'>): readonly AgentDown[] {
    return this.toAgents.filter((sent) => sent.stream === agent.stream).map((sent) => sent.item);
  }

  /** What an agent was told, without pings and greetings. */
  ordersTo(agent: PlayedAgent): readonly AgentDown[] {
    return this.heardByAgent(agent).filter((item) => item.item !== 'ping' && item.item !== 'registered');
  }

  // Gateways and frameworks.

  gateway(options: { readonly id?: string; readonly link?: number } = {}): PlayedGateway {
    const gateway = {
      gatewayId: (options.id ?? 'g1') as GatewayId,
      stream: this.next() as StreamId,
      link: (options.link ?? this.next()) as LinkNumber,
    };
    this.step({ input: 'gateway-stream', event: { event: 'opened', stream: gateway.stream } });
    this.fromGateway(gateway, { item: 'hello', gatewayId: gateway.gatewayId });
    return gateway;
  }

  info(options: Partial<FrameworkInfo> = {}): FrameworkInfo {
    return frameworkInfoOf(options);
  }

  /** Sends a SUBSCRIBE and returns the number of the client's stream. */
  sendSubscribe(
    gateway: PlayedGateway,
    options: {
      readonly info?: Partial<FrameworkInfo>;
      readonly subscribeId?: string;
      readonly demands?: readonly RoleDemand[];
      readonly stamp?: SessionStamp;
      readonly session?: number;
    } = {},
  ): number {
    const session = options.session ?? this.next();
    const subscribeId = options.subscribeId ?? `subscribe-${String(session)}`;
    const info = this.info(options.info);
    const demands = options.demands ?? [];
    const subscribe = { call: 'subscribe', info, suppressedRoles: [], demands, subscribeId } as const;
    this.fromGateway(gateway, { item: 'subscribe', session, subscribe, stamp: options.stamp });
    return session;
  }

  /** A framework that is subscribed. */
  subscribe(gateway: PlayedGateway, options: Parameters<GivenMaster['sendSubscribe']>[1] = {}): PlayedSession {
    const session = this.sendSubscribe(gateway, options);
    const answers = this.toGateways.flatMap(({ item }) =>
      item.item === 'session-subscribed' && item.session === session ? [item] : [],
    );
    const answer = answers.at(-1);
    if (answer === undefined) throw new Error(`not subscribed: ${JSON.stringify(this.toGateways.at(-1)?.item)}`);
    return { gateway, session, frameworkId: answer.frameworkId, stamp: answer.stamp };
  }

  /** What a client was told when its session ended for good; undefined while it goes on. */
  sessionEnd(session: number): GatewayDown | undefined {
    return this.toGateways
      .map(({ item }) => item)
      .find((item) => item.item === 'session-ended' && item.session === session);
  }

  /** The state of a framework in its life; undefined when it is not known. */
  frameworkState({ frameworkId }: Pick<PlayedSession, 'frameworkId'>): string | undefined {
    return this.core.term.cluster.frameworks.get(frameworkId)?.lifecycle.state;
  }

  call(played: PlayedSession, call: SessionCall): void {
    const { gateway, session, frameworkId, stamp } = played;
    this.fromGateway(gateway, { item: 'call', session, frameworkId, stamp, call });
  }

  heard(played: PlayedSession): readonly SchedulerEvent[] {
    return this.toGateways.flatMap(({ stream, item }) =>
      stream === played.gateway.stream && item.item === 'session-event' && item.session === played.session
        ? [item.event]
        : [],
    );
  }

  offersTo(played: PlayedSession): readonly Offer[] {
    return this.heard(played).flatMap((event) => (event.event === 'offers' ? event.offers : []));
  }

  rescindedTo(played: PlayedSession): readonly OfferId[] {
    return this.heard(played).flatMap((event) => (event.event === 'rescind' ? event.offerIds : []));
  }

  statusesTo(played: PlayedSession): readonly TaskStatus[] {
    return this.heard(played).flatMap((event) => (event.event === 'status-updates' ? event.statuses : []));
  }

  resultOf(played: PlayedSession, callId: string): CallOutcome | undefined {
    return this.resultsOf(played, callId).at(-1);
  }

  resultsOf(played: PlayedSession, callId: string): readonly CallOutcome[] {
    return this.heard(played).flatMap((event) =>
      event.event === 'call-result' && event.callId === callId ? [event.result] : [],
    );
  }

  /** Sends an operator's question and returns its number, without waiting. */
  ask(gateway: PlayedGateway, query: OperatorQuery): number {
    const requestId = this.next();
    this.fromGateway(gateway, { item: 'operator-query', requestId, query });
    return requestId;
  }

  query(gateway: PlayedGateway, query: OperatorQuery): readonly OperatorAnswer[] {
    const requestId = this.ask(gateway, query);
    this.drain();
    return this.answersTo(requestId);
  }

  answersTo(requestId: number): readonly OperatorAnswer[] {
    return this.toGateways.flatMap(({ item }) =>
      item.item === 'operator-answer' && item.requestId === requestId ? [item.answer] : [],
    );
  }

  // The allocator.

  /** Lets the allocator answer the master's call. */
  allocatorReady(...capabilities: readonly AllocatorCapability[]): void {
    this.advance(0);
    this.fromAllocator({ item: 'ready', name: 'test', policy: 'none', capabilities });
  }

  loseAllocator(kind: StreamEnd['kind'] = 'lost'): void {
    if (this.allocator === undefined) throw new Error('the master has not dialled the allocator');
    const end = { kind, message: 'the connection broke' } as const;
    this.#proposals = 0;
    this.step({ input: 'allocator-stream', event: { event: 'closed', stream: this.allocator.stream, end } });
  }

  /** What the allocator was told, of one kind, in order. */
  toldAllocator<Kind extends AllocatorDown['item']>(kind: Kind): readonly Extract<AllocatorDown, { item: Kind }>[] {
    return this.toAllocator.filter((item): item is Extract<AllocatorDown, { item: Kind }> => item.item === kind);
  }

  /** Begins to count proposals anew, as after a session that the master ended. */
  loseAllocatorQuietly(): void {
    this.#proposals = 0;
  }

  /** Proposes, and returns the master's answer, which comes after everything that waits to be told: at most some milliseconds later. */
  propose(what: Proposed): AllocatorDown | undefined {
    const proposal = proposalOf((this.#proposals += 1), what);
    const { proposalId } = proposal;
    this.fromAllocator({ item: 'proposal', proposal });
    const answer = (): AllocatorDown | undefined =>
      this.toAllocator.find(
        (item) => (item.item === 'offered' || item.item === 'refused') && item.proposalId === proposalId,
      );
    for (let waited = 0; waited < 10 && answer() === undefined && !this.core.term.mirror.isDrained(); waited += 1)
      this.advance(1);
    return answer();
  }

  /** Proposes, and returns the offer that must come of it. */
  offer(
    played: PlayedSession,
    agent: PlayedAgent,
    what: string | { readonly resources: string; readonly role: string },
  ): Offer {
    const { resources, role } = typeof what === 'string' ? { resources: what, role: '*' } : what;
    const answer = this.propose({ framework: played.frameworkId, agent: agent.agentId, resources, role });
    const offer = this.offersTo(played).at(-1);
    if (answer?.item !== 'offered' || offer?.offerId !== answer.offerId)
      throw new Error(`not offered: ${JSON.stringify(answer)}`);
    return offer;
  }

  /** Accepts an offer for some tasks. */
  accept(
    played: PlayedSession,
    offers: readonly OfferId[],
    options: { readonly tasks: readonly DescribedTask[]; readonly callId?: string; readonly refuseMs?: number },
  ): void {
    const callId = (options.callId ?? '') as CallId;
    const operations = [{ operation: 'launch', tasks: options.tasks } as const];
    this.call(played, {
      call: 'accept',
      callId,
      offerIds: offers,
      operations,
      filters: { refuseMs: options.refuseMs },
    });
  }

  /** The launch id that an agent was sent for a task. */
  launchedOn(agent: PlayedAgent, taskId: string): LaunchId {
    for (const item of this.heardByAgent(agent)) {
      if (item.item === 'launch' && item.order.task.taskId === taskId) return item.order.launchId;
    }
    throw new Error(`no launch of ${taskId} was sent to ${agent.agentId}`);
  }

  /** An agent's report of a task. */
  update(agent: PlayedAgent, about: ReportedUpdate): void {
    this.fromAgent(agent, { item: 'status-update', update: statusUpdateOf(agent, about) });
  }
}
