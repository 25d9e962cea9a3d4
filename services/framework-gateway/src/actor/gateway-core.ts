import type { Core, Tick } from '@parley/common/actor';
import type { GatewayDown } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';
import type { Epoch, GatewayId, Moment, MonotonicMs } from '@parley/common/kernel';
import { ClientSessions } from './client-sessions';
import type { SessionLimits } from './client-sessions';
import { EffectList } from './effect-list';
import type { GatewayEffect } from './gateway-effects';
import type { GatewayInput } from './gateway-inputs';
import { LeaderFollower } from './leader-follower';
import type { LeaderNews } from './leader-follower';
import { OperatorDesk } from './operator-desk';
import { SessionRelay } from './session-relay';

/** What a gateway's core has to know from the start. */
export interface GatewayCoreOptions {
  readonly gatewayId: GatewayId;
  /** Where masters are asked who leads (`host:port`). */
  readonly masters: readonly string[];
  /** The cluster to follow; empty for the first that answers. */
  readonly clusterId: string;
  /** How long a dialled master may take to welcome the gateway. */
  readonly welcomeMs: number;
  readonly operatorRequestsMax: number;
  readonly sessions: SessionLimits;
}

const NOTHING: readonly GatewayEffect[] = [];

/** Everything a gateway knows and decides. It holds nothing that cannot be lost: clients and masters can rebuild it on another one. */
export class GatewayCore implements Core<GatewayInput, GatewayEffect> {
  readonly #effects = new EffectList();
  readonly #leader: LeaderFollower;
  readonly #relay: SessionRelay;
  readonly #sessions: ClientSessions;
  readonly #operators: OperatorDesk;
  #stopped = false;

  constructor(options: GatewayCoreOptions) {
    const effects = this.#effects;
    this.#leader = new LeaderFollower(options, effects);
    this.#relay = new SessionRelay(options.gatewayId, this.#leader, effects);
    this.#sessions = new ClientSessions(options.sessions, this.#leader, { relay: this.#relay, effects });
    this.#operators = new OperatorDesk(options.operatorRequestsMax, this.#leader, effects);
  }

  /** The term that the gateway obeys; stamped on all it sends to masters. */
  get epoch(): Epoch {
    return this.#leader.epoch;
  }

  /** True while a leader serves this gateway. */
  get following(): boolean {
    return this.#leader.following;
  }

  /** Client streams that are remembered. */
  get sessions(): number {
    return this.#sessions.size;
  }

  get wakeAt(): MonotonicMs | undefined {
    if (this.#stopped) return undefined;
    const [leader, sessions] = [this.#leader.wakeAt, this.#sessions.wakeAt];
    if (leader === undefined || sessions === undefined) return leader ?? sessions;
    return leader < sessions ? leader : sessions;
  }

  step(input: GatewayInput | Tick, at: Moment): readonly GatewayEffect[] {
    if (this.#stopped) this.#decline(input);
    else this.#take(input, at);
    return this.#effects.take();
  }

  settle(): readonly GatewayEffect[] {
    return NOTHING;
  }

  #take(input: GatewayInput | Tick, at: Moment): void {
    switch (input.input) {
      case 'client-stream':
        this.#sessions.heard(input.event, at);
        return;
      case 'master-stream':
        this.#pass(this.#leader.heard(input.event, at), at);
        return;
      case 'leader-answered':
        this.#leader.answered(input.target, input.answer, at);
        return;
      case 'operator-opened':
        this.#operators.opened(input.request, input.query);
        return;
      case 'operator-closed':
        this.#operators.closed(input.request);
        return;
      case 'tick':
        this.#pass(this.#leader.due(at), at);
        this.#sessions.due(at);
        return;
      case 'start':
        this.#leader.start(at);
        return;
      case 'shut-down':
        this.#shutDown();
        return;
      default:
        unreachable(input, 'gateway input');
    }
  }

  #shutDown(): void {
    this.#sessions.shutDown();
    this.#operators.shutDown();
    this.#leader.stop();
    this.#stopped = true;
  }

  /** After the shut-down only newcomers are answered, so that they look elsewhere. */
  #decline(input: GatewayInput | Tick): void {
    if (input.input === 'client-stream') this.#sessions.refuse(input.event);
    if (input.input === 'operator-opened') this.#operators.refuseLate(input.request);
  }

  #pass(news: readonly LeaderNews[], at: Moment): void {
    for (const each of news) {
      switch (each.news) {
        case 'followed':
          this.#sessions.leaderFollowed();
          break;
        case 'lost':
          this.#sessions.leaderLost();
          this.#operators.leaderLost();
          break;
        case 'item':
          this.#item(each.item, at);
          break;
      }
    }
  }

  #item(item: GatewayDown, at: Moment): void {
    switch (item.item) {
      case 'session-subscribed':
        this.#sessions.subscribed(item.session, item, at);
        return;
      case 'session-event': {
        const session = this.#sessions.numbered(item.session);
        if (session !== undefined) this.#relay.heard(session, item.event);
        return;
      }
      case 'session-ended': {
        const session = this.#sessions.numbered(item.session);
        if (session !== undefined) this.#sessions.endedByMaster(session, item.error);
        return;
      }
      case 'operator-answer':
        this.#operators.answered(item.requestId, item.answer);
        return;
      case 'welcome':
      case 'ping':
      case 'go-away':
        // The follower keeps these to itself.
        return;
      default:
        unreachable(item, 'item of the leader');
    }
  }
}
