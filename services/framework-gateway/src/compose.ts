import { Actor } from '@parley/common/actor';
import type { DialedStreams, StreamContext, StreamSink, Streams } from '@parley/common/actor';
import type { GatewayUp, OperatorQuery, SchedulerEvent } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';
import type { Epoch } from '@parley/common/kernel';
import type { SessionLimits } from './actor/client-sessions';
import { GatewayCore } from './actor/gateway-core';
import type { GatewayEffect } from './actor/gateway-effects';
import type { GatewayInput } from './actor/gateway-inputs';
import type { GatewayPorts } from './ports';

export type { GatewayPorts, LeaderLookup, OperatorReplies } from './ports';
export type { GatewayEvent } from './domain/events';

/** The settings that a gateway's behaviour depends on. */
export interface GatewaySettings {
  /** Where masters are asked who leads (`host:port`). */
  readonly masters: readonly string[];
  /** The cluster to follow; empty for the first that answers. */
  readonly clusterId: string;
  readonly welcomeMs: number;
  readonly operatorRequestsMax: number;
  readonly sessions: SessionLimits;
}

/** A running gateway as its surroundings see it. */
export interface Gateway {
  /** The term it obeys. */
  epoch(): Epoch;
  /** True while a leader serves it. */
  following(): boolean;
  /** Client streams that it remembers. */
  sessions(): number;
  /** An operator asks something; `request` was never used before. Answers go to the port. */
  operatorOpened(request: number, query: OperatorQuery): void;
  operatorClosed(request: number): void;
  /** Resolves when another client message or operator request may be delivered. */
  room(): Promise<void>;
  /** Sends all clients and operators elsewhere; newcomers are refused from then on. */
  shutDown(): void;
  /** Ends it on the spot, as a crash would. */
  stop(): void;
}

/** Wires one gateway from its ports and starts to look for a leader. */
export function composeGateway(settings: GatewaySettings, ports: GatewayPorts): Gateway {
  const core = new GatewayCore({ ...settings, gatewayId: ports.gatewayId });
  const context: StreamContext = { epoch: () => core.epoch, mayWrite: () => true };
  const wiring: Wiring = { clients: undefined, masters: undefined };
  const actor = new Actor<GatewayInput, GatewayEffect>(core, {
    clock: ports.clock,
    random: ports.random,
    carryOut: (effect) => {
      carryOut(effect, wiring, { ports, answered: (input) => actor.post(input) });
    },
    flush: () => {
      wiring.clients?.flush();
      wiring.masters?.flush();
    },
    mayAct: () => true,
  });
  const sinkOf = <In>(deliver: StreamSink<In>['deliver']): StreamSink<In> => ({ deliver, room: () => actor.room() });
  wiring.clients = ports.clients(
    sinkOf((event) => actor.post({ input: 'client-stream', event })),
    context,
  );
  wiring.masters = ports.masters(
    sinkOf((event) => actor.post({ input: 'master-stream', event })),
    context,
  );
  actor.post({ input: 'start' });
  return {
    epoch: () => core.epoch,
    following: () => core.following,
    sessions: () => core.sessions,
    operatorOpened: (request, query) => actor.post({ input: 'operator-opened', request, query }),
    operatorClosed: (request) => actor.post({ input: 'operator-closed', request }),
    room: () => actor.room(),
    shutDown: () => actor.post({ input: 'shut-down' }),
    stop: () => actor.stop(),
  };
}

/** The streams that the core sends through; made after the actor, since they deliver to it. */
interface Wiring {
  clients: Streams<SchedulerEvent> | undefined;
  masters: DialedStreams<GatewayUp> | undefined;
}

interface Surroundings {
  readonly ports: GatewayPorts;
  answered(input: GatewayInput): void;
}

function carryOut(effect: GatewayEffect, wiring: Wiring, { ports, answered }: Surroundings): void {
  switch (effect.effect) {
    case 'send-client':
      return wiring.clients?.send(effect.stream, effect.event);
    case 'end-client':
      return wiring.clients?.end(effect.stream, effect.because);
    case 'dial-master':
      return wiring.masters?.dial(effect.stream, effect.address, effect.link);
    case 'send-master':
      return wiring.masters?.send(effect.stream, effect.item);
    case 'end-master-stream':
      return wiring.masters?.end(effect.stream, effect.because);
    case 'ask':
      return ports.lookup.ask(effect.target, (answer) => {
        answered({ input: 'leader-answered', target: effect.target, answer });
      });
    case 'answer-operator':
      return ports.operators.answer(effect.request, effect.answer);
    case 'end-operator':
      return ports.operators.end(effect.request, effect.because);
    case 'observe':
      return ports.observe(effect.event);
    default:
      return unreachable(effect, 'gateway effect');
  }
}
