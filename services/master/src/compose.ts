import { Actor } from '@parley/common/actor';
import type { Streams } from '@parley/common/actor';
import type { AgentDown, GatewayDown } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';
import type { Epoch, MonotonicMs, WriteId } from '@parley/common/kernel';
import type { MasterEffect, MasterInput } from './actor/effects';
import { MasterCore } from './actor/master-core';
import type { RegistrySnapshot } from './domain/registry';
import type { MasterSettings } from './domain/settings';
import type { MasterPorts, WriteOutcome } from './ports';

export type { MasterEffect, MasterInput } from './actor/effects';
export { MasterCore } from './actor/master-core';
export type { MasterEvent } from './domain/events';
export { EMPTY_REGISTRY } from './domain/registry';
export type { AgentRecord, FrameworkRecord, RegistryChange, RegistrySnapshot, RoleRecord } from './domain/registry';
export { REJECTIONS } from './domain/rejections';
export type { Rejection, RejectionRow } from './domain/rejections';
export { DEFAULT_SETTINGS } from './domain/settings';
export type { MasterSettings } from './domain/settings';
export type { Coordination, CoordinationSink, MasterPorts, WriteOutcome } from './ports';

/** The term that a master was elected for, and what the registry held at that moment. */
export interface ElectedTerm {
  readonly epoch: Epoch;
  readonly snapshot: RegistrySnapshot;
}

/** A master that leads. It is never reused for another term. */
export interface Master {
  /** For invariant checks in tests and simulation. */
  readonly core: MasterCore;
  /** To be told of the outcome of each registry write. */
  registryWritten(writeId: WriteId, outcome: WriteOutcome): void;
  /** Stops commanding and sends everybody to the next leader; resolves when that was said, or can no longer be. */
  handOver(): Promise<void>;
  /** Resolves when another message may be delivered. */
  room(): Promise<void>;
  /** Ends it on the spot: nothing is decided or sent any more. */
  stop(): void;
}

/** Wires a leading master from its ports: the same in production, in tests and in simulation. */
export function composeMaster(settings: MasterSettings, ports: MasterPorts, elected: ElectedTerm): Master {
  const { clock, random } = ports;
  const core = new MasterCore({
    settings,
    ...elected,
    backlog: (gateway) => streams.gateways.backlog(gateway),
    allocatorBacklog: (stream) => streams.allocator.backlog(stream),
    at: { now: clock.now(), wall: clock.wall(), chance: random() },
  });
  const handOver = new HandOver();
  const leads = (now: MonotonicMs): boolean => now < ports.coordination.leaseUntil();

  const abandon = (because: string): void => {
    actor.stop();
    handOver.cannotBeSaid();
    ports.abandon(because);
  };
  const actor = new Actor<MasterInput, MasterEffect>(core, {
    clock,
    random,
    carryOut: (effect) => {
      carryOut(effect, { ports, streams, abandon, handOver });
    },
    flush: () => {
      streams.agents.flush();
      streams.gateways.flush();
      streams.allocator.flush();
      handOver.flushed();
    },
    mayAct: (now) => {
      if (leads(now)) return true;
      abandon('leadership can no longer be confirmed: the lease ran out');
      return false;
    },
  });
  const context = { epoch: () => elected.epoch, mayWrite: leads };
  const room = (): Promise<void> => actor.room();
  const streams = {
    agents: ports.agents({ deliver: (event) => actor.post({ input: 'agent-stream', event }), room }, context),
    gateways: ports.gateways({ deliver: (event) => actor.post({ input: 'gateway-stream', event }), room }, context),
    allocator: ports.allocator({ deliver: (event) => actor.post({ input: 'allocator-stream', event }), room }, context),
  };
  // The first tick lets the core speak and arranges its next.
  actor.post({ input: 'tick' });

  return {
    core,
    registryWritten: (writeId, outcome) => actor.post({ input: 'registry-written', writeId, outcome }),
    handOver: () =>
      handOver.begin(() => {
        actor.post({ input: 'hand-over' });
      }),
    room,
    stop: () => {
      actor.stop();
      handOver.cannotBeSaid();
    },
  };
}

/** Waits until the word of a hand-over was written to the streams, or the term ended before. */
class HandOver {
  #said = false;
  #over = false;
  #done: (() => void) | undefined;
  #promise: Promise<void> | undefined;

  begin(post: () => void): Promise<void> {
    this.#promise ??= new Promise((resolve) => {
      this.#done = resolve;
      if (this.#over) resolve();
      post();
    });
    return this.#promise;
  }

  said(): void {
    this.#said = true;
  }

  flushed(): void {
    if (this.#said) this.#done?.();
  }

  /** The term is over: nobody is to wait for a word that will not come. */
  cannotBeSaid(): void {
    this.#over = true;
    this.#done?.();
  }
}

interface Wired {
  readonly ports: MasterPorts;
  readonly streams: {
    readonly agents: Streams<AgentDown>;
    readonly gateways: Streams<GatewayDown>;
    readonly allocator: ReturnType<MasterPorts['allocator']>;
  };
  readonly abandon: (because: string) => void;
  readonly handOver: HandOver;
}

function carryOut(effect: MasterEffect, { ports, streams, abandon, handOver }: Wired): void {
  switch (effect.effect) {
    case 'send-agent':
      streams.agents.send(effect.stream, effect.item);
      return;
    case 'end-agent-stream':
      streams.agents.end(effect.stream, effect.because);
      return;
    case 'send-gateway':
      streams.gateways.send(effect.stream, effect.item);
      return;
    case 'end-gateway-stream':
      streams.gateways.end(effect.stream, effect.because);
      return;
    case 'dial-allocator':
      streams.allocator.dial(effect.stream, effect.target, effect.link);
      return;
    case 'send-allocator':
      streams.allocator.send(effect.stream, effect.item);
      return;
    case 'end-allocator-stream':
      streams.allocator.end(effect.stream, effect.because);
      return;
    case 'registry-write':
      ports.coordination.write(effect.writeId, effect.changes);
      return;
    case 'observe':
      ports.observe(effect.event);
      return;
    case 'handed-over':
      handOver.said();
      return;
    case 'abandon':
      abandon(effect.because);
      return;
    default:
      unreachable(effect, 'master effect');
  }
}
