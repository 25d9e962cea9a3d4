import type { StreamEnd } from '@parley/common/actor';
import type { AgentDown, AgentUp, AllocatorDown, AllocatorUp, GatewayDown, GatewayUp } from '@parley/common/contract';
import type { Epoch, LinkNumber, MonotonicMs, StreamId, WallMs, WriteId } from '@parley/common/kernel';
import type { MasterEffect, MasterInput } from '../actor/effects';
import { MasterCore } from '../actor/master-core';
import type { MasterEvent } from '../domain/events';
import { EMPTY_REGISTRY } from '../domain/registry';
import type { RegistryChange, RegistrySnapshot } from '../domain/registry';
import { DEFAULT_SETTINGS } from '../domain/settings';
import type { MasterSettings } from '../domain/settings';
import { EPOCH } from './played-peers';
import type { PlayedAgent, PlayedGateway } from './played-peers';

/** A leading master core whose streams, registry and time are the test's: time stands until it is advanced, the registry answers at once unless it is held. */
export class SteppedMaster {
  readonly core: MasterCore;
  readonly toAgents: { readonly stream: StreamId; readonly item: AgentDown }[] = [];
  readonly toGateways: { readonly stream: StreamId; readonly item: GatewayDown }[] = [];
  readonly toAllocator: AllocatorDown[] = [];
  readonly ended: { readonly stream: StreamId; readonly because: StreamEnd }[] = [];
  readonly written: (readonly RegistryChange[])[] = [];
  readonly events: MasterEvent[] = [];
  readonly abandoned: string[] = [];
  readonly heldWrites: WriteId[] = [];
  /** Peers that do not answer pings. */
  readonly silent = new Set<StreamId>();
  /** True: the allocator answers no pings. */
  allocatorSilent = false;
  /** True: registry writes stay open until {@link finishWrites}. */
  holdWrites = false;
  /** What waits for every gateway. */
  backlogBytes = 0;
  /** What waits for the allocator. */
  allocatorBacklogBytes = 0;
  #now = 1_000 as MonotonicMs;
  #counter = 0;
  /** The master's stream to the allocator. */
  protected allocator: { readonly stream: StreamId; readonly link: LinkNumber } | undefined;

  constructor(
    options: {
      readonly settings?: Partial<MasterSettings>;
      readonly snapshot?: RegistrySnapshot;
      readonly epoch?: Epoch;
    } = {},
  ) {
    const settings = { ...DEFAULT_SETTINGS, allocatorAddress: 'allocator:1', ...options.settings };
    this.core = new MasterCore({
      settings,
      epoch: options.epoch ?? EPOCH,
      snapshot: options.snapshot ?? EMPTY_REGISTRY,
      backlog: () => this.backlogBytes,
      allocatorBacklog: () => this.allocatorBacklogBytes,
      at: this.#moment(),
    });
  }

  get now(): MonotonicMs {
    return this.#now;
  }

  /** Steps one input and settles. */
  step(input: MasterInput): void {
    this.#carryOut(this.core.step(input, this.#moment()));
    this.settle();
  }

  settle(): void {
    this.#carryOut(this.core.settle(this.#moment()));
  }

