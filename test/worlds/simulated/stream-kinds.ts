import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import type {
  AgentDown,
  AgentUp,
  AllocatorDown,
  AllocatorUp,
  Batch,
  GatewayDown,
  GatewayUp,
  LeaderAnswer,
  SchedulerCall,
  SchedulerEvent,
} from '@parley/common/contract';
import { required } from '@parley/common/kernel';
import { linkFraming, messageFraming } from '@parley/common/rpc';
import type { Framing } from '@parley/common/rpc';
import {
  AGENT_LINK_CLIENT,
  AGENT_LINK_SERVER,
  ALLOCATOR_SESSION_CLIENT,
  ALLOCATOR_SESSION_SERVER,
  GATEWAY_LINK_CLIENT,
  GATEWAY_LINK_SERVER,
  LEADER_LOOKUP_CLIENT,
  LEADER_LOOKUP_SERVER,
  SCHEDULER_CLIENT,
  SCHEDULER_SERVER,
} from '@parley/common/wire';
import { loadInternal, loadPublic, serviceOf } from '@parley/protos';

/** A method of the contract as both ends use it: the real definitions, framings and codecs. `Up` is what the dialling end sends. */
export interface StreamKind<Up, Down, UpMessage, DownMessage> {
  readonly name: string;
  readonly method: MethodDefinition<object, object>;
  readonly client: Framing<Up, DownMessage>;
  readonly server: Framing<Down, UpMessage>;
}

const master = serviceOf<ServiceDefinition>(loadInternal(), 'parley.master.v1.MasterService');
const allocator = serviceOf<ServiceDefinition>(loadInternal(), 'parley.allocator.v1.AllocatorService');
const scheduler = serviceOf<ServiceDefinition>(loadPublic(), 'parley.scheduler.v1.SchedulerService');

function methodOf(service: ServiceDefinition, name: string): MethodDefinition<object, object> {
  return required<MethodDefinition<object, object>>(service[name], `method ${name}`);
}

/** Agent to master. */
export const AGENT_LINK: StreamKind<AgentUp, AgentDown, Batch<AgentUp>, Batch<AgentDown>> = {
  name: 'agent-link',
  method: methodOf(master, 'AgentLink'),
  client: linkFraming(AGENT_LINK_CLIENT),
  server: linkFraming(AGENT_LINK_SERVER),
};

/** Gateway to master. */
export const GATEWAY_LINK: StreamKind<GatewayUp, GatewayDown, Batch<GatewayUp>, Batch<GatewayDown>> = {
  name: 'gateway-link',
  method: methodOf(master, 'GatewayLink'),
  client: linkFraming(GATEWAY_LINK_CLIENT),
  server: linkFraming(GATEWAY_LINK_SERVER),
};

/** Master to allocator. */
export const ALLOCATOR_SESSION: StreamKind<AllocatorDown, AllocatorUp, Batch<AllocatorDown>, Batch<AllocatorUp>> = {
  name: 'allocator-session',
  method: methodOf(allocator, 'Session'),
  client: linkFraming(ALLOCATOR_SESSION_CLIENT),
  server: linkFraming(ALLOCATOR_SESSION_SERVER),
};

/** Framework to gateway: the public contract. */
export const SCHEDULER_STREAM: StreamKind<SchedulerCall, SchedulerEvent, SchedulerCall, SchedulerEvent> = {
  name: 'scheduler',
  method: methodOf(scheduler, 'Connect'),
  client: messageFraming(SCHEDULER_CLIENT),
  server: messageFraming(SCHEDULER_SERVER),
};

const lookup = methodOf(master, 'LookupLeader');

/** What a master's answer looks like to the one who asked, after the way over the wire. */
export function sentLeaderAnswer(answer: LeaderAnswer): LeaderAnswer {
  return LEADER_LOOKUP_CLIENT.decode(
    lookup.responseDeserialize(lookup.responseSerialize(LEADER_LOOKUP_SERVER.encode(answer))),
  );
}
