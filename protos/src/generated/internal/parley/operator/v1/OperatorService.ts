// Original file: parley/operator/v1/operator_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { GetStateRequest as _parley_operator_v1_GetStateRequest, GetStateRequest__Output as _parley_operator_v1_GetStateRequest__Output } from '../../../parley/operator/v1/GetStateRequest';
import type { GetStateResponse as _parley_operator_v1_GetStateResponse, GetStateResponse__Output as _parley_operator_v1_GetStateResponse__Output } from '../../../parley/operator/v1/GetStateResponse';
import type { KillRequest as _parley_operator_v1_KillRequest, KillRequest__Output as _parley_operator_v1_KillRequest__Output } from '../../../parley/operator/v1/KillRequest';
import type { KillResponse as _parley_operator_v1_KillResponse, KillResponse__Output as _parley_operator_v1_KillResponse__Output } from '../../../parley/operator/v1/KillResponse';
import type { ListFilesRequest as _parley_operator_v1_ListFilesRequest, ListFilesRequest__Output as _parley_operator_v1_ListFilesRequest__Output } from '../../../parley/operator/v1/ListFilesRequest';
import type { ListFilesResponse as _parley_operator_v1_ListFilesResponse, ListFilesResponse__Output as _parley_operator_v1_ListFilesResponse__Output } from '../../../parley/operator/v1/ListFilesResponse';
import type { ReadFileRequest as _parley_operator_v1_ReadFileRequest, ReadFileRequest__Output as _parley_operator_v1_ReadFileRequest__Output } from '../../../parley/operator/v1/ReadFileRequest';
import type { ReadFileResponse as _parley_operator_v1_ReadFileResponse, ReadFileResponse__Output as _parley_operator_v1_ReadFileResponse__Output } from '../../../parley/operator/v1/ReadFileResponse';
import type { TeardownRequest as _parley_operator_v1_TeardownRequest, TeardownRequest__Output as _parley_operator_v1_TeardownRequest__Output } from '../../../parley/operator/v1/TeardownRequest';
import type { TeardownResponse as _parley_operator_v1_TeardownResponse, TeardownResponse__Output as _parley_operator_v1_TeardownResponse__Output } from '../../../parley/operator/v1/TeardownResponse';
import type { WatchRequest as _parley_operator_v1_WatchRequest, WatchRequest__Output as _parley_operator_v1_WatchRequest__Output } from '../../../parley/operator/v1/WatchRequest';
import type { WatchResponse as _parley_operator_v1_WatchResponse, WatchResponse__Output as _parley_operator_v1_WatchResponse__Output } from '../../../parley/operator/v1/WatchResponse';

/**
 * How people and tools see the cluster and act on it. Refusals are gRPC statuses; the trailing metadata `parley-reason` carries a
 * stable word for programs.
 */
