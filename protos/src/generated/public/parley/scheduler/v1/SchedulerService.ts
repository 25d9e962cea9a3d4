// Original file: parley/scheduler/v1/scheduler_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ConnectRequest as _parley_scheduler_v1_ConnectRequest, ConnectRequest__Output as _parley_scheduler_v1_ConnectRequest__Output } from '../../../parley/scheduler/v1/ConnectRequest';
import type { ConnectResponse as _parley_scheduler_v1_ConnectResponse, ConnectResponse__Output as _parley_scheduler_v1_ConnectResponse__Output } from '../../../parley/scheduler/v1/ConnectResponse';

/**
 * How frameworks take part in the cluster.
 * 
 * A scheduler opens one stream, sends `subscribe`, and from then on answers offers and acknowledges status updates. It is told
 * everything it needs to know as events; calls that carry a call id are answered by a `call_result`.
 * 
 * When the stream breaks, connect again with backoff (from 1 s to 1 min, with some chance) and subscribe with the framework id you
 * were told, unless the last event was a `stream_error` that says not to. Offers of the old stream are gone; updates that were not
 * acknowledged come again; calls without an answer may or may not have taken effect, so ask with `reconcile`.
 */
export interface SchedulerServiceClient extends grpc.Client {
  /**
   * The stream of one framework. Calls take effect in the order in which they are sent.
   */
  Connect(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_scheduler_v1_ConnectRequest, _parley_scheduler_v1_ConnectResponse__Output>;
  Connect(options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_scheduler_v1_ConnectRequest, _parley_scheduler_v1_ConnectResponse__Output>;
  /**
   * The stream of one framework. Calls take effect in the order in which they are sent.
   */
  connect(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_scheduler_v1_ConnectRequest, _parley_scheduler_v1_ConnectResponse__Output>;
  connect(options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_scheduler_v1_ConnectRequest, _parley_scheduler_v1_ConnectResponse__Output>;
  
}

/**
 * How frameworks take part in the cluster.
 * 
 * A scheduler opens one stream, sends `subscribe`, and from then on answers offers and acknowledges status updates. It is told
 * everything it needs to know as events; calls that carry a call id are answered by a `call_result`.
 * 
 * When the stream breaks, connect again with backoff (from 1 s to 1 min, with some chance) and subscribe with the framework id you
 * were told, unless the last event was a `stream_error` that says not to. Offers of the old stream are gone; updates that were not
 * acknowledged come again; calls without an answer may or may not have taken effect, so ask with `reconcile`.
 */
export interface SchedulerServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * The stream of one framework. Calls take effect in the order in which they are sent.
   */
  Connect: grpc.handleBidiStreamingCall<_parley_scheduler_v1_ConnectRequest__Output, _parley_scheduler_v1_ConnectResponse>;
  
}

export interface SchedulerServiceDefinition extends grpc.ServiceDefinition {
  Connect: MethodDefinition<_parley_scheduler_v1_ConnectRequest, _parley_scheduler_v1_ConnectResponse, _parley_scheduler_v1_ConnectRequest__Output, _parley_scheduler_v1_ConnectResponse__Output>
}
