import type { MethodDefinition } from '@grpc/grpc-js';
import type { DialedStreamsFactory } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch } from '@parley/common/contract';
import type { Clock } from '@parley/common/kernel';
import { Channels, ClientStreams, LINK_OUTBOX, linkFraming } from '@parley/common/rpc';
import { ALLOCATOR_SESSION_CLIENT } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';
import { required } from '@parley/common/kernel';

const SERVICE_NAME = 'parley.allocator.v1.AllocatorService';

/** Proposals at any rate that is of use are far below this; an allocator that sends more is cut off. */
const INBOUND = { bytesPerSecondMax: 16 * 1024 * 1024, overSeconds: 5 };

/** Sessions that the master opens with its allocator. */
export function dialedAllocator(clock: Clock): DialedStreamsFactory<AllocatorDown, Batch<AllocatorUp>> {
  const methods: Readonly<Record<string, MethodDefinition<object, object>>> = serviceOf(loadInternal(), SERVICE_NAME);
  const method = required(methods['Session'], 'method Session');
  return (sink, context) => {
    const framing = linkFraming(ALLOCATOR_SESSION_CLIENT);
    return new ClientStreams({
      method,
      channels: new Channels(),
      framing,
      sink,
      context,
      clock,
      limits: LINK_OUTBOX,
      inbound: INBOUND,
    });
  };
}
