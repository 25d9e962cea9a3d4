import type { MethodDefinition } from '@grpc/grpc-js';
import type { DialedStreamsFactory } from '@parley/common/actor';
import type { AgentDown, AgentUp, Batch, LeaderAnswer } from '@parley/common/contract';
import { required } from '@parley/common/kernel';
import type { Clock } from '@parley/common/kernel';
import { callUnary, Channels, ClientStreams, linkFraming, LINK_OUTBOX } from '@parley/common/rpc';
import { AGENT_LINK_CLIENT, LEADER_LOOKUP_CLIENT } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';

/** A master that does not answer within this is not worth waiting for: there are others, and there is a next round. */
const LOOKUP_DEADLINE_MS = 1_500;

/** How an agent reaches masters. */
export interface MasterAccess {
  readonly master: DialedStreamsFactory<AgentUp, Batch<AgentDown>>;
  readonly ask: (target: string, reply: (answer: LeaderAnswer | undefined) => void) => void;
}

/** Reaches masters over gRPC: `MasterService/AgentLink` for the link, `MasterService/LookupLeader` for the question who leads. */
export function grpcMasterAccess(clock: Clock): MasterAccess {
  const service = serviceOf(loadInternal(), 'parley.master.v1.MasterService');
  const methodOf = (name: string): MethodDefinition<object, object> =>
    required<MethodDefinition<object, object>>(service[name], `the method ${name}`);
  const channels = new Channels();
  const framing = linkFraming(AGENT_LINK_CLIENT);
  const lookup = { method: methodOf('LookupLeader'), deadlineMs: LOOKUP_DEADLINE_MS, clock };
  return {
    master: (sink, context) =>
      new ClientStreams({
        method: methodOf('AgentLink'),
        channels,
        framing,
        sink,
        context,
        clock,
        limits: LINK_OUTBOX,
      }),
    ask: (target, reply) => {
      callUnary(channels, target, { ...lookup, request: LEADER_LOOKUP_CLIENT.encode(undefined) })
        .then((answer) => LEADER_LOOKUP_CLIENT.decode(answer))
        .then(reply, () => {
          reply(undefined);
        });
    },
  };
}
