import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AgentRemoved as _parley_operator_v1_AgentRemoved, AgentRemoved__Output as _parley_operator_v1_AgentRemoved__Output } from './parley/operator/v1/AgentRemoved';
import type { AgentView as _parley_operator_v1_AgentView, AgentView__Output as _parley_operator_v1_AgentView__Output } from './parley/operator/v1/AgentView';
import type { DeactivateAgentRequest as _parley_operator_v1_DeactivateAgentRequest, DeactivateAgentRequest__Output as _parley_operator_v1_DeactivateAgentRequest__Output } from './parley/operator/v1/DeactivateAgentRequest';
import type { DeactivateAgentResponse as _parley_operator_v1_DeactivateAgentResponse, DeactivateAgentResponse__Output as _parley_operator_v1_DeactivateAgentResponse__Output } from './parley/operator/v1/DeactivateAgentResponse';
import type { ExplainOffersRequest as _parley_operator_v1_ExplainOffersRequest, ExplainOffersRequest__Output as _parley_operator_v1_ExplainOffersRequest__Output } from './parley/operator/v1/ExplainOffersRequest';
import type { ExplainOffersResponse as _parley_operator_v1_ExplainOffersResponse, ExplainOffersResponse__Output as _parley_operator_v1_ExplainOffersResponse__Output } from './parley/operator/v1/ExplainOffersResponse';
import type { FileEntry as _parley_operator_v1_FileEntry, FileEntry__Output as _parley_operator_v1_FileEntry__Output } from './parley/operator/v1/FileEntry';
import type { FrameworkRemoved as _parley_operator_v1_FrameworkRemoved, FrameworkRemoved__Output as _parley_operator_v1_FrameworkRemoved__Output } from './parley/operator/v1/FrameworkRemoved';
import type { FrameworkView as _parley_operator_v1_FrameworkView, FrameworkView__Output as _parley_operator_v1_FrameworkView__Output } from './parley/operator/v1/FrameworkView';
import type { GetMaintenanceRequest as _parley_operator_v1_GetMaintenanceRequest, GetMaintenanceRequest__Output as _parley_operator_v1_GetMaintenanceRequest__Output } from './parley/operator/v1/GetMaintenanceRequest';
import type { GetMaintenanceResponse as _parley_operator_v1_GetMaintenanceResponse, GetMaintenanceResponse__Output as _parley_operator_v1_GetMaintenanceResponse__Output } from './parley/operator/v1/GetMaintenanceResponse';
import type { GetSharesRequest as _parley_operator_v1_GetSharesRequest, GetSharesRequest__Output as _parley_operator_v1_GetSharesRequest__Output } from './parley/operator/v1/GetSharesRequest';
import type { GetSharesResponse as _parley_operator_v1_GetSharesResponse, GetSharesResponse__Output as _parley_operator_v1_GetSharesResponse__Output } from './parley/operator/v1/GetSharesResponse';
import type { GetStateRequest as _parley_operator_v1_GetStateRequest, GetStateRequest__Output as _parley_operator_v1_GetStateRequest__Output } from './parley/operator/v1/GetStateRequest';
import type { GetStateResponse as _parley_operator_v1_GetStateResponse, GetStateResponse__Output as _parley_operator_v1_GetStateResponse__Output } from './parley/operator/v1/GetStateResponse';
import type { GetWhitelistRequest as _parley_operator_v1_GetWhitelistRequest, GetWhitelistRequest__Output as _parley_operator_v1_GetWhitelistRequest__Output } from './parley/operator/v1/GetWhitelistRequest';
import type { GetWhitelistResponse as _parley_operator_v1_GetWhitelistResponse, GetWhitelistResponse__Output as _parley_operator_v1_GetWhitelistResponse__Output } from './parley/operator/v1/GetWhitelistResponse';
import type { KillRequest as _parley_operator_v1_KillRequest, KillRequest__Output as _parley_operator_v1_KillRequest__Output } from './parley/operator/v1/KillRequest';
import type { KillResponse as _parley_operator_v1_KillResponse, KillResponse__Output as _parley_operator_v1_KillResponse__Output } from './parley/operator/v1/KillResponse';
import type { ListFilesRequest as _parley_operator_v1_ListFilesRequest, ListFilesRequest__Output as _parley_operator_v1_ListFilesRequest__Output } from './parley/operator/v1/ListFilesRequest';
import type { ListFilesResponse as _parley_operator_v1_ListFilesResponse, ListFilesResponse__Output as _parley_operator_v1_ListFilesResponse__Output } from './parley/operator/v1/ListFilesResponse';
import type { MaintenanceAnswer as _parley_operator_v1_MaintenanceAnswer, MaintenanceAnswer__Output as _parley_operator_v1_MaintenanceAnswer__Output } from './parley/operator/v1/MaintenanceAnswer';
import type { MaintenanceWindow as _parley_operator_v1_MaintenanceWindow, MaintenanceWindow__Output as _parley_operator_v1_MaintenanceWindow__Output } from './parley/operator/v1/MaintenanceWindow';
import type { OfferView as _parley_operator_v1_OfferView, OfferView__Output as _parley_operator_v1_OfferView__Output } from './parley/operator/v1/OfferView';
import type { OperatorServiceClient as _parley_operator_v1_OperatorServiceClient, OperatorServiceDefinition as _parley_operator_v1_OperatorServiceDefinition } from './parley/operator/v1/OperatorService';
import type { ReactivateAgentRequest as _parley_operator_v1_ReactivateAgentRequest, ReactivateAgentRequest__Output as _parley_operator_v1_ReactivateAgentRequest__Output } from './parley/operator/v1/ReactivateAgentRequest';
import type { ReactivateAgentResponse as _parley_operator_v1_ReactivateAgentResponse, ReactivateAgentResponse__Output as _parley_operator_v1_ReactivateAgentResponse__Output } from './parley/operator/v1/ReactivateAgentResponse';
import type { ReadFileRequest as _parley_operator_v1_ReadFileRequest, ReadFileRequest__Output as _parley_operator_v1_ReadFileRequest__Output } from './parley/operator/v1/ReadFileRequest';
import type { ReadFileResponse as _parley_operator_v1_ReadFileResponse, ReadFileResponse__Output as _parley_operator_v1_ReadFileResponse__Output } from './parley/operator/v1/ReadFileResponse';
import type { RolePacking as _parley_operator_v1_RolePacking, RolePacking__Output as _parley_operator_v1_RolePacking__Output } from './parley/operator/v1/RolePacking';
import type { RoleQuota as _parley_operator_v1_RoleQuota, RoleQuota__Output as _parley_operator_v1_RoleQuota__Output } from './parley/operator/v1/RoleQuota';
import type { RoleView as _parley_operator_v1_RoleView, RoleView__Output as _parley_operator_v1_RoleView__Output } from './parley/operator/v1/RoleView';
import type { RoleWeight as _parley_operator_v1_RoleWeight, RoleWeight__Output as _parley_operator_v1_RoleWeight__Output } from './parley/operator/v1/RoleWeight';
import type { StateBegin as _parley_operator_v1_StateBegin, StateBegin__Output as _parley_operator_v1_StateBegin__Output } from './parley/operator/v1/StateBegin';
import type { StateChanges as _parley_operator_v1_StateChanges, StateChanges__Output as _parley_operator_v1_StateChanges__Output } from './parley/operator/v1/StateChanges';
import type { StateChunk as _parley_operator_v1_StateChunk, StateChunk__Output as _parley_operator_v1_StateChunk__Output } from './parley/operator/v1/StateChunk';
import type { StateEnd as _parley_operator_v1_StateEnd, StateEnd__Output as _parley_operator_v1_StateEnd__Output } from './parley/operator/v1/StateEnd';
import type { StateEntry as _parley_operator_v1_StateEntry, StateEntry__Output as _parley_operator_v1_StateEntry__Output } from './parley/operator/v1/StateEntry';
import type { TaskRemoved as _parley_operator_v1_TaskRemoved, TaskRemoved__Output as _parley_operator_v1_TaskRemoved__Output } from './parley/operator/v1/TaskRemoved';
import type { TaskView as _parley_operator_v1_TaskView, TaskView__Output as _parley_operator_v1_TaskView__Output } from './parley/operator/v1/TaskView';
import type { TeardownRequest as _parley_operator_v1_TeardownRequest, TeardownRequest__Output as _parley_operator_v1_TeardownRequest__Output } from './parley/operator/v1/TeardownRequest';
import type { TeardownResponse as _parley_operator_v1_TeardownResponse, TeardownResponse__Output as _parley_operator_v1_TeardownResponse__Output } from './parley/operator/v1/TeardownResponse';
import type { UpdateMaintenanceRequest as _parley_operator_v1_UpdateMaintenanceRequest, UpdateMaintenanceRequest__Output as _parley_operator_v1_UpdateMaintenanceRequest__Output } from './parley/operator/v1/UpdateMaintenanceRequest';
import type { UpdateMaintenanceResponse as _parley_operator_v1_UpdateMaintenanceResponse, UpdateMaintenanceResponse__Output as _parley_operator_v1_UpdateMaintenanceResponse__Output } from './parley/operator/v1/UpdateMaintenanceResponse';
import type { UpdatePackingRequest as _parley_operator_v1_UpdatePackingRequest, UpdatePackingRequest__Output as _parley_operator_v1_UpdatePackingRequest__Output } from './parley/operator/v1/UpdatePackingRequest';
import type { UpdatePackingResponse as _parley_operator_v1_UpdatePackingResponse, UpdatePackingResponse__Output as _parley_operator_v1_UpdatePackingResponse__Output } from './parley/operator/v1/UpdatePackingResponse';
import type { UpdateQuotaRequest as _parley_operator_v1_UpdateQuotaRequest, UpdateQuotaRequest__Output as _parley_operator_v1_UpdateQuotaRequest__Output } from './parley/operator/v1/UpdateQuotaRequest';
import type { UpdateQuotaResponse as _parley_operator_v1_UpdateQuotaResponse, UpdateQuotaResponse__Output as _parley_operator_v1_UpdateQuotaResponse__Output } from './parley/operator/v1/UpdateQuotaResponse';
import type { UpdateWeightsRequest as _parley_operator_v1_UpdateWeightsRequest, UpdateWeightsRequest__Output as _parley_operator_v1_UpdateWeightsRequest__Output } from './parley/operator/v1/UpdateWeightsRequest';
import type { UpdateWeightsResponse as _parley_operator_v1_UpdateWeightsResponse, UpdateWeightsResponse__Output as _parley_operator_v1_UpdateWeightsResponse__Output } from './parley/operator/v1/UpdateWeightsResponse';
import type { UpdateWhitelistRequest as _parley_operator_v1_UpdateWhitelistRequest, UpdateWhitelistRequest__Output as _parley_operator_v1_UpdateWhitelistRequest__Output } from './parley/operator/v1/UpdateWhitelistRequest';
import type { UpdateWhitelistResponse as _parley_operator_v1_UpdateWhitelistResponse, UpdateWhitelistResponse__Output as _parley_operator_v1_UpdateWhitelistResponse__Output } from './parley/operator/v1/UpdateWhitelistResponse';
import type { WatchRequest as _parley_operator_v1_WatchRequest, WatchRequest__Output as _parley_operator_v1_WatchRequest__Output } from './parley/operator/v1/WatchRequest';
import type { WatchResponse as _parley_operator_v1_WatchResponse, WatchResponse__Output as _parley_operator_v1_WatchResponse__Output } from './parley/operator/v1/WatchResponse';
import type { Whitelist as _parley_operator_v1_Whitelist, Whitelist__Output as _parley_operator_v1_Whitelist__Output } from './parley/operator/v1/Whitelist';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from './parley/types/v1/Attribute';
import type { CommandInfo as _parley_types_v1_CommandInfo, CommandInfo__Output as _parley_types_v1_CommandInfo__Output } from './parley/types/v1/CommandInfo';
import type { EnvironmentVariable as _parley_types_v1_EnvironmentVariable, EnvironmentVariable__Output as _parley_types_v1_EnvironmentVariable__Output } from './parley/types/v1/EnvironmentVariable';
import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from './parley/types/v1/Epoch';
import type { Explanation as _parley_types_v1_Explanation, Explanation__Output as _parley_types_v1_Explanation__Output } from './parley/types/v1/Explanation';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { FrameworkShare as _parley_types_v1_FrameworkShare, FrameworkShare__Output as _parley_types_v1_FrameworkShare__Output } from './parley/types/v1/FrameworkShare';
import type { KillPolicy as _parley_types_v1_KillPolicy, KillPolicy__Output as _parley_types_v1_KillPolicy__Output } from './parley/types/v1/KillPolicy';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from './parley/types/v1/Label';
import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from './parley/types/v1/Quota';
import type { Range as _parley_types_v1_Range, Range__Output as _parley_types_v1_Range__Output } from './parley/types/v1/Range';
import type { ReasonCount as _parley_types_v1_ReasonCount, ReasonCount__Output as _parley_types_v1_ReasonCount__Output } from './parley/types/v1/ReasonCount';
import type { Reservation as _parley_types_v1_Reservation, Reservation__Output as _parley_types_v1_Reservation__Output } from './parley/types/v1/Reservation';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from './parley/types/v1/Resource';
import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from './parley/types/v1/ResourceRanges';
import type { ResourceSet as _parley_types_v1_ResourceSet, ResourceSet__Output as _parley_types_v1_ResourceSet__Output } from './parley/types/v1/ResourceSet';
import type { RoleShare as _parley_types_v1_RoleShare, RoleShare__Output as _parley_types_v1_RoleShare__Output } from './parley/types/v1/RoleShare';
import type { ScalarAmount as _parley_types_v1_ScalarAmount, ScalarAmount__Output as _parley_types_v1_ScalarAmount__Output } from './parley/types/v1/ScalarAmount';
import type { TaskInfo as _parley_types_v1_TaskInfo, TaskInfo__Output as _parley_types_v1_TaskInfo__Output } from './parley/types/v1/TaskInfo';
import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from './parley/types/v1/Unavailability';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    operator: {
      v1: {
        AgentRemoved: MessageTypeDefinition<_parley_operator_v1_AgentRemoved, _parley_operator_v1_AgentRemoved__Output>
        AgentState: EnumTypeDefinition
        AgentView: MessageTypeDefinition<_parley_operator_v1_AgentView, _parley_operator_v1_AgentView__Output>
        DeactivateAgentRequest: MessageTypeDefinition<_parley_operator_v1_DeactivateAgentRequest, _parley_operator_v1_DeactivateAgentRequest__Output>
        DeactivateAgentResponse: MessageTypeDefinition<_parley_operator_v1_DeactivateAgentResponse, _parley_operator_v1_DeactivateAgentResponse__Output>
        ExplainOffersRequest: MessageTypeDefinition<_parley_operator_v1_ExplainOffersRequest, _parley_operator_v1_ExplainOffersRequest__Output>
        ExplainOffersResponse: MessageTypeDefinition<_parley_operator_v1_ExplainOffersResponse, _parley_operator_v1_ExplainOffersResponse__Output>
        FileEntry: MessageTypeDefinition<_parley_operator_v1_FileEntry, _parley_operator_v1_FileEntry__Output>
        FrameworkRemoved: MessageTypeDefinition<_parley_operator_v1_FrameworkRemoved, _parley_operator_v1_FrameworkRemoved__Output>
        FrameworkState: EnumTypeDefinition
        FrameworkView: MessageTypeDefinition<_parley_operator_v1_FrameworkView, _parley_operator_v1_FrameworkView__Output>
        GetMaintenanceRequest: MessageTypeDefinition<_parley_operator_v1_GetMaintenanceRequest, _parley_operator_v1_GetMaintenanceRequest__Output>
        GetMaintenanceResponse: MessageTypeDefinition<_parley_operator_v1_GetMaintenanceResponse, _parley_operator_v1_GetMaintenanceResponse__Output>
        GetSharesRequest: MessageTypeDefinition<_parley_operator_v1_GetSharesRequest, _parley_operator_v1_GetSharesRequest__Output>
        GetSharesResponse: MessageTypeDefinition<_parley_operator_v1_GetSharesResponse, _parley_operator_v1_GetSharesResponse__Output>
        GetStateRequest: MessageTypeDefinition<_parley_operator_v1_GetStateRequest, _parley_operator_v1_GetStateRequest__Output>
        GetStateResponse: MessageTypeDefinition<_parley_operator_v1_GetStateResponse, _parley_operator_v1_GetStateResponse__Output>
        GetWhitelistRequest: MessageTypeDefinition<_parley_operator_v1_GetWhitelistRequest, _parley_operator_v1_GetWhitelistRequest__Output>
        GetWhitelistResponse: MessageTypeDefinition<_parley_operator_v1_GetWhitelistResponse, _parley_operator_v1_GetWhitelistResponse__Output>
        KillRequest: MessageTypeDefinition<_parley_operator_v1_KillRequest, _parley_operator_v1_KillRequest__Output>
        KillResponse: MessageTypeDefinition<_parley_operator_v1_KillResponse, _parley_operator_v1_KillResponse__Output>
        ListFilesRequest: MessageTypeDefinition<_parley_operator_v1_ListFilesRequest, _parley_operator_v1_ListFilesRequest__Output>
        ListFilesResponse: MessageTypeDefinition<_parley_operator_v1_ListFilesResponse, _parley_operator_v1_ListFilesResponse__Output>
        MaintenanceAnswer: MessageTypeDefinition<_parley_operator_v1_MaintenanceAnswer, _parley_operator_v1_MaintenanceAnswer__Output>
        MaintenanceAnswerState: EnumTypeDefinition
        MaintenanceWindow: MessageTypeDefinition<_parley_operator_v1_MaintenanceWindow, _parley_operator_v1_MaintenanceWindow__Output>
        OfferView: MessageTypeDefinition<_parley_operator_v1_OfferView, _parley_operator_v1_OfferView__Output>
        /**
         * How people and tools see the cluster and act on it. Refusals are gRPC statuses; the trailing metadata `parley-reason` carries a
         * stable word for programs.
         */
        OperatorService: SubtypeConstructor<typeof grpc.Client, _parley_operator_v1_OperatorServiceClient> & { service: _parley_operator_v1_OperatorServiceDefinition }
        ReactivateAgentRequest: MessageTypeDefinition<_parley_operator_v1_ReactivateAgentRequest, _parley_operator_v1_ReactivateAgentRequest__Output>
        ReactivateAgentResponse: MessageTypeDefinition<_parley_operator_v1_ReactivateAgentResponse, _parley_operator_v1_ReactivateAgentResponse__Output>
        ReadFileRequest: MessageTypeDefinition<_parley_operator_v1_ReadFileRequest, _parley_operator_v1_ReadFileRequest__Output>
        ReadFileResponse: MessageTypeDefinition<_parley_operator_v1_ReadFileResponse, _parley_operator_v1_ReadFileResponse__Output>
        RolePacking: MessageTypeDefinition<_parley_operator_v1_RolePacking, _parley_operator_v1_RolePacking__Output>
        RoleQuota: MessageTypeDefinition<_parley_operator_v1_RoleQuota, _parley_operator_v1_RoleQuota__Output>
        RoleView: MessageTypeDefinition<_parley_operator_v1_RoleView, _parley_operator_v1_RoleView__Output>
        RoleWeight: MessageTypeDefinition<_parley_operator_v1_RoleWeight, _parley_operator_v1_RoleWeight__Output>
        StateBegin: MessageTypeDefinition<_parley_operator_v1_StateBegin, _parley_operator_v1_StateBegin__Output>
        StateChanges: MessageTypeDefinition<_parley_operator_v1_StateChanges, _parley_operator_v1_StateChanges__Output>
        StateChunk: MessageTypeDefinition<_parley_operator_v1_StateChunk, _parley_operator_v1_StateChunk__Output>
        StateEnd: MessageTypeDefinition<_parley_operator_v1_StateEnd, _parley_operator_v1_StateEnd__Output>
        StateEntry: MessageTypeDefinition<_parley_operator_v1_StateEntry, _parley_operator_v1_StateEntry__Output>
        TaskRemoved: MessageTypeDefinition<_parley_operator_v1_TaskRemoved, _parley_operator_v1_TaskRemoved__Output>
        TaskView: MessageTypeDefinition<_parley_operator_v1_TaskView, _parley_operator_v1_TaskView__Output>
        TeardownRequest: MessageTypeDefinition<_parley_operator_v1_TeardownRequest, _parley_operator_v1_TeardownRequest__Output>
        TeardownResponse: MessageTypeDefinition<_parley_operator_v1_TeardownResponse, _parley_operator_v1_TeardownResponse__Output>
        UpdateMaintenanceRequest: MessageTypeDefinition<_parley_operator_v1_UpdateMaintenanceRequest, _parley_operator_v1_UpdateMaintenanceRequest__Output>
        UpdateMaintenanceResponse: MessageTypeDefinition<_parley_operator_v1_UpdateMaintenanceResponse, _parley_operator_v1_UpdateMaintenanceResponse__Output>
        UpdatePackingRequest: MessageTypeDefinition<_parley_operator_v1_UpdatePackingRequest, _parley_operator_v1_UpdatePackingRequest__Output>
        UpdatePackingResponse: MessageTypeDefinition<_parley_operator_v1_UpdatePackingResponse, _parley_operator_v1_UpdatePackingResponse__Output>
        UpdateQuotaRequest: MessageTypeDefinition<_parley_operator_v1_UpdateQuotaRequest, _parley_operator_v1_UpdateQuotaRequest__Output>
        UpdateQuotaResponse: MessageTypeDefinition<_parley_operator_v1_UpdateQuotaResponse, _parley_operator_v1_UpdateQuotaResponse__Output>
        UpdateWeightsRequest: MessageTypeDefinition<_parley_operator_v1_UpdateWeightsRequest, _parley_operator_v1_UpdateWeightsRequest__Output>
        UpdateWeightsResponse: MessageTypeDefinition<_parley_operator_v1_UpdateWeightsResponse, _parley_operator_v1_UpdateWeightsResponse__Output>
        UpdateWhitelistRequest: MessageTypeDefinition<_parley_operator_v1_UpdateWhitelistRequest, _parley_operator_v1_UpdateWhitelistRequest__Output>
        UpdateWhitelistResponse: MessageTypeDefinition<_parley_operator_v1_UpdateWhitelistResponse, _parley_operator_v1_UpdateWhitelistResponse__Output>
        WatchRequest: MessageTypeDefinition<_parley_operator_v1_WatchRequest, _parley_operator_v1_WatchRequest__Output>
        WatchResponse: MessageTypeDefinition<_parley_operator_v1_WatchResponse, _parley_operator_v1_WatchResponse__Output>
        Whitelist: MessageTypeDefinition<_parley_operator_v1_Whitelist, _parley_operator_v1_Whitelist__Output>
      }
    }
    types: {
      v1: {
        Attribute: MessageTypeDefinition<_parley_types_v1_Attribute, _parley_types_v1_Attribute__Output>
        CommandInfo: MessageTypeDefinition<_parley_types_v1_CommandInfo, _parley_types_v1_CommandInfo__Output>
        EnvironmentVariable: MessageTypeDefinition<_parley_types_v1_EnvironmentVariable, _parley_types_v1_EnvironmentVariable__Output>
        Epoch: MessageTypeDefinition<_parley_types_v1_Epoch, _parley_types_v1_Epoch__Output>
        Explanation: MessageTypeDefinition<_parley_types_v1_Explanation, _parley_types_v1_Explanation__Output>
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        FrameworkShare: MessageTypeDefinition<_parley_types_v1_FrameworkShare, _parley_types_v1_FrameworkShare__Output>
        KillPolicy: MessageTypeDefinition<_parley_types_v1_KillPolicy, _parley_types_v1_KillPolicy__Output>
        Label: MessageTypeDefinition<_parley_types_v1_Label, _parley_types_v1_Label__Output>
        NoOfferReason: EnumTypeDefinition
        Packing: EnumTypeDefinition
        Quota: MessageTypeDefinition<_parley_types_v1_Quota, _parley_types_v1_Quota__Output>
        Range: MessageTypeDefinition<_parley_types_v1_Range, _parley_types_v1_Range__Output>
        ReasonCount: MessageTypeDefinition<_parley_types_v1_ReasonCount, _parley_types_v1_ReasonCount__Output>
        Reservation: MessageTypeDefinition<_parley_types_v1_Reservation, _parley_types_v1_Reservation__Output>
        Resource: MessageTypeDefinition<_parley_types_v1_Resource, _parley_types_v1_Resource__Output>
        ResourceRanges: MessageTypeDefinition<_parley_types_v1_ResourceRanges, _parley_types_v1_ResourceRanges__Output>
        ResourceSet: MessageTypeDefinition<_parley_types_v1_ResourceSet, _parley_types_v1_ResourceSet__Output>
        RoleShare: MessageTypeDefinition<_parley_types_v1_RoleShare, _parley_types_v1_RoleShare__Output>
        ScalarAmount: MessageTypeDefinition<_parley_types_v1_ScalarAmount, _parley_types_v1_ScalarAmount__Output>
        TaskInfo: MessageTypeDefinition<_parley_types_v1_TaskInfo, _parley_types_v1_TaskInfo__Output>
        TaskState: EnumTypeDefinition
        Unavailability: MessageTypeDefinition<_parley_types_v1_Unavailability, _parley_types_v1_Unavailability__Output>
      }
    }
  }
}

