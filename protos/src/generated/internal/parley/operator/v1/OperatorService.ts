// Original file: parley/operator/v1/operator_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeactivateAgentRequest as _parley_operator_v1_DeactivateAgentRequest, DeactivateAgentRequest__Output as _parley_operator_v1_DeactivateAgentRequest__Output } from '../../../parley/operator/v1/DeactivateAgentRequest';
import type { DeactivateAgentResponse as _parley_operator_v1_DeactivateAgentResponse, DeactivateAgentResponse__Output as _parley_operator_v1_DeactivateAgentResponse__Output } from '../../../parley/operator/v1/DeactivateAgentResponse';
import type { ExplainOffersRequest as _parley_operator_v1_ExplainOffersRequest, ExplainOffersRequest__Output as _parley_operator_v1_ExplainOffersRequest__Output } from '../../../parley/operator/v1/ExplainOffersRequest';
import type { ExplainOffersResponse as _parley_operator_v1_ExplainOffersResponse, ExplainOffersResponse__Output as _parley_operator_v1_ExplainOffersResponse__Output } from '../../../parley/operator/v1/ExplainOffersResponse';
import type { GetMaintenanceRequest as _parley_operator_v1_GetMaintenanceRequest, GetMaintenanceRequest__Output as _parley_operator_v1_GetMaintenanceRequest__Output } from '../../../parley/operator/v1/GetMaintenanceRequest';
import type { GetMaintenanceResponse as _parley_operator_v1_GetMaintenanceResponse, GetMaintenanceResponse__Output as _parley_operator_v1_GetMaintenanceResponse__Output } from '../../../parley/operator/v1/GetMaintenanceResponse';
import type { GetSharesRequest as _parley_operator_v1_GetSharesRequest, GetSharesRequest__Output as _parley_operator_v1_GetSharesRequest__Output } from '../../../parley/operator/v1/GetSharesRequest';
import type { GetSharesResponse as _parley_operator_v1_GetSharesResponse, GetSharesResponse__Output as _parley_operator_v1_GetSharesResponse__Output } from '../../../parley/operator/v1/GetSharesResponse';
import type { GetStateRequest as _parley_operator_v1_GetStateRequest, GetStateRequest__Output as _parley_operator_v1_GetStateRequest__Output } from '../../../parley/operator/v1/GetStateRequest';
import type { GetStateResponse as _parley_operator_v1_GetStateResponse, GetStateResponse__Output as _parley_operator_v1_GetStateResponse__Output } from '../../../parley/operator/v1/GetStateResponse';
import type { GetWhitelistRequest as _parley_operator_v1_GetWhitelistRequest, GetWhitelistRequest__Output as _parley_operator_v1_GetWhitelistRequest__Output } from '../../../parley/operator/v1/GetWhitelistRequest';
import type { GetWhitelistResponse as _parley_operator_v1_GetWhitelistResponse, GetWhitelistResponse__Output as _parley_operator_v1_GetWhitelistResponse__Output } from '../../../parley/operator/v1/GetWhitelistResponse';
import type { KillRequest as _parley_operator_v1_KillRequest, KillRequest__Output as _parley_operator_v1_KillRequest__Output } from '../../../parley/operator/v1/KillRequest';
import type { KillResponse as _parley_operator_v1_KillResponse, KillResponse__Output as _parley_operator_v1_KillResponse__Output } from '../../../parley/operator/v1/KillResponse';
import type { ListFilesRequest as _parley_operator_v1_ListFilesRequest, ListFilesRequest__Output as _parley_operator_v1_ListFilesRequest__Output } from '../../../parley/operator/v1/ListFilesRequest';
import type { ListFilesResponse as _parley_operator_v1_ListFilesResponse, ListFilesResponse__Output as _parley_operator_v1_ListFilesResponse__Output } from '../../../parley/operator/v1/ListFilesResponse';
import type { ReactivateAgentRequest as _parley_operator_v1_ReactivateAgentRequest, ReactivateAgentRequest__Output as _parley_operator_v1_ReactivateAgentRequest__Output } from '../../../parley/operator/v1/ReactivateAgentRequest';
import type { ReactivateAgentResponse as _parley_operator_v1_ReactivateAgentResponse, ReactivateAgentResponse__Output as _parley_operator_v1_ReactivateAgentResponse__Output } from '../../../parley/operator/v1/ReactivateAgentResponse';
import type { ReadFileRequest as _parley_operator_v1_ReadFileRequest, ReadFileRequest__Output as _parley_operator_v1_ReadFileRequest__Output } from '../../../parley/operator/v1/ReadFileRequest';
import type { ReadFileResponse as _parley_operator_v1_ReadFileResponse, ReadFileResponse__Output as _parley_operator_v1_ReadFileResponse__Output } from '../../../parley/operator/v1/ReadFileResponse';
import type { TeardownRequest as _parley_operator_v1_TeardownRequest, TeardownRequest__Output as _parley_operator_v1_TeardownRequest__Output } from '../../../parley/operator/v1/TeardownRequest';
import type { TeardownResponse as _parley_operator_v1_TeardownResponse, TeardownResponse__Output as _parley_operator_v1_TeardownResponse__Output } from '../../../parley/operator/v1/TeardownResponse';
import type { UpdateMaintenanceRequest as _parley_operator_v1_UpdateMaintenanceRequest, UpdateMaintenanceRequest__Output as _parley_operator_v1_UpdateMaintenanceRequest__Output } from '../../../parley/operator/v1/UpdateMaintenanceRequest';
import type { UpdateMaintenanceResponse as _parley_operator_v1_UpdateMaintenanceResponse, UpdateMaintenanceResponse__Output as _parley_operator_v1_UpdateMaintenanceResponse__Output } from '../../../parley/operator/v1/UpdateMaintenanceResponse';
import type { UpdatePackingRequest as _parley_operator_v1_UpdatePackingRequest, UpdatePackingRequest__Output as _parley_operator_v1_UpdatePackingRequest__Output } from '../../../parley/operator/v1/UpdatePackingRequest';
import type { UpdatePackingResponse as _parley_operator_v1_UpdatePackingResponse, UpdatePackingResponse__Output as _parley_operator_v1_UpdatePackingResponse__Output } from '../../../parley/operator/v1/UpdatePackingResponse';
import type { UpdateQuotaRequest as _parley_operator_v1_UpdateQuotaRequest, UpdateQuotaRequest__Output as _parley_operator_v1_UpdateQuotaRequest__Output } from '../../../parley/operator/v1/UpdateQuotaRequest';
import type { UpdateQuotaResponse as _parley_operator_v1_UpdateQuotaResponse, UpdateQuotaResponse__Output as _parley_operator_v1_UpdateQuotaResponse__Output } from '../../../parley/operator/v1/UpdateQuotaResponse';
import type { UpdateWeightsRequest as _parley_operator_v1_UpdateWeightsRequest, UpdateWeightsRequest__Output as _parley_operator_v1_UpdateWeightsRequest__Output } from '../../../parley/operator/v1/UpdateWeightsRequest';
import type { UpdateWeightsResponse as _parley_operator_v1_UpdateWeightsResponse, UpdateWeightsResponse__Output as _parley_operator_v1_UpdateWeightsResponse__Output } from '../../../parley/operator/v1/UpdateWeightsResponse';
import type { UpdateWhitelistRequest as _parley_operator_v1_UpdateWhitelistRequest, UpdateWhitelistRequest__Output as _parley_operator_v1_UpdateWhitelistRequest__Output } from '../../../parley/operator/v1/UpdateWhitelistRequest';
import type { UpdateWhitelistResponse as _parley_operator_v1_UpdateWhitelistResponse, UpdateWhitelistResponse__Output as _parley_operator_v1_UpdateWhitelistResponse__Output } from '../../../parley/operator/v1/UpdateWhitelistResponse';
import type { WatchRequest as _parley_operator_v1_WatchRequest, WatchRequest__Output as _parley_operator_v1_WatchRequest__Output } from '../../../parley/operator/v1/WatchRequest';
import type { WatchResponse as _parley_operator_v1_WatchResponse, WatchResponse__Output as _parley_operator_v1_WatchResponse__Output } from '../../../parley/operator/v1/WatchResponse';

