// Original file: parley/allocator/v1/allocator_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { SessionRequest as _parley_allocator_v1_SessionRequest, SessionRequest__Output as _parley_allocator_v1_SessionRequest__Output } from '../../../parley/allocator/v1/SessionRequest';
import type { SessionResponse as _parley_allocator_v1_SessionResponse, SessionResponse__Output as _parley_allocator_v1_SessionResponse__Output } from '../../../parley/allocator/v1/SessionResponse';

/**
 * An allocator decides who is offered what next. Its decisions are proposals: the master checks each of them against the truth, so
 * that no allocator can make it promise anything twice, exceed a limit or ignore a refusal. It holds a copy of what it needs, made
 * anew at the begin of every session.
 */
export interface AllocatorServiceClient extends grpc.Client {
  /**
   * One session with one master, which dials. A session with a higher epoch ends those with lower ones; of two sessions with one
   * epoch the higher link number counts.
   */
  Session(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_allocator_v1_SessionRequest, _parley_allocator_v1_SessionResponse__Output>;
  Session(options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_allocator_v1_SessionRequest, _parley_allocator_v1_SessionResponse__Output>;
  /**
   * One session with one master, which dials. A session with a higher epoch ends those with lower ones; of two sessions with one
   * epoch the higher link number counts.
   */
  session(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_allocator_v1_SessionRequest, _parley_allocator_v1_SessionResponse__Output>;
  session(options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_allocator_v1_SessionRequest, _parley_allocator_v1_SessionResponse__Output>;
  
}

/**
 * An allocator decides who is offered what next. Its decisions are proposals: the master checks each of them against the truth, so
 * that no allocator can make it promise anything twice, exceed a limit or ignore a refusal. It holds a copy of what it needs, made
 * anew at the begin of every session.
 */
export interface AllocatorServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * One session with one master, which dials. A session with a higher epoch ends those with lower ones; of two sessions with one
   * epoch the higher link number counts.
   */
  Session: grpc.handleBidiStreamingCall<_parley_allocator_v1_SessionRequest__Output, _parley_allocator_v1_SessionResponse>;
  
}

export interface AllocatorServiceDefinition extends grpc.ServiceDefinition {
  Session: MethodDefinition<_parley_allocator_v1_SessionRequest, _parley_allocator_v1_SessionResponse, _parley_allocator_v1_SessionRequest__Output, _parley_allocator_v1_SessionResponse__Output>
}
