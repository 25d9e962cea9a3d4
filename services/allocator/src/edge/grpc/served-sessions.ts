import type { StreamsFactory } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch } from '@parley/common/contract';
import type { Clock } from '@parley/common/kernel';
import { LINK_OUTBOX, linkFraming, ServedStreams } from '@parley/common/rpc';
import type { GrpcServer } from '@parley/common/rpc';
import { ALLOCATOR_SESSION_SERVER } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';

/** Full name of the service that masters dial. */
export const SERVICE_NAME = 'parley.allocator.v1.AllocatorService';

/** There is one leading master; a few more streams belong to its predecessors. */
const STREAMS_MAX = 64;

/** Serves the sessions of masters on `server`, which must not listen yet when the factory is called. */
export function servedSessions(server: GrpcServer, clock: Clock): StreamsFactory<AllocatorUp, Batch<AllocatorDown>> {
  return (sink, context) => {
    const framing = linkFraming(ALLOCATOR_SESSION_SERVER);
    const streams = new ServedStreams({ framing, sink, context, clock, limits: LINK_OUTBOX, streamsMax: STREAMS_MAX });
    server.add(serviceOf(loadInternal(), SERVICE_NAME), { Session: streams.handler });
    return streams;
  };
}
