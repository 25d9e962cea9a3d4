import { readFileSync } from 'node:fs';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import type { StreamEnd } from '@parley/common/actor';
import type { Batch, GatewayDown, GatewayUp, SchedulerCall, SchedulerEvent } from '@parley/common/contract';
import { formatHostPort } from '@parley/common/config';
import type { Clock, GatewayId, Random } from '@parley/common/kernel';
import { required } from '@parley/common/kernel';
import type { Log } from '@parley/common/logging';
import type { Telemetry } from '@parley/common/telemetry';
import {
  CLIENT_OUTBOX,
  Channels,
  ClientStreams,
  GrpcServer,
  LINK_OUTBOX,
  PUBLIC_MESSAGE_BYTES_MAX,
  ServedStreams,
  linkFraming,
  messageFraming,
} from '@parley/common/rpc';
import { GATEWAY_LINK_CLIENT, SCHEDULER_SERVER } from '@parley/common/wire';
import { DESCRIPTOR_PATH, loadInternal, loadPublic, serviceOf } from '@parley/protos';
import { composeGateway } from './compose';
import type { Gateway, GatewayEvent } from './compose';
import { settingsOf } from './config';
import type { GatewayConfig } from './config';
import { GatewayHealth, LEADER_SERVICES } from './edge/grpc/health';
import { grpcLeaderLookup } from './edge/grpc/leader-lookup';
import { operatorHandlers } from './edge/grpc/operator-handlers';
import { OperatorRelay } from './edge/grpc/operator-relay';
import { observeGateway } from './edge/observe/observe-gateway';
import { DescriptorCatalog } from './edge/reflection/descriptor-catalog';
import { addReflection } from './edge/reflection/reflection-service';

/** What a gateway process takes from its system. */
export interface GatewaySystem {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly gatewayId: GatewayId;
}

/** A gateway that listens. */
export interface ServedGateway {
  /** Where it listens, with the port in use. */
  readonly address: string;
  /** Sends clients elsewhere and ends within the configured grace. */
  close(): Promise<void>;
}

const ENDING: StreamEnd = { kind: 'shutting-down', message: 'the gateway is shutting down' };

/** Runs a gateway over gRPC: the public services, health and reflection on one port, the link to the leader on its own. Rejects with CannotListen. */
export async function serveGateway(config: GatewayConfig, system: GatewaySystem): Promise<ServedGateway> {
  const { clock } = system;
  const server = new GrpcServer({ messageBytesMax: PUBLIC_MESSAGE_BYTES_MAX });
  const health = new GatewayHealth();
  const master = serviceOf(loadInternal(), 'parley.master.v1.MasterService');
  const streams = new GatewayStreams(config, { clock, method: methodOf(master, 'GatewayLink') });
  const relay: OperatorRelay = new OperatorRelay(() => gateway);
  const observe = observeGateway(system);
  const gateway: Gateway = composeGateway(settingsOf(config), {
    ...system,
    clients: (sink, context) => (streams.clients = new ServedStreams({ ...streams.served, sink, context })),
    masters: (sink, context) => (streams.masters = new ClientStreams({ ...streams.dialled, sink, context })),
    lookup: grpcLeaderLookup(streams.channels, {
      method: methodOf(master, 'LookupLeader'),
      deadlineMs: config.lookupMs,
      clock,
    }),
    operators: relay,
    observe: (event) => {
      observe(event);
      noteLeader(health, event);
    },
  });
  server.add(serviceOf(loadPublic(), 'parley.scheduler.v1.SchedulerService'), {
    connect: required(streams.clients, 'client streams').handler,
  });
  server.add(serviceOf(loadPublic(), 'parley.operator.v1.OperatorService'), operatorHandlers(relay, clock));
  health.addTo(server);
  addReflection(server, new DescriptorCatalog(readFileSync(DESCRIPTOR_PATH), LEADER_SERVICES), clock);
  const stop = (): void => {
    gateway.stop();
    streams.masters?.endAll(ENDING);
  };
  const port = await server.listen(formatHostPort(config.listen)).catch((error: unknown) => {
    stop();
    throw error;
  });
  return {
    address: formatHostPort({ host: config.listen.host, port }),
    close: async () => {
      health.stopping();
      gateway.shutDown();
      await server.close(clock, config.graceMs);
      stop();
    },
  };
}

/** The streams of one process and what they are made from. */
class GatewayStreams {
  readonly channels = new Channels();
  readonly served;
  readonly dialled;
  clients: ServedStreams<SchedulerEvent, SchedulerCall> | undefined;
  masters: ClientStreams<GatewayUp, Batch<GatewayDown>> | undefined;

  constructor(
    config: GatewayConfig,
    options: { readonly clock: Clock; readonly method: MethodDefinition<object, object> },
  ) {
    const { clock, method } = options;
    // One stream more than sessions, so that the gateway itself can refuse it with an ERROR event.
    const streamsMax = config.sessionsMax + 1;
    this.served = { framing: messageFraming(SCHEDULER_SERVER), clock, limits: CLIENT_OUTBOX, streamsMax };
    this.dialled = {
      framing: linkFraming(GATEWAY_LINK_CLIENT),
      clock,
      limits: LINK_OUTBOX,
      channels: this.channels,
      method,
    };
  }
}

function methodOf(service: ServiceDefinition, name: string): MethodDefinition<object, object> {
  // The contract's definitions are loaded at run time: the types of their messages are known to the codecs only.
  return required(service[name] as MethodDefinition<object, object> | undefined, `method ${name}`);
}

function noteLeader(health: GatewayHealth, event: GatewayEvent): void {
  if (event.event === 'leader-followed') health.following(true);
  if (event.event === 'leader-lost') health.following(false);
}