/**
 * How people and tools see the cluster and act on it. Refusals are gRPC statuses; the trailing metadata `parley-reason` carries a
 * stable word for programs.
 */
export interface OperatorServiceClient extends grpc.Client {
  /**
   * Offers nothing of an agent any more. May be repeated.
   */
  DeactivateAgent(argument: _parley_operator_v1_DeactivateAgentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_DeactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  DeactivateAgent(argument: _parley_operator_v1_DeactivateAgentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_DeactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  DeactivateAgent(argument: _parley_operator_v1_DeactivateAgentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_DeactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  DeactivateAgent(argument: _parley_operator_v1_DeactivateAgentRequest, callback: grpc.requestCallback<_parley_operator_v1_DeactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Offers nothing of an agent any more. May be repeated.
   */
  deactivateAgent(argument: _parley_operator_v1_DeactivateAgentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_DeactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  deactivateAgent(argument: _parley_operator_v1_DeactivateAgentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_DeactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  deactivateAgent(argument: _parley_operator_v1_DeactivateAgentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_DeactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  deactivateAgent(argument: _parley_operator_v1_DeactivateAgentRequest, callback: grpc.requestCallback<_parley_operator_v1_DeactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Tells why frameworks are not offered agents, in parts.
   */
  ExplainOffers(argument: _parley_operator_v1_ExplainOffersRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_ExplainOffersResponse__Output>;
  ExplainOffers(argument: _parley_operator_v1_ExplainOffersRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_ExplainOffersResponse__Output>;
  /**
   * Tells why frameworks are not offered agents, in parts.
   */
  explainOffers(argument: _parley_operator_v1_ExplainOffersRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_ExplainOffersResponse__Output>;
  explainOffers(argument: _parley_operator_v1_ExplainOffersRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_ExplainOffersResponse__Output>;
  
  /**
   * Reads the schedule of maintenance, and what frameworks say to it.
   */
  GetMaintenance(argument: _parley_operator_v1_GetMaintenanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_GetMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  GetMaintenance(argument: _parley_operator_v1_GetMaintenanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_GetMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  GetMaintenance(argument: _parley_operator_v1_GetMaintenanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_GetMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  GetMaintenance(argument: _parley_operator_v1_GetMaintenanceRequest, callback: grpc.requestCallback<_parley_operator_v1_GetMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Reads the schedule of maintenance, and what frameworks say to it.
   */
  getMaintenance(argument: _parley_operator_v1_GetMaintenanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_GetMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  getMaintenance(argument: _parley_operator_v1_GetMaintenanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_GetMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  getMaintenance(argument: _parley_operator_v1_GetMaintenanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_GetMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  getMaintenance(argument: _parley_operator_v1_GetMaintenanceRequest, callback: grpc.requestCallback<_parley_operator_v1_GetMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Tells the shares of all roles and frameworks, in parts.
   */
  GetShares(argument: _parley_operator_v1_GetSharesRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_GetSharesResponse__Output>;
  GetShares(argument: _parley_operator_v1_GetSharesRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_GetSharesResponse__Output>;
  /**
   * Tells the shares of all roles and frameworks, in parts.
   */
  getShares(argument: _parley_operator_v1_GetSharesRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_GetSharesResponse__Output>;
  getShares(argument: _parley_operator_v1_GetSharesRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_parley_operator_v1_GetSharesResponse__Output>;
  
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
   * Reads which hosts are offered.
   */
  GetWhitelist(argument: _parley_operator_v1_GetWhitelistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_GetWhitelistResponse__Output>): grpc.ClientUnaryCall;
  GetWhitelist(argument: _parley_operator_v1_GetWhitelistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_GetWhitelistResponse__Output>): grpc.ClientUnaryCall;
  GetWhitelist(argument: _parley_operator_v1_GetWhitelistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_GetWhitelistResponse__Output>): grpc.ClientUnaryCall;
  GetWhitelist(argument: _parley_operator_v1_GetWhitelistRequest, callback: grpc.requestCallback<_parley_operator_v1_GetWhitelistResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Reads which hosts are offered.
   */
  getWhitelist(argument: _parley_operator_v1_GetWhitelistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_GetWhitelistResponse__Output>): grpc.ClientUnaryCall;
  getWhitelist(argument: _parley_operator_v1_GetWhitelistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_GetWhitelistResponse__Output>): grpc.ClientUnaryCall;
  getWhitelist(argument: _parley_operator_v1_GetWhitelistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_GetWhitelistResponse__Output>): grpc.ClientUnaryCall;
  getWhitelist(argument: _parley_operator_v1_GetWhitelistRequest, callback: grpc.requestCallback<_parley_operator_v1_GetWhitelistResponse__Output>): grpc.ClientUnaryCall;
  
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
   * Offers an agent again that was deactivated.
   */
  ReactivateAgent(argument: _parley_operator_v1_ReactivateAgentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ReactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  ReactivateAgent(argument: _parley_operator_v1_ReactivateAgentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_ReactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  ReactivateAgent(argument: _parley_operator_v1_ReactivateAgentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ReactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  ReactivateAgent(argument: _parley_operator_v1_ReactivateAgentRequest, callback: grpc.requestCallback<_parley_operator_v1_ReactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Offers an agent again that was deactivated.
   */
  reactivateAgent(argument: _parley_operator_v1_ReactivateAgentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ReactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  reactivateAgent(argument: _parley_operator_v1_ReactivateAgentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_ReactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  reactivateAgent(argument: _parley_operator_v1_ReactivateAgentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_ReactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  reactivateAgent(argument: _parley_operator_v1_ReactivateAgentRequest, callback: grpc.requestCallback<_parley_operator_v1_ReactivateAgentResponse__Output>): grpc.ClientUnaryCall;
  
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
   * Replaces the schedule of maintenance.
   */
  UpdateMaintenance(argument: _parley_operator_v1_UpdateMaintenanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  UpdateMaintenance(argument: _parley_operator_v1_UpdateMaintenanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdateMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  UpdateMaintenance(argument: _parley_operator_v1_UpdateMaintenanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  UpdateMaintenance(argument: _parley_operator_v1_UpdateMaintenanceRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdateMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Replaces the schedule of maintenance.
   */
  updateMaintenance(argument: _parley_operator_v1_UpdateMaintenanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  updateMaintenance(argument: _parley_operator_v1_UpdateMaintenanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdateMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  updateMaintenance(argument: _parley_operator_v1_UpdateMaintenanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  updateMaintenance(argument: _parley_operator_v1_UpdateMaintenanceRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdateMaintenanceResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes how agents are made into offers for roles.
   */
  UpdatePacking(argument: _parley_operator_v1_UpdatePackingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdatePackingResponse__Output>): grpc.ClientUnaryCall;
  UpdatePacking(argument: _parley_operator_v1_UpdatePackingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdatePackingResponse__Output>): grpc.ClientUnaryCall;
  UpdatePacking(argument: _parley_operator_v1_UpdatePackingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdatePackingResponse__Output>): grpc.ClientUnaryCall;
  UpdatePacking(argument: _parley_operator_v1_UpdatePackingRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdatePackingResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes how agents are made into offers for roles.
   */
  updatePacking(argument: _parley_operator_v1_UpdatePackingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdatePackingResponse__Output>): grpc.ClientUnaryCall;
  updatePacking(argument: _parley_operator_v1_UpdatePackingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdatePackingResponse__Output>): grpc.ClientUnaryCall;
  updatePacking(argument: _parley_operator_v1_UpdatePackingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdatePackingResponse__Output>): grpc.ClientUnaryCall;
  updatePacking(argument: _parley_operator_v1_UpdatePackingRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdatePackingResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes the guarantees and limits of roles.
   */
  UpdateQuota(argument: _parley_operator_v1_UpdateQuotaRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateQuotaResponse__Output>): grpc.ClientUnaryCall;
  UpdateQuota(argument: _parley_operator_v1_UpdateQuotaRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdateQuotaResponse__Output>): grpc.ClientUnaryCall;
  UpdateQuota(argument: _parley_operator_v1_UpdateQuotaRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateQuotaResponse__Output>): grpc.ClientUnaryCall;
  UpdateQuota(argument: _parley_operator_v1_UpdateQuotaRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdateQuotaResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes the guarantees and limits of roles.
   */
  updateQuota(argument: _parley_operator_v1_UpdateQuotaRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateQuotaResponse__Output>): grpc.ClientUnaryCall;
  updateQuota(argument: _parley_operator_v1_UpdateQuotaRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdateQuotaResponse__Output>): grpc.ClientUnaryCall;
  updateQuota(argument: _parley_operator_v1_UpdateQuotaRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateQuotaResponse__Output>): grpc.ClientUnaryCall;
  updateQuota(argument: _parley_operator_v1_UpdateQuotaRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdateQuotaResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes the weights of roles.
   */
  UpdateWeights(argument: _parley_operator_v1_UpdateWeightsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateWeightsResponse__Output>): grpc.ClientUnaryCall;
  UpdateWeights(argument: _parley_operator_v1_UpdateWeightsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdateWeightsResponse__Output>): grpc.ClientUnaryCall;
  UpdateWeights(argument: _parley_operator_v1_UpdateWeightsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateWeightsResponse__Output>): grpc.ClientUnaryCall;
  UpdateWeights(argument: _parley_operator_v1_UpdateWeightsRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdateWeightsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes the weights of roles.
   */
  updateWeights(argument: _parley_operator_v1_UpdateWeightsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateWeightsResponse__Output>): grpc.ClientUnaryCall;
  updateWeights(argument: _parley_operator_v1_UpdateWeightsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdateWeightsResponse__Output>): grpc.ClientUnaryCall;
  updateWeights(argument: _parley_operator_v1_UpdateWeightsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateWeightsResponse__Output>): grpc.ClientUnaryCall;
  updateWeights(argument: _parley_operator_v1_UpdateWeightsRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdateWeightsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Changes which hosts are offered.
   */
  UpdateWhitelist(argument: _parley_operator_v1_UpdateWhitelistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateWhitelistResponse__Output>): grpc.ClientUnaryCall;
  UpdateWhitelist(argument: _parley_operator_v1_UpdateWhitelistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdateWhitelistResponse__Output>): grpc.ClientUnaryCall;
  UpdateWhitelist(argument: _parley_operator_v1_UpdateWhitelistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateWhitelistResponse__Output>): grpc.ClientUnaryCall;
  UpdateWhitelist(argument: _parley_operator_v1_UpdateWhitelistRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdateWhitelistResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Changes which hosts are offered.
   */
  updateWhitelist(argument: _parley_operator_v1_UpdateWhitelistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateWhitelistResponse__Output>): grpc.ClientUnaryCall;
  updateWhitelist(argument: _parley_operator_v1_UpdateWhitelistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_parley_operator_v1_UpdateWhitelistResponse__Output>): grpc.ClientUnaryCall;
  updateWhitelist(argument: _parley_operator_v1_UpdateWhitelistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_parley_operator_v1_UpdateWhitelistResponse__Output>): grpc.ClientUnaryCall;
  updateWhitelist(argument: _parley_operator_v1_UpdateWhitelistRequest, callback: grpc.requestCallback<_parley_operator_v1_UpdateWhitelistResponse__Output>): grpc.ClientUnaryCall;
  
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
   * Offers nothing of an agent any more. May be repeated.
   */
  DeactivateAgent: grpc.handleUnaryCall<_parley_operator_v1_DeactivateAgentRequest__Output, _parley_operator_v1_DeactivateAgentResponse>;
  
  /**
   * Tells why frameworks are not offered agents, in parts.
   */
  ExplainOffers: grpc.handleServerStreamingCall<_parley_operator_v1_ExplainOffersRequest__Output, _parley_operator_v1_ExplainOffersResponse>;
  
  /**
   * Reads the schedule of maintenance, and what frameworks say to it.
   */
  GetMaintenance: grpc.handleUnaryCall<_parley_operator_v1_GetMaintenanceRequest__Output, _parley_operator_v1_GetMaintenanceResponse>;
  
  /**
   * Tells the shares of all roles and frameworks, in parts.
   */
  GetShares: grpc.handleServerStreamingCall<_parley_operator_v1_GetSharesRequest__Output, _parley_operator_v1_GetSharesResponse>;
  
  /**
   * Reads everything once: begin, parts, end.
   */
  GetState: grpc.handleServerStreamingCall<_parley_operator_v1_GetStateRequest__Output, _parley_operator_v1_GetStateResponse>;
  
  /**
   * Reads which hosts are offered.
   */
  GetWhitelist: grpc.handleUnaryCall<_parley_operator_v1_GetWhitelistRequest__Output, _parley_operator_v1_GetWhitelistResponse>;
  
  /**
   * Ends a task. May be repeated.
   */
  Kill: grpc.handleUnaryCall<_parley_operator_v1_KillRequest__Output, _parley_operator_v1_KillResponse>;
  
  /**
   * Lists a folder of a task's sandbox.
   */
  ListFiles: grpc.handleUnaryCall<_parley_operator_v1_ListFilesRequest__Output, _parley_operator_v1_ListFilesResponse>;
  
  /**
   * Offers an agent again that was deactivated.
   */
  ReactivateAgent: grpc.handleUnaryCall<_parley_operator_v1_ReactivateAgentRequest__Output, _parley_operator_v1_ReactivateAgentResponse>;
  
  /**
   * Reads a part of a file in a task's sandbox.
   */
  ReadFile: grpc.handleUnaryCall<_parley_operator_v1_ReadFileRequest__Output, _parley_operator_v1_ReadFileResponse>;
  
  /**
   * Ends a framework for good, and kills its tasks.
   */
  Teardown: grpc.handleUnaryCall<_parley_operator_v1_TeardownRequest__Output, _parley_operator_v1_TeardownResponse>;
  
  /**
   * Replaces the schedule of maintenance.
   */
  UpdateMaintenance: grpc.handleUnaryCall<_parley_operator_v1_UpdateMaintenanceRequest__Output, _parley_operator_v1_UpdateMaintenanceResponse>;
  
  /**
   * Changes how agents are made into offers for roles.
   */
  UpdatePacking: grpc.handleUnaryCall<_parley_operator_v1_UpdatePackingRequest__Output, _parley_operator_v1_UpdatePackingResponse>;
  
  /**
   * Changes the guarantees and limits of roles.
   */
  UpdateQuota: grpc.handleUnaryCall<_parley_operator_v1_UpdateQuotaRequest__Output, _parley_operator_v1_UpdateQuotaResponse>;
  
  /**
   * Changes the weights of roles.
   */
  UpdateWeights: grpc.handleUnaryCall<_parley_operator_v1_UpdateWeightsRequest__Output, _parley_operator_v1_UpdateWeightsResponse>;
  
  /**
   * Changes which hosts are offered.
   */
  UpdateWhitelist: grpc.handleUnaryCall<_parley_operator_v1_UpdateWhitelistRequest__Output, _parley_operator_v1_UpdateWhitelistResponse>;
  
  /**
   * Reads everything, then goes on with every change. After a break, give the last version as `resume_after`. Open offers are not
   * watched.
   */
  Watch: grpc.handleServerStreamingCall<_parley_operator_v1_WatchRequest__Output, _parley_operator_v1_WatchResponse>;
  
}

export interface OperatorServiceDefinition extends grpc.ServiceDefinition {
  DeactivateAgent: MethodDefinition<_parley_operator_v1_DeactivateAgentRequest, _parley_operator_v1_DeactivateAgentResponse, _parley_operator_v1_DeactivateAgentRequest__Output, _parley_operator_v1_DeactivateAgentResponse__Output>
  ExplainOffers: MethodDefinition<_parley_operator_v1_ExplainOffersRequest, _parley_operator_v1_ExplainOffersResponse, _parley_operator_v1_ExplainOffersRequest__Output, _parley_operator_v1_ExplainOffersResponse__Output>
  GetMaintenance: MethodDefinition<_parley_operator_v1_GetMaintenanceRequest, _parley_operator_v1_GetMaintenanceResponse, _parley_operator_v1_GetMaintenanceRequest__Output, _parley_operator_v1_GetMaintenanceResponse__Output>
  GetShares: MethodDefinition<_parley_operator_v1_GetSharesRequest, _parley_operator_v1_GetSharesResponse, _parley_operator_v1_GetSharesRequest__Output, _parley_operator_v1_GetSharesResponse__Output>
  GetState: MethodDefinition<_parley_operator_v1_GetStateRequest, _parley_operator_v1_GetStateResponse, _parley_operator_v1_GetStateRequest__Output, _parley_operator_v1_GetStateResponse__Output>
  GetWhitelist: MethodDefinition<_parley_operator_v1_GetWhitelistRequest, _parley_operator_v1_GetWhitelistResponse, _parley_operator_v1_GetWhitelistRequest__Output, _parley_operator_v1_GetWhitelistResponse__Output>
  Kill: MethodDefinition<_parley_operator_v1_KillRequest, _parley_operator_v1_KillResponse, _parley_operator_v1_KillRequest__Output, _parley_operator_v1_KillResponse__Output>
  ListFiles: MethodDefinition<_parley_operator_v1_ListFilesRequest, _parley_operator_v1_ListFilesResponse, _parley_operator_v1_ListFilesRequest__Output, _parley_operator_v1_ListFilesResponse__Output>
  ReactivateAgent: MethodDefinition<_parley_operator_v1_ReactivateAgentRequest, _parley_operator_v1_ReactivateAgentResponse, _parley_operator_v1_ReactivateAgentRequest__Output, _parley_operator_v1_ReactivateAgentResponse__Output>
  ReadFile: MethodDefinition<_parley_operator_v1_ReadFileRequest, _parley_operator_v1_ReadFileResponse, _parley_operator_v1_ReadFileRequest__Output, _parley_operator_v1_ReadFileResponse__Output>
  Teardown: MethodDefinition<_parley_operator_v1_TeardownRequest, _parley_operator_v1_TeardownResponse, _parley_operator_v1_TeardownRequest__Output, _parley_operator_v1_TeardownResponse__Output>
  UpdateMaintenance: MethodDefinition<_parley_operator_v1_UpdateMaintenanceRequest, _parley_operator_v1_UpdateMaintenanceResponse, _parley_operator_v1_UpdateMaintenanceRequest__Output, _parley_operator_v1_UpdateMaintenanceResponse__Output>
  UpdatePacking: MethodDefinition<_parley_operator_v1_UpdatePackingRequest, _parley_operator_v1_UpdatePackingResponse, _parley_operator_v1_UpdatePackingRequest__Output, _parley_operator_v1_UpdatePackingResponse__Output>
  UpdateQuota: MethodDefinition<_parley_operator_v1_UpdateQuotaRequest, _parley_operator_v1_UpdateQuotaResponse, _parley_operator_v1_UpdateQuotaRequest__Output, _parley_operator_v1_UpdateQuotaResponse__Output>
  UpdateWeights: MethodDefinition<_parley_operator_v1_UpdateWeightsRequest, _parley_operator_v1_UpdateWeightsResponse, _parley_operator_v1_UpdateWeightsRequest__Output, _parley_operator_v1_UpdateWeightsResponse__Output>
  UpdateWhitelist: MethodDefinition<_parley_operator_v1_UpdateWhitelistRequest, _parley_operator_v1_UpdateWhitelistResponse, _parley_operator_v1_UpdateWhitelistRequest__Output, _parley_operator_v1_UpdateWhitelistResponse__Output>
  Watch: MethodDefinition<_parley_operator_v1_WatchRequest, _parley_operator_v1_WatchResponse, _parley_operator_v1_WatchRequest__Output, _parley_operator_v1_WatchResponse__Output>
}
