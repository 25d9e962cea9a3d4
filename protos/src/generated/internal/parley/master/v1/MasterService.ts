// Original file: parley/master/v1/master_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AgentLinkRequest as _parley_master_v1_AgentLinkRequest, AgentLinkRequest__Output as _parley_master_v1_AgentLinkRequest__Output } from '../../../parley/master/v1/AgentLinkRequest';
import type { AgentLinkResponse as _parley_master_v1_AgentLinkResponse, AgentLinkResponse__Output as _parley_master_v1_AgentLinkResponse__Output } from '../../../parley/master/v1/AgentLinkResponse';
import type { GatewayLinkRequest as _parley_master_v1_GatewayLinkRequest, GatewayLinkRequest__Output as _parley_master_v1_GatewayLinkRequest__Output } from '../../../parley/master/v1/GatewayLinkRequest';
import type { GatewayLinkResponse as _parley_master_v1_GatewayLinkResponse, GatewayLinkResponse__Output as _parley_master_v1_GatewayLinkResponse__Output } from '../../../parley/master/v1/GatewayLinkResponse';
import type { LookupLeaderRequest as _parley_master_v1_LookupLeaderRequest, LookupLeaderRequest__Output as _parley_master_v1_LookupLeaderRequest__Output } from '../../../parley/master/v1/LookupLeaderRequest';
import type { LookupLeaderResponse as _parley_master_v1_LookupLeaderResponse, LookupLeaderResponse__Output as _parley_master_v1_LookupLeaderResponse__Output } from '../../../parley/master/v1/LookupLeaderResponse';

/**
 * How Parley's own services reach the master. Internal: it changes without notice.
 */
export interface MasterServiceClient extends grpc.Client {
  /**
   * The link of one agent to the leader.
   */
  AgentLink(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_master_v1_AgentLinkRequest, _parley_master_v1_AgentLinkResponse__Output>;
  AgentLink(options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_master_v1_AgentLinkRequest, _parley_master_v1_AgentLinkResponse__Output>;
  /**
   * The link of one agent to the leader.
   */
  agentLink(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_master_v1_AgentLinkRequest, _parley_master_v1_AgentLinkResponse__Output>;
  agentLink(options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_master_v1_AgentLinkRequest, _parley_master_v1_AgentLinkResponse__Output>;
  
  /**
   * The link of one gateway to the leader, for all its frameworks and operators.
   */
  GatewayLink(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_master_v1_GatewayLinkRequest, _parley_master_v1_GatewayLinkResponse__Output>;
  GatewayLink(options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_master_v1_GatewayLinkRequest, _parley_master_v1_GatewayLinkResponse__Output>;
  /**
   * The link of one gateway to the leader, for all its frameworks and operators.
   */
  gatewayLink(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_master_v1_GatewayLinkRequest, _parley_master_v1_GatewayLinkResponse__Output>;
  gatewayLink(options?: grpc.CallOptions): grpc.ClientDuplexStream<_parley_master_v1_GatewayLinkRequest, _parley_master_v1_GatewayLinkResponse__Output>;
  
  /**
   * Asks any master who leads. Follow the highest epoch that any master tells.
   */
  LookupLeader(argument: _parley_master_v1_LookupLeaderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_master_v1_LookupLeaderResponse__Output>): grpc.ClientUnaryCall;
  LookupLeader(argument: _parley_master_v1_LookupLeaderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_master_v1_LookupLeaderResponse__Output>): grpc.ClientUnaryCall;
  LookupLeader(argument: _parley_master_v1_LookupLeaderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_master_v1_LookupLeaderResponse__Output>): grpc.ClientUnaryCall;
  LookupLeader(argument: _parley_master_v1_LookupLeaderRequest, callback: grpc.requestCallback<_parley_master_v1_LookupLeaderResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Asks any master who leads. Follow the highest epoch that any master tells.
   */
  lookupLeader(argument: _parley_master_v1_LookupLeaderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_master_v1_LookupLeaderResponse__Output>): grpc.ClientUnaryCall;
  lookupLeader(argument: _parley_master_v1_LookupLeaderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_master_v1_LookupLeaderResponse__Output>): grpc.ClientUnaryCall;
  lookupLeader(argument: _parley_master_v1_LookupLeaderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_master_v1_LookupLeaderResponse__Output>): grpc.ClientUnaryCall;
  lookupLeader(argument: _parley_master_v1_LookupLeaderRequest, callback: grpc.requestCallback<_parley_master_v1_LookupLeaderResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * How Parley's own services reach the master. Internal: it changes without notice.
 */
export interface MasterServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * The link of one agent to the leader.
   */
  AgentLink: grpc.handleBidiStreamingCall<_parley_master_v1_AgentLinkRequest__Output, _parley_master_v1_AgentLinkResponse>;
  
  /**
   * The link of one gateway to the leader, for all its frameworks and operators.
   */
  GatewayLink: grpc.handleBidiStreamingCall<_parley_master_v1_GatewayLinkRequest__Output, _parley_master_v1_GatewayLinkResponse>;
  
  /**
   * Asks any master who leads. Follow the highest epoch that any master tells.
   */
  LookupLeader: grpc.handleUnaryCall<_parley_master_v1_LookupLeaderRequest__Output, _parley_master_v1_LookupLeaderResponse>;
  
}

export interface MasterServiceDefinition extends grpc.ServiceDefinition {
  AgentLink: MethodDefinition<_parley_master_v1_AgentLinkRequest, _parley_master_v1_AgentLinkResponse, _parley_master_v1_AgentLinkRequest__Output, _parley_master_v1_AgentLinkResponse__Output>
  GatewayLink: MethodDefinition<_parley_master_v1_GatewayLinkRequest, _parley_master_v1_GatewayLinkResponse, _parley_master_v1_GatewayLinkRequest__Output, _parley_master_v1_GatewayLinkResponse__Output>
  LookupLeader: MethodDefinition<_parley_master_v1_LookupLeaderRequest, _parley_master_v1_LookupLeaderResponse, _parley_master_v1_LookupLeaderRequest__Output, _parley_master_v1_LookupLeaderResponse__Output>
}
