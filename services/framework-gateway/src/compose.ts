import { Actor } from '@parley/common/actor';
import type { DialedStreams, StreamContext, Streams } from '@parley/common/actor';
import type { GatewayUp, LeaderAnswer, OperatorQuery, SchedulerEvent } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';
import type { Epoch, StreamId } from '@parley/common/kernel';
import { GatewayCore } from './actor/gateway-core';
import type { GatewayCoreOptions } from './actor/gateway-core';
import type { GatewayEffect } from './actor/gateway-effects';
import type { GatewayInput } from './actor/gateway-inputs';
import { LinkRoom } from './edge/link-room';
import type { GatewayPorts } from './ports';

export type { GatewayPorts, LeaderLookup, OperatorReplies } from './ports';
export type { GatewayEvent } from './domain/events';

/** The settings that a gateway's behaviour depends on. */
export type GatewaySettings = Omit<GatewayCoreOptions, 'gatewayId'>;

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
  const wiring: Wiring = {
    clients: undefined,
    masters: undefined,
    link: undefined,
    answered: (target, answer) => {
      actor.post({ input: 'leader-answered', target, answer });
    },
  };
  const linkRoom = new LinkRoom(() => backlogOf(wiring), ports.clock);
  const actor = new Actor<GatewayInput, GatewayEffect>(core, {
    clock: ports.clock,
    random: ports.random,
    carryOut: (effect) => {
      carryOut(effect, wiring, ports);
    },
    flush: () => {
      wiring.clients?.flush();
      wiring.masters?.flush();
      linkRoom.changed();
    },
    mayAct: () => true,
  });
  const room = (): Promise<void> => linkRoom.wait()?.then(() => actor.room()) ?? actor.room();
  wiring.clients = ports.clients({ deliver: (event) => actor.post({ input: 'client-stream', event }), room }, context);
  wiring.masters = ports.masters(
    { deliver: (event) => actor.post({ input: 'master-stream', event }), room: () => actor.room() },
    context,
  );
  actor.post({ input: 'start' });
  return {
    epoch: () => core.epoch,
    following: () => core.following,
    sessions: () => core.sessions,
    operatorOpened: (request, query) => actor.post({ input: 'operator-opened', request, query }),
    operatorClosed: (request) => actor.post({ input: 'operator-closed', request }),
    room,
    shutDown: () => actor.post({ input: 'shut-down' }),
    stop: () => {
      actor.stop();
      linkRoom.stop();
    },
  };
}

/** The streams that the core sends through; made after the actor, since they deliver to it. */
interface Wiring {
  clients: Streams<SchedulerEvent> | undefined;
  masters: DialedStreams<GatewayUp> | undefined;
  /** The newest stream to a master. */
  link: StreamId | undefined;
  readonly answered: (target: string, answer: LeaderAnswer | undefined) => void;
}

function backlogOf({ masters, link }: Wiring): number {
  return masters === undefined || link === undefined ? 0 : masters.backlog(link);
}

function carryOut(effect: GatewayEffect, wiring: Wiring, ports: GatewayPorts): void {
  const { clients, masters, answered } = wiring;
  switch (effect.effect) {
    case 'send-client':
      clients?.send(effect.stream, effect.event);
      return;
    case 'end-client':
      clients?.end(effect.stream, effect.because);
      return;
    case 'dial-master':
      wiring.link = effect.stream;
      masters?.dial(effect.stream, effect.address, effect.link);
      return;
    case 'send-master':
      masters?.send(effect.stream, effect.item);
      return;
    case 'end-master-stream':
      masters?.end(effect.stream, effect.because);
      return;
    case 'ask':
      ports.lookup.ask(effect.target, (answer) => {
        answered(effect.target, answer);
      });
      return;
    case 'answer-operator':
      ports.operators.answer(effect.request, effect.answer);
      return;
    case 'end-operator':
      ports.operators.end(effect.request, effect.because);
      return;
    case 'observe':
      ports.observe(effect.event);
      return;
    default:
      unreachable(effect, 'gateway effect');
  }
}