  /** Lets time pass, with every tick at its time. */
  advance(durationMs: number): void {
    const until = (this.#now + durationMs) as MonotonicMs;
    for (let at = this.core.wakeAt; at !== undefined && at <= until; at = this.core.wakeAt) {
      this.#now = Math.max(at, this.#now) as MonotonicMs;
      this.#tick();
    }
    this.#now = until;
  }

  /** Lets time pass without a tick, as when the process is stopped; then one tick. */
  stall(durationMs: number): void {
    this.#now = (this.#now + durationMs) as MonotonicMs;
    this.#tick();
  }

  /** Lets everything that goes on in slices come to its end. */
  drain(): void {
    this.advance(1_000);
  }

  finishWrites(outcome: 'written' | 'fenced' = 'written'): void {
    for (const writeId of this.heldWrites.splice(0)) this.step({ input: 'registry-written', writeId, outcome });
  }

  agentStream(): StreamId {
    const stream = this.next() as StreamId;
    this.step({ input: 'agent-stream', event: { event: 'opened', stream } });
    return stream;
  }

  fromAgent(agent: Pick<PlayedAgent, 'stream' | 'link'>, ...items: readonly AgentUp[]): void {
    const message = { epoch: this.core.term.epoch, link: agent.link, sequence: 1, items };
    this.step({ input: 'agent-stream', event: { event: 'message', stream: agent.stream, message } });
  }

  loseAgent(agent: PlayedAgent): void {
    const end = { kind: 'lost', message: 'the connection broke' } as const;
    this.step({ input: 'agent-stream', event: { event: 'closed', stream: agent.stream, end } });
  }

  fromGateway(gateway: PlayedGateway, ...items: readonly GatewayUp[]): void {
    const message = { epoch: this.core.term.epoch, link: gateway.link, sequence: 1, items };
    this.step({ input: 'gateway-stream', event: { event: 'message', stream: gateway.stream, message } });
  }

  loseGateway(gateway: PlayedGateway): void {
    const end = { kind: 'lost', message: 'the connection broke' } as const;
    this.step({ input: 'gateway-stream', event: { event: 'closed', stream: gateway.stream, end } });
  }

  fromAllocator(...items: readonly AllocatorUp[]): void {
    this.fromAllocatorIn(this.core.term.epoch, ...items);
  }

  /** The allocator speaks in an epoch of its own choice. */
  fromAllocatorIn(epoch: Epoch, ...items: readonly AllocatorUp[]): void {
    if (this.allocator === undefined) throw new Error('the master has not dialled the allocator');
    const { stream, link } = this.allocator;
    const message = { epoch, link, sequence: 1, items };
    this.step({ input: 'allocator-stream', event: { event: 'message', stream, message } });
  }

  #answerPing(input: 'agent-stream' | 'gateway-stream', stream: StreamId, ping: number): void {
    const { term } = this.core;
    const link = (input === 'agent-stream' ? term.agents : term.gateways).get(stream)?.link;
    if (link === undefined) return;
    const message = { epoch: term.epoch, link, sequence: 1, items: [{ item: 'pong', ping } as const] };
    this.step({ input, event: { event: 'message', stream, message } });
  }

  #tick(): void {
    this.#carryOut(this.core.step({ input: 'tick' }, this.#moment()));
    this.settle();
  }

  /** A number that was not used before. */
  protected next(): number {
    return (this.#counter += 1);
  }

  #moment(): { readonly now: MonotonicMs; readonly wall: WallMs; readonly chance: number } {
    return { now: this.#now, wall: (1_767_225_600_000 + this.#now) as WallMs, chance: 0.5 };
  }

  #carryOut(effects: readonly MasterEffect[]): void {
    for (const effect of effects) this.#carryOutOne(effect);
  }

  #carryOutOne(effect: MasterEffect): void {
    switch (effect.effect) {
      case 'send-agent':
        this.toAgents.push(effect);
        if (effect.item.item === 'ping' && !this.silent.has(effect.stream))
          this.#answerPing('agent-stream', effect.stream, effect.item.ping);
        break;
      case 'send-gateway':
        this.toGateways.push(effect);
        if (effect.item.item === 'ping' && !this.silent.has(effect.stream))
          this.#answerPing('gateway-stream', effect.stream, effect.item.ping);
        break;
      case 'send-allocator':
        this.toAllocator.push(effect.item);
        if (effect.item.item === 'ping' && !this.allocatorSilent)
          this.fromAllocator({ item: 'pong', ping: effect.item.ping });
        break;
      case 'dial-allocator':
        this.allocator = effect;
        break;
      case 'end-agent-stream':
      case 'end-gateway-stream':
      case 'end-allocator-stream':
        this.ended.push(effect);
        break;
      case 'registry-write':
        this.written.push(effect.changes);
        if (this.holdWrites) this.heldWrites.push(effect.writeId);
        else this.step({ input: 'registry-written', writeId: effect.writeId, outcome: 'written' });
        break;
      case 'observe':
        this.events.push(effect.event);
        break;
      case 'handed-over':
        break;
      case 'abandon':
        this.abandoned.push(effect.because);
        break;
    }
  }
}