export interface OperatorServiceClient extends grpc.Client {
  /**
   * Reads everything once: begin, parts, end.
   */
  GetState(argument: _parley_operator_v1_GetStateRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_GetStateResponse__Output>;
  GetState(argument: _parley_operator_v1_GetStateRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_GetStateResponse__Output>;
  /**
   * Reads everything once: begin, parts, end.
   */
  getState(argument: _parley_operator_v1_GetStateRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_GetStateResponse__Output>;
  getState(argument: _parley_operator_v1_GetStateRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_GetStateResponse__Output>;
  
  /**
   * Ends a task. May be repeated.
   */
  Kill(argument: _parley_operator_v1_KillRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_KillResponse__Output>): grpc.ClientUnaryCall;
  Kill(argument: _parley_operator_v1_KillRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_KillResponse__Output>): grpc.ClientUnaryCall;
  Kill(argument: _parley_operator_v1_KillRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_KillResponse__Output>): grpc.ClientUnaryCall;
  Kill(argument: _parley_operator_v1_KillRequest, callback: grpc.requestCallback<_parley_operator_v1_KillResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Ends a task. May be repeated.
   */
  kill(argument: _parley_operator_v1_KillRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_KillResponse__Output>): grpc.ClientUnaryCall;
  kill(argument: _parley_operator_v1_KillRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_KillResponse__Output>): grpc.ClientUnaryCall;
  kill(argument: _parley_operator_v1_KillRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_KillResponse__Output>): grpc.ClientUnaryCall;
  kill(argument: _parley_operator_v1_KillRequest, callback: grpc.requestCallback<_parley_operator_v1_KillResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists a folder of a task's sandbox.
   */
  ListFiles(argument: _parley_operator_v1_ListFilesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ListFilesResponse__Output>): grpc.ClientUnaryCall;
  ListFiles(argument: _parley_operator_v1_ListFilesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_ListFilesResponse__Output>): grpc.ClientUnaryCall;
  ListFiles(argument: _parley_operator_v1_ListFilesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ListFilesResponse__Output>): grpc.ClientUnaryCall;
  ListFiles(argument: _parley_operator_v1_ListFilesRequest, callback: grpc.requestCallback<_parley_operator_v1_ListFilesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists a folder of a task's sandbox.
   */
  listFiles(argument: _parley_operator_v1_ListFilesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ListFilesResponse__Output>): grpc.ClientUnaryCall;
  listFiles(argument: _parley_operator_v1_ListFilesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_ListFilesResponse__Output>): grpc.ClientUnaryCall;
  listFiles(argument: _parley_operator_v1_ListFilesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ListFilesResponse__Output>): grpc.ClientUnaryCall;
  listFiles(argument: _parley_operator_v1_ListFilesRequest, callback: grpc.requestCallback<_parley_operator_v1_ListFilesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Reads a part of a file in a task's sandbox.
   */
  ReadFile(argument: _parley_operator_v1_ReadFileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ReadFileResponse__Output>): grpc.ClientUnaryCall;
  ReadFile(argument: _parley_operator_v1_ReadFileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_ReadFileResponse__Output>): grpc.ClientUnaryCall;
  ReadFile(argument: _parley_operator_v1_ReadFileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ReadFileResponse__Output>): grpc.ClientUnaryCall;
  ReadFile(argument: _parley_operator_v1_ReadFileRequest, callback: grpc.requestCallback<_parley_operator_v1_ReadFileResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Reads a part of a file in a task's sandbox.
   */
  readFile(argument: _parley_operator_v1_ReadFileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ReadFileResponse__Output>): grpc.ClientUnaryCall;
  readFile(argument: _parley_operator_v1_ReadFileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_ReadFileResponse__Output>): grpc.ClientUnaryCall;
  readFile(argument: _parley_operator_v1_ReadFileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ReadFileResponse__Output>): grpc.ClientUnaryCall;
  readFile(argument: _parley_operator_v1_ReadFileRequest, callback: grpc.requestCallback<_parley_operator_v1_ReadFileResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Ends a framework for good, and kills its tasks.
   */
  Teardown(argument: _parley_operator_v1_TeardownRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_TeardownResponse__Output>): grpc.ClientUnaryCall;
  Teardown(argument: _parley_operator_v1_TeardownRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_TeardownResponse__Output>): grpc.ClientUnaryCall;
  Teardown(argument: _parley_operator_v1_TeardownRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_TeardownResponse__Output>): grpc.ClientUnaryCall;
  Teardown(argument: _parley_operator_v1_TeardownRequest, callback: grpc.requestCallback<_parley_operator_v1_TeardownResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Ends a framework for good, and kills its tasks.
   */
  teardown(argument: _parley_operator_v1_TeardownRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_TeardownResponse__Output>): grpc.ClientUnaryCall;
  teardown(argument: _parley_operator_v1_TeardownRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_TeardownResponse__Output>): grpc.ClientUnaryCall;
  teardown(argument: _parley_operator_v1_TeardownRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_TeardownResponse__Output>): grpc.ClientUnaryCall;
  teardown(argument: _parley_operator_v1_TeardownRequest, callback: grpc.requestCallback<_parley_operator_v1_TeardownResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Reads everything, then goes on with every change. After a break, give the last version as `resume_after`. Open offers are not
   * watched.
   */
  Watch(argument: _parley_operator_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_WatchResponse__Output>;
  Watch(argument: _parley_operator_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_WatchResponse__Output>;
  /**
   * Reads everything, then goes on with every change. After a break, give the last version as `resume_after`. Open offers are not
   * watched.
   */
  watch(argument: _parley_operator_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_WatchResponse__Output>;
  watch(argument: _parley_operator_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_WatchResponse__Output>;
  
}

/**
 * How people and tools see the cluster and act on it. Refusals are gRPC statuses; the trailing metadata `parley-reason` carries a
 * stable word for programs.
 */
export interface OperatorServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Reads everything once: begin, parts, end.
   */
  GetState: grpc.handleServerStreamingCall<_parley_operator_v1_GetStateRequest__Output, _parley_operator_v1_GetStateResponse>;
  
  /**
   * Ends a task. May be repeated.
   */
  Kill: grpc.handleUnaryCall<_parley_operator_v1_KillRequest__Output, _parley_operator_v1_KillResponse>;
  
  /**
   * Lists a folder of a task's sandbox.
   */
  ListFiles: grpc.handleUnaryCall<_parley_operator_v1_ListFilesRequest__Output, _parley_operator_v1_ListFilesResponse>;
  
  /**
   * Reads a part of a file in a task's sandbox.
   */
  ReadFile: grpc.handleUnaryCall<_parley_operator_v1_ReadFileRequest__Output, _parley_operator_v1_ReadFileResponse>;
  
  /**
   * Ends a framework for good, and kills its tasks.
   */
  Teardown: grpc.handleUnaryCall<_parley_operator_v1_TeardownRequest__Output, _parley_operator_v1_TeardownResponse>;
  
  /**
   * Reads everything, then goes on with every change. After a break, give the last version as `resume_after`. Open offers are not
   * watched.
   */
  Watch: grpc.handleServerStreamingCall<_parley_operator_v1_WatchRequest__Output, _parley_operator_v1_WatchResponse>;
  
}

export interface OperatorServiceDefinition extends grpc.ServiceDefinition {
  GetState: MethodDefinition<_parley_operator_v1_GetStateRequest, _parley_operator_v1_GetStateResponse, _parley_operator_v1_GetStateRequest__Output, _parley_operator_v1_GetStateResponse__Output>
  Kill: MethodDefinition<_parley_operator_v1_KillRequest, _parley_operator_v1_KillResponse, _parley_operator_v1_KillRequest__Output, _parley_operator_v1_KillResponse__Output>
  ListFiles: MethodDefinition<_parley_operator_v1_ListFilesRequest, _parley_operator_v1_ListFilesResponse, _parley_operator_v1_ListFilesRequest__Output, _parley_operator_v1_ListFilesResponse__Output>
  ReadFile: MethodDefinition<_parley_operator_v1_ReadFileRequest, _parley_operator_v1_ReadFileResponse, _parley_operator_v1_ReadFileRequest__Output, _parley_operator_v1_ReadFileResponse__Output>
  Teardown: MethodDefinition<_parley_operator_v1_TeardownRequest, _parley_operator_v1_TeardownResponse, _parley_operator_v1_TeardownRequest__Output, _parley_operator_v1_TeardownResponse__Output>
  Watch: MethodDefinition<_parley_operator_v1_WatchRequest, _parley_operator_v1_WatchResponse, _parley_operator_v1_WatchRequest__Output, _parley_operator_v1_WatchResponse__Output>
}
