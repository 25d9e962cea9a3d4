import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AgentGoAway as _parley_master_v1_AgentGoAway, AgentGoAway__Output as _parley_master_v1_AgentGoAway__Output } from './parley/master/v1/AgentGoAway';
import type { AgentLinkRequest as _parley_master_v1_AgentLinkRequest, AgentLinkRequest__Output as _parley_master_v1_AgentLinkRequest__Output } from './parley/master/v1/AgentLinkRequest';
import type { AgentLinkRequestItem as _parley_master_v1_AgentLinkRequestItem, AgentLinkRequestItem__Output as _parley_master_v1_AgentLinkRequestItem__Output } from './parley/master/v1/AgentLinkRequestItem';
import type { AgentLinkResponse as _parley_master_v1_AgentLinkResponse, AgentLinkResponse__Output as _parley_master_v1_AgentLinkResponse__Output } from './parley/master/v1/AgentLinkResponse';
import type { AgentLinkResponseItem as _parley_master_v1_AgentLinkResponseItem, AgentLinkResponseItem__Output as _parley_master_v1_AgentLinkResponseItem__Output } from './parley/master/v1/AgentLinkResponseItem';
import type { AgentPing as _parley_master_v1_AgentPing, AgentPing__Output as _parley_master_v1_AgentPing__Output } from './parley/master/v1/AgentPing';
import type { AgentPong as _parley_master_v1_AgentPong, AgentPong__Output as _parley_master_v1_AgentPong__Output } from './parley/master/v1/AgentPong';
import type { AgentStatusUpdate as _parley_master_v1_AgentStatusUpdate, AgentStatusUpdate__Output as _parley_master_v1_AgentStatusUpdate__Output } from './parley/master/v1/AgentStatusUpdate';
import type { FileAnswer as _parley_master_v1_FileAnswer, FileAnswer__Output as _parley_master_v1_FileAnswer__Output } from './parley/master/v1/FileAnswer';
import type { FileProblem as _parley_master_v1_FileProblem, FileProblem__Output as _parley_master_v1_FileProblem__Output } from './parley/master/v1/FileProblem';
import type { FileQuery as _parley_master_v1_FileQuery, FileQuery__Output as _parley_master_v1_FileQuery__Output } from './parley/master/v1/FileQuery';
import type { GatewayCall as _parley_master_v1_GatewayCall, GatewayCall__Output as _parley_master_v1_GatewayCall__Output } from './parley/master/v1/GatewayCall';
import type { GatewayGoAway as _parley_master_v1_GatewayGoAway, GatewayGoAway__Output as _parley_master_v1_GatewayGoAway__Output } from './parley/master/v1/GatewayGoAway';
import type { GatewayHello as _parley_master_v1_GatewayHello, GatewayHello__Output as _parley_master_v1_GatewayHello__Output } from './parley/master/v1/GatewayHello';
import type { GatewayLinkRequest as _parley_master_v1_GatewayLinkRequest, GatewayLinkRequest__Output as _parley_master_v1_GatewayLinkRequest__Output } from './parley/master/v1/GatewayLinkRequest';
import type { GatewayLinkRequestItem as _parley_master_v1_GatewayLinkRequestItem, GatewayLinkRequestItem__Output as _parley_master_v1_GatewayLinkRequestItem__Output } from './parley/master/v1/GatewayLinkRequestItem';
import type { GatewayLinkResponse as _parley_master_v1_GatewayLinkResponse, GatewayLinkResponse__Output as _parley_master_v1_GatewayLinkResponse__Output } from './parley/master/v1/GatewayLinkResponse';
import type { GatewayLinkResponseItem as _parley_master_v1_GatewayLinkResponseItem, GatewayLinkResponseItem__Output as _parley_master_v1_GatewayLinkResponseItem__Output } from './parley/master/v1/GatewayLinkResponseItem';
import type { GatewayPing as _parley_master_v1_GatewayPing, GatewayPing__Output as _parley_master_v1_GatewayPing__Output } from './parley/master/v1/GatewayPing';
import type { GatewayPong as _parley_master_v1_GatewayPong, GatewayPong__Output as _parley_master_v1_GatewayPong__Output } from './parley/master/v1/GatewayPong';
import type { GatewaySubscribe as _parley_master_v1_GatewaySubscribe, GatewaySubscribe__Output as _parley_master_v1_GatewaySubscribe__Output } from './parley/master/v1/GatewaySubscribe';
import type { GatewayWelcome as _parley_master_v1_GatewayWelcome, GatewayWelcome__Output as _parley_master_v1_GatewayWelcome__Output } from './parley/master/v1/GatewayWelcome';
import type { KillOrder as _parley_master_v1_KillOrder, KillOrder__Output as _parley_master_v1_KillOrder__Output } from './parley/master/v1/KillOrder';
import type { KillStored as _parley_master_v1_KillStored, KillStored__Output as _parley_master_v1_KillStored__Output } from './parley/master/v1/KillStored';
import type { LaunchOrder as _parley_master_v1_LaunchOrder, LaunchOrder__Output as _parley_master_v1_LaunchOrder__Output } from './parley/master/v1/LaunchOrder';
import type { LaunchStored as _parley_master_v1_LaunchStored, LaunchStored__Output as _parley_master_v1_LaunchStored__Output } from './parley/master/v1/LaunchStored';
import type { LookupLeaderRequest as _parley_master_v1_LookupLeaderRequest, LookupLeaderRequest__Output as _parley_master_v1_LookupLeaderRequest__Output } from './parley/master/v1/LookupLeaderRequest';
import type { LookupLeaderResponse as _parley_master_v1_LookupLeaderResponse, LookupLeaderResponse__Output as _parley_master_v1_LookupLeaderResponse__Output } from './parley/master/v1/LookupLeaderResponse';
import type { MasterServiceClient as _parley_master_v1_MasterServiceClient, MasterServiceDefinition as _parley_master_v1_MasterServiceDefinition } from './parley/master/v1/MasterService';
import type { OperatorAnswer as _parley_master_v1_OperatorAnswer, OperatorAnswer__Output as _parley_master_v1_OperatorAnswer__Output } from './parley/master/v1/OperatorAnswer';
import type { OperatorCancel as _parley_master_v1_OperatorCancel, OperatorCancel__Output as _parley_master_v1_OperatorCancel__Output } from './parley/master/v1/OperatorCancel';
import type { OperatorDone as _parley_master_v1_OperatorDone, OperatorDone__Output as _parley_master_v1_OperatorDone__Output } from './parley/master/v1/OperatorDone';
import type { OperatorQuery as _parley_master_v1_OperatorQuery, OperatorQuery__Output as _parley_master_v1_OperatorQuery__Output } from './parley/master/v1/OperatorQuery';
import type { RegisterBegin as _parley_master_v1_RegisterBegin, RegisterBegin__Output as _parley_master_v1_RegisterBegin__Output } from './parley/master/v1/RegisterBegin';
import type { RegisterEnd as _parley_master_v1_RegisterEnd, RegisterEnd__Output as _parley_master_v1_RegisterEnd__Output } from './parley/master/v1/RegisterEnd';
import type { RegisterTasks as _parley_master_v1_RegisterTasks, RegisterTasks__Output as _parley_master_v1_RegisterTasks__Output } from './parley/master/v1/RegisterTasks';
import type { Registered as _parley_master_v1_Registered, Registered__Output as _parley_master_v1_Registered__Output } from './parley/master/v1/Registered';
import type { RegistrationRefused as _parley_master_v1_RegistrationRefused, RegistrationRefused__Output as _parley_master_v1_RegistrationRefused__Output } from './parley/master/v1/RegistrationRefused';
import type { ReportedTask as _parley_master_v1_ReportedTask, ReportedTask__Output as _parley_master_v1_ReportedTask__Output } from './parley/master/v1/ReportedTask';
import type { ResourcesReport as _parley_master_v1_ResourcesReport, ResourcesReport__Output as _parley_master_v1_ResourcesReport__Output } from './parley/master/v1/ResourcesReport';
import type { RoleUpdate as _parley_master_v1_RoleUpdate, RoleUpdate__Output as _parley_master_v1_RoleUpdate__Output } from './parley/master/v1/RoleUpdate';
import type { RolesUpdate as _parley_master_v1_RolesUpdate, RolesUpdate__Output as _parley_master_v1_RolesUpdate__Output } from './parley/master/v1/RolesUpdate';
import type { SessionClosed as _parley_master_v1_SessionClosed, SessionClosed__Output as _parley_master_v1_SessionClosed__Output } from './parley/master/v1/SessionClosed';
import type { SessionEnded as _parley_master_v1_SessionEnded, SessionEnded__Output as _parley_master_v1_SessionEnded__Output } from './parley/master/v1/SessionEnded';
import type { SessionEvent as _parley_master_v1_SessionEvent, SessionEvent__Output as _parley_master_v1_SessionEvent__Output } from './parley/master/v1/SessionEvent';
import type { SessionStamp as _parley_master_v1_SessionStamp, SessionStamp__Output as _parley_master_v1_SessionStamp__Output } from './parley/master/v1/SessionStamp';
import type { SessionSubscribed as _parley_master_v1_SessionSubscribed, SessionSubscribed__Output as _parley_master_v1_SessionSubscribed__Output } from './parley/master/v1/SessionSubscribed';
import type { ShutdownFramework as _parley_master_v1_ShutdownFramework, ShutdownFramework__Output as _parley_master_v1_ShutdownFramework__Output } from './parley/master/v1/ShutdownFramework';
import type { TaskProblems as _parley_master_v1_TaskProblems, TaskProblems__Output as _parley_master_v1_TaskProblems__Output } from './parley/master/v1/TaskProblems';
import type { UpdateAcknowledged as _parley_master_v1_UpdateAcknowledged, UpdateAcknowledged__Output as _parley_master_v1_UpdateAcknowledged__Output } from './parley/master/v1/UpdateAcknowledged';
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
import type { Accept as _parley_scheduler_v1_Accept, Accept__Output as _parley_scheduler_v1_Accept__Output } from './parley/scheduler/v1/Accept';
import type { AcceptInverseOffers as _parley_scheduler_v1_AcceptInverseOffers, AcceptInverseOffers__Output as _parley_scheduler_v1_AcceptInverseOffers__Output } from './parley/scheduler/v1/AcceptInverseOffers';
import type { Acknowledge as _parley_scheduler_v1_Acknowledge, Acknowledge__Output as _parley_scheduler_v1_Acknowledge__Output } from './parley/scheduler/v1/Acknowledge';
import type { Acknowledgement as _parley_scheduler_v1_Acknowledgement, Acknowledgement__Output as _parley_scheduler_v1_Acknowledgement__Output } from './parley/scheduler/v1/Acknowledgement';
import type { AgentLost as _parley_scheduler_v1_AgentLost, AgentLost__Output as _parley_scheduler_v1_AgentLost__Output } from './parley/scheduler/v1/AgentLost';
import type { CallDeferred as _parley_scheduler_v1_CallDeferred, CallDeferred__Output as _parley_scheduler_v1_CallDeferred__Output } from './parley/scheduler/v1/CallDeferred';
import type { CallOk as _parley_scheduler_v1_CallOk, CallOk__Output as _parley_scheduler_v1_CallOk__Output } from './parley/scheduler/v1/CallOk';
import type { CallOutcomeUnknown as _parley_scheduler_v1_CallOutcomeUnknown, CallOutcomeUnknown__Output as _parley_scheduler_v1_CallOutcomeUnknown__Output } from './parley/scheduler/v1/CallOutcomeUnknown';
import type { CallProblem as _parley_scheduler_v1_CallProblem, CallProblem__Output as _parley_scheduler_v1_CallProblem__Output } from './parley/scheduler/v1/CallProblem';
import type { CallResult as _parley_scheduler_v1_CallResult, CallResult__Output as _parley_scheduler_v1_CallResult__Output } from './parley/scheduler/v1/CallResult';
import type { ConnectRequest as _parley_scheduler_v1_ConnectRequest, ConnectRequest__Output as _parley_scheduler_v1_ConnectRequest__Output } from './parley/scheduler/v1/ConnectRequest';
import type { ConnectResponse as _parley_scheduler_v1_ConnectResponse, ConnectResponse__Output as _parley_scheduler_v1_ConnectResponse__Output } from './parley/scheduler/v1/ConnectResponse';
import type { Decline as _parley_scheduler_v1_Decline, Decline__Output as _parley_scheduler_v1_Decline__Output } from './parley/scheduler/v1/Decline';
import type { DeclineInverseOffers as _parley_scheduler_v1_DeclineInverseOffers, DeclineInverseOffers__Output as _parley_scheduler_v1_DeclineInverseOffers__Output } from './parley/scheduler/v1/DeclineInverseOffers';
import type { Filters as _parley_scheduler_v1_Filters, Filters__Output as _parley_scheduler_v1_Filters__Output } from './parley/scheduler/v1/Filters';
import type { Heartbeat as _parley_scheduler_v1_Heartbeat, Heartbeat__Output as _parley_scheduler_v1_Heartbeat__Output } from './parley/scheduler/v1/Heartbeat';
import type { InverseOffers as _parley_scheduler_v1_InverseOffers, InverseOffers__Output as _parley_scheduler_v1_InverseOffers__Output } from './parley/scheduler/v1/InverseOffers';
import type { Kill as _parley_scheduler_v1_Kill, Kill__Output as _parley_scheduler_v1_Kill__Output } from './parley/scheduler/v1/Kill';
import type { Launch as _parley_scheduler_v1_Launch, Launch__Output as _parley_scheduler_v1_Launch__Output } from './parley/scheduler/v1/Launch';
import type { LeaderChanged as _parley_scheduler_v1_LeaderChanged, LeaderChanged__Output as _parley_scheduler_v1_LeaderChanged__Output } from './parley/scheduler/v1/LeaderChanged';
import type { Offers as _parley_scheduler_v1_Offers, Offers__Output as _parley_scheduler_v1_Offers__Output } from './parley/scheduler/v1/Offers';
import type { Operation as _parley_scheduler_v1_Operation, Operation__Output as _parley_scheduler_v1_Operation__Output } from './parley/scheduler/v1/Operation';
import type { Reconcile as _parley_scheduler_v1_Reconcile, Reconcile__Output as _parley_scheduler_v1_Reconcile__Output } from './parley/scheduler/v1/Reconcile';
import type { ReconcileEnd as _parley_scheduler_v1_ReconcileEnd, ReconcileEnd__Output as _parley_scheduler_v1_ReconcileEnd__Output } from './parley/scheduler/v1/ReconcileEnd';
import type { ReconcileTask as _parley_scheduler_v1_ReconcileTask, ReconcileTask__Output as _parley_scheduler_v1_ReconcileTask__Output } from './parley/scheduler/v1/ReconcileTask';
import type { Request as _parley_scheduler_v1_Request, Request__Output as _parley_scheduler_v1_Request__Output } from './parley/scheduler/v1/Request';
import type { Rescind as _parley_scheduler_v1_Rescind, Rescind__Output as _parley_scheduler_v1_Rescind__Output } from './parley/scheduler/v1/Rescind';
import type { RescindInverseOffers as _parley_scheduler_v1_RescindInverseOffers, RescindInverseOffers__Output as _parley_scheduler_v1_RescindInverseOffers__Output } from './parley/scheduler/v1/RescindInverseOffers';
import type { Revive as _parley_scheduler_v1_Revive, Revive__Output as _parley_scheduler_v1_Revive__Output } from './parley/scheduler/v1/Revive';
import type { SchedulerServiceClient as _parley_scheduler_v1_SchedulerServiceClient, SchedulerServiceDefinition as _parley_scheduler_v1_SchedulerServiceDefinition } from './parley/scheduler/v1/SchedulerService';
import type { StatusUpdates as _parley_scheduler_v1_StatusUpdates, StatusUpdates__Output as _parley_scheduler_v1_StatusUpdates__Output } from './parley/scheduler/v1/StatusUpdates';
import type { StreamError as _parley_scheduler_v1_StreamError, StreamError__Output as _parley_scheduler_v1_StreamError__Output } from './parley/scheduler/v1/StreamError';
import type { Subscribe as _parley_scheduler_v1_Subscribe, Subscribe__Output as _parley_scheduler_v1_Subscribe__Output } from './parley/scheduler/v1/Subscribe';
import type { Subscribed as _parley_scheduler_v1_Subscribed, Subscribed__Output as _parley_scheduler_v1_Subscribed__Output } from './parley/scheduler/v1/Subscribed';
import type { Suppress as _parley_scheduler_v1_Suppress, Suppress__Output as _parley_scheduler_v1_Suppress__Output } from './parley/scheduler/v1/Suppress';
import type { Teardown as _parley_scheduler_v1_Teardown, Teardown__Output as _parley_scheduler_v1_Teardown__Output } from './parley/scheduler/v1/Teardown';
import type { UpdateFramework as _parley_scheduler_v1_UpdateFramework, UpdateFramework__Output as _parley_scheduler_v1_UpdateFramework__Output } from './parley/scheduler/v1/UpdateFramework';
import type { AgentInfo as _parley_types_v1_AgentInfo, AgentInfo__Output as _parley_types_v1_AgentInfo__Output } from './parley/types/v1/AgentInfo';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from './parley/types/v1/Attribute';
import type { CommandInfo as _parley_types_v1_CommandInfo, CommandInfo__Output as _parley_types_v1_CommandInfo__Output } from './parley/types/v1/CommandInfo';
import type { ConstraintGroup as _parley_types_v1_ConstraintGroup, ConstraintGroup__Output as _parley_types_v1_ConstraintGroup__Output } from './parley/types/v1/ConstraintGroup';
import type { Demand as _parley_types_v1_Demand, Demand__Output as _parley_types_v1_Demand__Output } from './parley/types/v1/Demand';
import type { DemandShape as _parley_types_v1_DemandShape, DemandShape__Output as _parley_types_v1_DemandShape__Output } from './parley/types/v1/DemandShape';
import type { EnvironmentVariable as _parley_types_v1_EnvironmentVariable, EnvironmentVariable__Output as _parley_types_v1_EnvironmentVariable__Output } from './parley/types/v1/EnvironmentVariable';
import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from './parley/types/v1/Epoch';
import type { Explanation as _parley_types_v1_Explanation, Explanation__Output as _parley_types_v1_Explanation__Output } from './parley/types/v1/Explanation';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { FrameworkInfo as _parley_types_v1_FrameworkInfo, FrameworkInfo__Output as _parley_types_v1_FrameworkInfo__Output } from './parley/types/v1/FrameworkInfo';
import type { FrameworkShare as _parley_types_v1_FrameworkShare, FrameworkShare__Output as _parley_types_v1_FrameworkShare__Output } from './parley/types/v1/FrameworkShare';
import type { InverseOffer as _parley_types_v1_InverseOffer, InverseOffer__Output as _parley_types_v1_InverseOffer__Output } from './parley/types/v1/InverseOffer';
import type { KillPolicy as _parley_types_v1_KillPolicy, KillPolicy__Output as _parley_types_v1_KillPolicy__Output } from './parley/types/v1/KillPolicy';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from './parley/types/v1/Label';
import type { MinimumGroup as _parley_types_v1_MinimumGroup, MinimumGroup__Output as _parley_types_v1_MinimumGroup__Output } from './parley/types/v1/MinimumGroup';
import type { Offer as _parley_types_v1_Offer, Offer__Output as _parley_types_v1_Offer__Output } from './parley/types/v1/Offer';
import type { OfferConstraint as _parley_types_v1_OfferConstraint, OfferConstraint__Output as _parley_types_v1_OfferConstraint__Output } from './parley/types/v1/OfferConstraint';
import type { OfferMinimum as _parley_types_v1_OfferMinimum, OfferMinimum__Output as _parley_types_v1_OfferMinimum__Output } from './parley/types/v1/OfferMinimum';
import type { OfferSettings as _parley_types_v1_OfferSettings, OfferSettings__Output as _parley_types_v1_OfferSettings__Output } from './parley/types/v1/OfferSettings';
import type { Problem as _parley_types_v1_Problem, Problem__Output as _parley_types_v1_Problem__Output } from './parley/types/v1/Problem';
import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from './parley/types/v1/Quota';
import type { Range as _parley_types_v1_Range, Range__Output as _parley_types_v1_Range__Output } from './parley/types/v1/Range';
import type { ReasonCount as _parley_types_v1_ReasonCount, ReasonCount__Output as _parley_types_v1_ReasonCount__Output } from './parley/types/v1/ReasonCount';
import type { Reservation as _parley_types_v1_Reservation, Reservation__Output as _parley_types_v1_Reservation__Output } from './parley/types/v1/Reservation';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from './parley/types/v1/Resource';
import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from './parley/types/v1/ResourceRanges';
import type { ResourceSet as _parley_types_v1_ResourceSet, ResourceSet__Output as _parley_types_v1_ResourceSet__Output } from './parley/types/v1/ResourceSet';
import type { RoleDemand as _parley_types_v1_RoleDemand, RoleDemand__Output as _parley_types_v1_RoleDemand__Output } from './parley/types/v1/RoleDemand';
import type { RoleShare as _parley_types_v1_RoleShare, RoleShare__Output as _parley_types_v1_RoleShare__Output } from './parley/types/v1/RoleShare';
import type { ScalarAmount as _parley_types_v1_ScalarAmount, ScalarAmount__Output as _parley_types_v1_ScalarAmount__Output } from './parley/types/v1/ScalarAmount';
import type { TaskInfo as _parley_types_v1_TaskInfo, TaskInfo__Output as _parley_types_v1_TaskInfo__Output } from './parley/types/v1/TaskInfo';
import type { TaskStatus as _parley_types_v1_TaskStatus, TaskStatus__Output as _parley_types_v1_TaskStatus__Output } from './parley/types/v1/TaskStatus';
import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from './parley/types/v1/Unavailability';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    master: {
      v1: {
        AgentGoAway: MessageTypeDefinition<_parley_master_v1_AgentGoAway, _parley_master_v1_AgentGoAway__Output>
        AgentLinkRequest: MessageTypeDefinition<_parley_master_v1_AgentLinkRequest, _parley_master_v1_AgentLinkRequest__Output>
        AgentLinkRequestItem: MessageTypeDefinition<_parley_master_v1_AgentLinkRequestItem, _parley_master_v1_AgentLinkRequestItem__Output>
        AgentLinkResponse: MessageTypeDefinition<_parley_master_v1_AgentLinkResponse, _parley_master_v1_AgentLinkResponse__Output>
        AgentLinkResponseItem: MessageTypeDefinition<_parley_master_v1_AgentLinkResponseItem, _parley_master_v1_AgentLinkResponseItem__Output>
        AgentPing: MessageTypeDefinition<_parley_master_v1_AgentPing, _parley_master_v1_AgentPing__Output>
        AgentPong: MessageTypeDefinition<_parley_master_v1_AgentPong, _parley_master_v1_AgentPong__Output>
        AgentStatusUpdate: MessageTypeDefinition<_parley_master_v1_AgentStatusUpdate, _parley_master_v1_AgentStatusUpdate__Output>
        FileAnswer: MessageTypeDefinition<_parley_master_v1_FileAnswer, _parley_master_v1_FileAnswer__Output>
        FileProblem: MessageTypeDefinition<_parley_master_v1_FileProblem, _parley_master_v1_FileProblem__Output>
        FileProblemKind: EnumTypeDefinition
        FileQuery: MessageTypeDefinition<_parley_master_v1_FileQuery, _parley_master_v1_FileQuery__Output>
        GatewayCall: MessageTypeDefinition<_parley_master_v1_GatewayCall, _parley_master_v1_GatewayCall__Output>
        GatewayGoAway: MessageTypeDefinition<_parley_master_v1_GatewayGoAway, _parley_master_v1_GatewayGoAway__Output>
        GatewayHello: MessageTypeDefinition<_parley_master_v1_GatewayHello, _parley_master_v1_GatewayHello__Output>
        GatewayLinkRequest: MessageTypeDefinition<_parley_master_v1_GatewayLinkRequest, _parley_master_v1_GatewayLinkRequest__Output>
        GatewayLinkRequestItem: MessageTypeDefinition<_parley_master_v1_GatewayLinkRequestItem, _parley_master_v1_GatewayLinkRequestItem__Output>
        GatewayLinkResponse: MessageTypeDefinition<_parley_master_v1_GatewayLinkResponse, _parley_master_v1_GatewayLinkResponse__Output>
        GatewayLinkResponseItem: MessageTypeDefinition<_parley_master_v1_GatewayLinkResponseItem, _parley_master_v1_GatewayLinkResponseItem__Output>
        GatewayPing: MessageTypeDefinition<_parley_master_v1_GatewayPing, _parley_master_v1_GatewayPing__Output>
        GatewayPong: MessageTypeDefinition<_parley_master_v1_GatewayPong, _parley_master_v1_GatewayPong__Output>
        GatewaySubscribe: MessageTypeDefinition<_parley_master_v1_GatewaySubscribe, _parley_master_v1_GatewaySubscribe__Output>
        GatewayWelcome: MessageTypeDefinition<_parley_master_v1_GatewayWelcome, _parley_master_v1_GatewayWelcome__Output>
        KillOrder: MessageTypeDefinition<_parley_master_v1_KillOrder, _parley_master_v1_KillOrder__Output>
        KillStored: MessageTypeDefinition<_parley_master_v1_KillStored, _parley_master_v1_KillStored__Output>
        LaunchOrder: MessageTypeDefinition<_parley_master_v1_LaunchOrder, _parley_master_v1_LaunchOrder__Output>
        LaunchStored: MessageTypeDefinition<_parley_master_v1_LaunchStored, _parley_master_v1_LaunchStored__Output>
        LookupLeaderRequest: MessageTypeDefinition<_parley_master_v1_LookupLeaderRequest, _parley_master_v1_LookupLeaderRequest__Output>
        LookupLeaderResponse: MessageTypeDefinition<_parley_master_v1_LookupLeaderResponse, _parley_master_v1_LookupLeaderResponse__Output>
        /**
         * How Parley's own services reach the master. Internal: it changes without notice.
         */
        MasterService: SubtypeConstructor<typeof grpc.Client, _parley_master_v1_MasterServiceClient> & { service: _parley_master_v1_MasterServiceDefinition }
        OperatorAnswer: MessageTypeDefinition<_parley_master_v1_OperatorAnswer, _parley_master_v1_OperatorAnswer__Output>
        OperatorCancel: MessageTypeDefinition<_parley_master_v1_OperatorCancel, _parley_master_v1_OperatorCancel__Output>
        OperatorDone: MessageTypeDefinition<_parley_master_v1_OperatorDone, _parley_master_v1_OperatorDone__Output>
        OperatorQuery: MessageTypeDefinition<_parley_master_v1_OperatorQuery, _parley_master_v1_OperatorQuery__Output>
        RegisterBegin: MessageTypeDefinition<_parley_master_v1_RegisterBegin, _parley_master_v1_RegisterBegin__Output>
        RegisterEnd: MessageTypeDefinition<_parley_master_v1_RegisterEnd, _parley_master_v1_RegisterEnd__Output>
        RegisterTasks: MessageTypeDefinition<_parley_master_v1_RegisterTasks, _parley_master_v1_RegisterTasks__Output>
        Registered: MessageTypeDefinition<_parley_master_v1_Registered, _parley_master_v1_Registered__Output>
        RegistrationRefusal: EnumTypeDefinition
        RegistrationRefused: MessageTypeDefinition<_parley_master_v1_RegistrationRefused, _parley_master_v1_RegistrationRefused__Output>
        ReportedTask: MessageTypeDefinition<_parley_master_v1_ReportedTask, _parley_master_v1_ReportedTask__Output>
        ResourcesReport: MessageTypeDefinition<_parley_master_v1_ResourcesReport, _parley_master_v1_ResourcesReport__Output>
        RoleUpdate: MessageTypeDefinition<_parley_master_v1_RoleUpdate, _parley_master_v1_RoleUpdate__Output>
        RolesUpdate: MessageTypeDefinition<_parley_master_v1_RolesUpdate, _parley_master_v1_RolesUpdate__Output>
        SessionClosed: MessageTypeDefinition<_parley_master_v1_SessionClosed, _parley_master_v1_SessionClosed__Output>
        SessionEnded: MessageTypeDefinition<_parley_master_v1_SessionEnded, _parley_master_v1_SessionEnded__Output>
        SessionEvent: MessageTypeDefinition<_parley_master_v1_SessionEvent, _parley_master_v1_SessionEvent__Output>
        SessionStamp: MessageTypeDefinition<_parley_master_v1_SessionStamp, _parley_master_v1_SessionStamp__Output>
        SessionSubscribed: MessageTypeDefinition<_parley_master_v1_SessionSubscribed, _parley_master_v1_SessionSubscribed__Output>
        ShutdownFramework: MessageTypeDefinition<_parley_master_v1_ShutdownFramework, _parley_master_v1_ShutdownFramework__Output>
        TaskProblems: MessageTypeDefinition<_parley_master_v1_TaskProblems, _parley_master_v1_TaskProblems__Output>
        UpdateAcknowledged: MessageTypeDefinition<_parley_master_v1_UpdateAcknowledged, _parley_master_v1_UpdateAcknowledged__Output>
      }
    }
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
    scheduler: {
      v1: {
        Accept: MessageTypeDefinition<_parley_scheduler_v1_Accept, _parley_scheduler_v1_Accept__Output>
        AcceptInverseOffers: MessageTypeDefinition<_parley_scheduler_v1_AcceptInverseOffers, _parley_scheduler_v1_AcceptInverseOffers__Output>
        Acknowledge: MessageTypeDefinition<_parley_scheduler_v1_Acknowledge, _parley_scheduler_v1_Acknowledge__Output>
        Acknowledgement: MessageTypeDefinition<_parley_scheduler_v1_Acknowledgement, _parley_scheduler_v1_Acknowledgement__Output>
        AgentLost: MessageTypeDefinition<_parley_scheduler_v1_AgentLost, _parley_scheduler_v1_AgentLost__Output>
        CallDeferred: MessageTypeDefinition<_parley_scheduler_v1_CallDeferred, _parley_scheduler_v1_CallDeferred__Output>
        CallOk: MessageTypeDefinition<_parley_scheduler_v1_CallOk, _parley_scheduler_v1_CallOk__Output>
        CallOutcomeUnknown: MessageTypeDefinition<_parley_scheduler_v1_CallOutcomeUnknown, _parley_scheduler_v1_CallOutcomeUnknown__Output>
        CallProblem: MessageTypeDefinition<_parley_scheduler_v1_CallProblem, _parley_scheduler_v1_CallProblem__Output>
        CallResult: MessageTypeDefinition<_parley_scheduler_v1_CallResult, _parley_scheduler_v1_CallResult__Output>
        ConnectRequest: MessageTypeDefinition<_parley_scheduler_v1_ConnectRequest, _parley_scheduler_v1_ConnectRequest__Output>
        ConnectResponse: MessageTypeDefinition<_parley_scheduler_v1_ConnectResponse, _parley_scheduler_v1_ConnectResponse__Output>
        Decline: MessageTypeDefinition<_parley_scheduler_v1_Decline, _parley_scheduler_v1_Decline__Output>
        DeclineInverseOffers: MessageTypeDefinition<_parley_scheduler_v1_DeclineInverseOffers, _parley_scheduler_v1_DeclineInverseOffers__Output>
        Filters: MessageTypeDefinition<_parley_scheduler_v1_Filters, _parley_scheduler_v1_Filters__Output>
        Heartbeat: MessageTypeDefinition<_parley_scheduler_v1_Heartbeat, _parley_scheduler_v1_Heartbeat__Output>
        InverseOffers: MessageTypeDefinition<_parley_scheduler_v1_InverseOffers, _parley_scheduler_v1_InverseOffers__Output>
        Kill: MessageTypeDefinition<_parley_scheduler_v1_Kill, _parley_scheduler_v1_Kill__Output>
        Launch: MessageTypeDefinition<_parley_scheduler_v1_Launch, _parley_scheduler_v1_Launch__Output>
        LeaderChanged: MessageTypeDefinition<_parley_scheduler_v1_LeaderChanged, _parley_scheduler_v1_LeaderChanged__Output>
        Offers: MessageTypeDefinition<_parley_scheduler_v1_Offers, _parley_scheduler_v1_Offers__Output>
        Operation: MessageTypeDefinition<_parley_scheduler_v1_Operation, _parley_scheduler_v1_Operation__Output>
        Reconcile: MessageTypeDefinition<_parley_scheduler_v1_Reconcile, _parley_scheduler_v1_Reconcile__Output>
        ReconcileEnd: MessageTypeDefinition<_parley_scheduler_v1_ReconcileEnd, _parley_scheduler_v1_ReconcileEnd__Output>
        ReconcileTask: MessageTypeDefinition<_parley_scheduler_v1_ReconcileTask, _parley_scheduler_v1_ReconcileTask__Output>
        Request: MessageTypeDefinition<_parley_scheduler_v1_Request, _parley_scheduler_v1_Request__Output>
        Rescind: MessageTypeDefinition<_parley_scheduler_v1_Rescind, _parley_scheduler_v1_Rescind__Output>
        RescindInverseOffers: MessageTypeDefinition<_parley_scheduler_v1_RescindInverseOffers, _parley_scheduler_v1_RescindInverseOffers__Output>
        Revive: MessageTypeDefinition<_parley_scheduler_v1_Revive, _parley_scheduler_v1_Revive__Output>
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
        SchedulerService: SubtypeConstructor<typeof grpc.Client, _parley_scheduler_v1_SchedulerServiceClient> & { service: _parley_scheduler_v1_SchedulerServiceDefinition }
        StatusUpdates: MessageTypeDefinition<_parley_scheduler_v1_StatusUpdates, _parley_scheduler_v1_StatusUpdates__Output>
        StreamError: MessageTypeDefinition<_parley_scheduler_v1_StreamError, _parley_scheduler_v1_StreamError__Output>
        StreamErrorReason: EnumTypeDefinition
        Subscribe: MessageTypeDefinition<_parley_scheduler_v1_Subscribe, _parley_scheduler_v1_Subscribe__Output>
        Subscribed: MessageTypeDefinition<_parley_scheduler_v1_Subscribed, _parley_scheduler_v1_Subscribed__Output>
        Suppress: MessageTypeDefinition<_parley_scheduler_v1_Suppress, _parley_scheduler_v1_Suppress__Output>
        Teardown: MessageTypeDefinition<_parley_scheduler_v1_Teardown, _parley_scheduler_v1_Teardown__Output>
        UpdateFramework: MessageTypeDefinition<_parley_scheduler_v1_UpdateFramework, _parley_scheduler_v1_UpdateFramework__Output>
      }
    }
    types: {
      v1: {
        AgentInfo: MessageTypeDefinition<_parley_types_v1_AgentInfo, _parley_types_v1_AgentInfo__Output>
        Attribute: MessageTypeDefinition<_parley_types_v1_Attribute, _parley_types_v1_Attribute__Output>
        CommandInfo: MessageTypeDefinition<_parley_types_v1_CommandInfo, _parley_types_v1_CommandInfo__Output>
        ConstraintGroup: MessageTypeDefinition<_parley_types_v1_ConstraintGroup, _parley_types_v1_ConstraintGroup__Output>
        ConstraintSelector: EnumTypeDefinition
        ConstraintTest: EnumTypeDefinition
        Demand: MessageTypeDefinition<_parley_types_v1_Demand, _parley_types_v1_Demand__Output>
        DemandShape: MessageTypeDefinition<_parley_types_v1_DemandShape, _parley_types_v1_DemandShape__Output>
        EnvironmentVariable: MessageTypeDefinition<_parley_types_v1_EnvironmentVariable, _parley_types_v1_EnvironmentVariable__Output>
        Epoch: MessageTypeDefinition<_parley_types_v1_Epoch, _parley_types_v1_Epoch__Output>
        Explanation: MessageTypeDefinition<_parley_types_v1_Explanation, _parley_types_v1_Explanation__Output>
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        FrameworkCapability: EnumTypeDefinition
        FrameworkInfo: MessageTypeDefinition<_parley_types_v1_FrameworkInfo, _parley_types_v1_FrameworkInfo__Output>
        FrameworkShare: MessageTypeDefinition<_parley_types_v1_FrameworkShare, _parley_types_v1_FrameworkShare__Output>
        InverseOffer: MessageTypeDefinition<_parley_types_v1_InverseOffer, _parley_types_v1_InverseOffer__Output>
        KillPolicy: MessageTypeDefinition<_parley_types_v1_KillPolicy, _parley_types_v1_KillPolicy__Output>
        Label: MessageTypeDefinition<_parley_types_v1_Label, _parley_types_v1_Label__Output>
        MinimumGroup: MessageTypeDefinition<_parley_types_v1_MinimumGroup, _parley_types_v1_MinimumGroup__Output>
        NoOfferReason: EnumTypeDefinition
        Offer: MessageTypeDefinition<_parley_types_v1_Offer, _parley_types_v1_Offer__Output>
        OfferConstraint: MessageTypeDefinition<_parley_types_v1_OfferConstraint, _parley_types_v1_OfferConstraint__Output>
        OfferMinimum: MessageTypeDefinition<_parley_types_v1_OfferMinimum, _parley_types_v1_OfferMinimum__Output>
        OfferSettings: MessageTypeDefinition<_parley_types_v1_OfferSettings, _parley_types_v1_OfferSettings__Output>
        Packing: EnumTypeDefinition
        Problem: MessageTypeDefinition<_parley_types_v1_Problem, _parley_types_v1_Problem__Output>
        Quota: MessageTypeDefinition<_parley_types_v1_Quota, _parley_types_v1_Quota__Output>
        Range: MessageTypeDefinition<_parley_types_v1_Range, _parley_types_v1_Range__Output>
        ReasonCount: MessageTypeDefinition<_parley_types_v1_ReasonCount, _parley_types_v1_ReasonCount__Output>
        Reservation: MessageTypeDefinition<_parley_types_v1_Reservation, _parley_types_v1_Reservation__Output>
        Resource: MessageTypeDefinition<_parley_types_v1_Resource, _parley_types_v1_Resource__Output>
        ResourceRanges: MessageTypeDefinition<_parley_types_v1_ResourceRanges, _parley_types_v1_ResourceRanges__Output>
        ResourceSet: MessageTypeDefinition<_parley_types_v1_ResourceSet, _parley_types_v1_ResourceSet__Output>
        RoleDemand: MessageTypeDefinition<_parley_types_v1_RoleDemand, _parley_types_v1_RoleDemand__Output>
        RoleShare: MessageTypeDefinition<_parley_types_v1_RoleShare, _parley_types_v1_RoleShare__Output>
        ScalarAmount: MessageTypeDefinition<_parley_types_v1_ScalarAmount, _parley_types_v1_ScalarAmount__Output>
        StatusReason: EnumTypeDefinition
        StatusSource: EnumTypeDefinition
        TaskInfo: MessageTypeDefinition<_parley_types_v1_TaskInfo, _parley_types_v1_TaskInfo__Output>
        TaskState: EnumTypeDefinition
        TaskStatus: MessageTypeDefinition<_parley_types_v1_TaskStatus, _parley_types_v1_TaskStatus__Output>
        Unavailability: MessageTypeDefinition<_parley_types_v1_Unavailability, _parley_types_v1_Unavailability__Output>
      }
    }
  }
}

