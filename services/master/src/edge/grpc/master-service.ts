import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { StreamsFactory } from '@parley/common/actor';
import type { AgentDown, AgentUp, Batch, GatewayDown, GatewayUp, LeaderAnswer } from '@parley/common/contract';
import type { Clock } from '@parley/common/kernel';
import { LINK_OUTBOX, ServedStreams, linkFraming, statusOf, unary } from '@parley/common/rpc';
import type { GrpcServer } from '@parley/common/rpc';
import { AGENT_LINK_SERVER, GATEWAY_LINK_SERVER, LEADER_LOOKUP_SERVER } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';

/** Full name of the service that agents, gateways and other masters call. */
export const SERVICE_NAME = 'parley.master.v1.MasterService';

const AGENTS_MAX = 60_000;
const GATEWAYS_MAX = 1_000;

type Handler = (call: ServerDuplexStream<unknown, object>) => void;

/** What the service needs of the instance. */
export interface MasterServiceOptions {
  readonly clock: Clock;
  /** Who leads, by a lease that holds at this moment. */
  readonly leader: () => LeaderAnswer;
  readonly onFault: (error: unknown) => void;
}

/** The gRPC face of a master. It answers who leads at all times; links are taken while this instance leads, and refused otherwise. */
export class MasterService {
  readonly #options: MasterServiceOptions;
  #agents: Handler = refuseLink;
  #gateways: Handler = refuseLink;

  constructor(options: MasterServiceOptions) {
    this.#options = options;
  }

  /** To be called before the server listens. */
  addTo(server: GrpcServer): void {
    const { leader, onFault } = this.#options;
    server.add(serviceOf(loadInternal(), SERVICE_NAME), {
      AgentLink: (call: ServerDuplexStream<unknown, object>) => {
        this.#agents(call);
      },
      GatewayLink: (call: ServerDuplexStream<unknown, object>) => {
        this.#gateways(call);
      },
      LookupLeader: unary({
        decode: (wire) => LEADER_LOOKUP_SERVER.decode(wire),
        answer: leader,
        encode: (answer: LeaderAnswer) => LEADER_LOOKUP_SERVER.encode(answer),
        onFault,
      }),
    });
  }

  /** Links of agents are taken from here on. */
  readonly agents: StreamsFactory<AgentDown, Batch<AgentUp>> = (sink, context) => {
    const { clock } = this.#options;
    const framing = linkFraming(AGENT_LINK_SERVER);
    const streams = new ServedStreams({ framing, sink, context, clock, limits: LINK_OUTBOX, streamsMax: AGENTS_MAX });
    this.#agents = streams.handler;
    return streams;
  };

  /** Links of gateways are taken from here on. */
  readonly gateways: StreamsFactory<GatewayDown, Batch<GatewayUp>> = (sink, context) => {
    const { clock } = this.#options;
    const framing = linkFraming(GATEWAY_LINK_SERVER);
    const streams = new ServedStreams({ framing, sink, context, clock, limits: LINK_OUTBOX, streamsMax: GATEWAYS_MAX });
    this.#gateways = streams.handler;
    return streams;
  };
}

function refuseLink(call: ServerDuplexStream<unknown, object>): void {
  call.emit('error', statusOf({ kind: 'refused', message: 'this master does not lead; ask any master who does' }));
}
