import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AgentGoAway as _parley_master_v1_AgentGoAway, AgentGoAway__Output as _parley_master_v1_AgentGoAway__Output } from './parley/master/v1/AgentGoAway';
import type { AgentLinkRequestItem as _parley_master_v1_AgentLinkRequestItem, AgentLinkRequestItem__Output as _parley_master_v1_AgentLinkRequestItem__Output } from './parley/master/v1/AgentLinkRequestItem';
import type { AgentLinkResponseItem as _parley_master_v1_AgentLinkResponseItem, AgentLinkResponseItem__Output as _parley_master_v1_AgentLinkResponseItem__Output } from './parley/master/v1/AgentLinkResponseItem';
import type { AgentPing as _parley_master_v1_AgentPing, AgentPing__Output as _parley_master_v1_AgentPing__Output } from './parley/master/v1/AgentPing';
import type { AgentPong as _parley_master_v1_AgentPong, AgentPong__Output as _parley_master_v1_AgentPong__Output } from './parley/master/v1/AgentPong';
import type { AgentStatusUpdate as _parley_master_v1_AgentStatusUpdate, AgentStatusUpdate__Output as _parley_master_v1_AgentStatusUpdate__Output } from './parley/master/v1/AgentStatusUpdate';
import type { FileAnswer as _parley_master_v1_FileAnswer, FileAnswer__Output as _parley_master_v1_FileAnswer__Output } from './parley/master/v1/FileAnswer';
import type { FileProblem as _parley_master_v1_FileProblem, FileProblem__Output as _parley_master_v1_FileProblem__Output } from './parley/master/v1/FileProblem';
import type { FileQuery as _parley_master_v1_FileQuery, FileQuery__Output as _parley_master_v1_FileQuery__Output } from './parley/master/v1/FileQuery';
import type { KillOrder as _parley_master_v1_KillOrder, KillOrder__Output as _parley_master_v1_KillOrder__Output } from './parley/master/v1/KillOrder';
import type { KillStored as _parley_master_v1_KillStored, KillStored__Output as _parley_master_v1_KillStored__Output } from './parley/master/v1/KillStored';
import type { LaunchOrder as _parley_master_v1_LaunchOrder, LaunchOrder__Output as _parley_master_v1_LaunchOrder__Output } from './parley/master/v1/LaunchOrder';
import type { LaunchStored as _parley_master_v1_LaunchStored, LaunchStored__Output as _parley_master_v1_LaunchStored__Output } from './parley/master/v1/LaunchStored';
import type { RegisterBegin as _parley_master_v1_RegisterBegin, RegisterBegin__Output as _parley_master_v1_RegisterBegin__Output } from './parley/master/v1/RegisterBegin';
import type { RegisterEnd as _parley_master_v1_RegisterEnd, RegisterEnd__Output as _parley_master_v1_RegisterEnd__Output } from './parley/master/v1/RegisterEnd';
import type { RegisterTasks as _parley_master_v1_RegisterTasks, RegisterTasks__Output as _parley_master_v1_RegisterTasks__Output } from './parley/master/v1/RegisterTasks';
import type { Registered as _parley_master_v1_Registered, Registered__Output as _parley_master_v1_Registered__Output } from './parley/master/v1/Registered';
import type { RegistrationRefused as _parley_master_v1_RegistrationRefused, RegistrationRefused__Output as _parley_master_v1_RegistrationRefused__Output } from './parley/master/v1/RegistrationRefused';
import type { ReportedTask as _parley_master_v1_ReportedTask, ReportedTask__Output as _parley_master_v1_ReportedTask__Output } from './parley/master/v1/ReportedTask';
import type { ResourcesReport as _parley_master_v1_ResourcesReport, ResourcesReport__Output as _parley_master_v1_ResourcesReport__Output } from './parley/master/v1/ResourcesReport';
import type { ShutdownFramework as _parley_master_v1_ShutdownFramework, ShutdownFramework__Output as _parley_master_v1_ShutdownFramework__Output } from './parley/master/v1/ShutdownFramework';
import type { UpdateAcknowledged as _parley_master_v1_UpdateAcknowledged, UpdateAcknowledged__Output as _parley_master_v1_UpdateAcknowledged__Output } from './parley/master/v1/UpdateAcknowledged';
import type { FileEntry as _parley_operator_v1_FileEntry, FileEntry__Output as _parley_operator_v1_FileEntry__Output } from './parley/operator/v1/FileEntry';
import type { ListFilesRequest as _parley_operator_v1_ListFilesRequest, ListFilesRequest__Output as _parley_operator_v1_ListFilesRequest__Output } from './parley/operator/v1/ListFilesRequest';
import type { ListFilesResponse as _parley_operator_v1_ListFilesResponse, ListFilesResponse__Output as _parley_operator_v1_ListFilesResponse__Output } from './parley/operator/v1/ListFilesResponse';
import type { ReadFileRequest as _parley_operator_v1_ReadFileRequest, ReadFileRequest__Output as _parley_operator_v1_ReadFileRequest__Output } from './parley/operator/v1/ReadFileRequest';
import type { ReadFileResponse as _parley_operator_v1_ReadFileResponse, ReadFileResponse__Output as _parley_operator_v1_ReadFileResponse__Output } from './parley/operator/v1/ReadFileResponse';
import type { AgentInfo as _parley_types_v1_AgentInfo, AgentInfo__Output as _parley_types_v1_AgentInfo__Output } from './parley/types/v1/AgentInfo';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from './parley/types/v1/Attribute';
import type { CommandInfo as _parley_types_v1_CommandInfo, CommandInfo__Output as _parley_types_v1_CommandInfo__Output } from './parley/types/v1/CommandInfo';
import type { EnvironmentVariable as _parley_types_v1_EnvironmentVariable, EnvironmentVariable__Output as _parley_types_v1_EnvironmentVariable__Output } from './parley/types/v1/EnvironmentVariable';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { KillPolicy as _parley_types_v1_KillPolicy, KillPolicy__Output as _parley_types_v1_KillPolicy__Output } from './parley/types/v1/KillPolicy';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from './parley/types/v1/Label';
import type { Range as _parley_types_v1_Range, Range__Output as _parley_types_v1_Range__Output } from './parley/types/v1/Range';
import type { Reservation as _parley_types_v1_Reservation, Reservation__Output as _parley_types_v1_Reservation__Output } from './parley/types/v1/Reservation';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from './parley/types/v1/Resource';
import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from './parley/types/v1/ResourceRanges';
import type { ResourceSet as _parley_types_v1_ResourceSet, ResourceSet__Output as _parley_types_v1_ResourceSet__Output } from './parley/types/v1/ResourceSet';
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
        AgentLinkRequestItem: MessageTypeDefinition<_parley_master_v1_AgentLinkRequestItem, _parley_master_v1_AgentLinkRequestItem__Output>
        AgentLinkResponseItem: MessageTypeDefinition<_parley_master_v1_AgentLinkResponseItem, _parley_master_v1_AgentLinkResponseItem__Output>
        AgentPing: MessageTypeDefinition<_parley_master_v1_AgentPing, _parley_master_v1_AgentPing__Output>
        AgentPong: MessageTypeDefinition<_parley_master_v1_AgentPong, _parley_master_v1_AgentPong__Output>
        AgentStatusUpdate: MessageTypeDefinition<_parley_master_v1_AgentStatusUpdate, _parley_master_v1_AgentStatusUpdate__Output>
        FileAnswer: MessageTypeDefinition<_parley_master_v1_FileAnswer, _parley_master_v1_FileAnswer__Output>
        FileProblem: MessageTypeDefinition<_parley_master_v1_FileProblem, _parley_master_v1_FileProblem__Output>
        FileProblemKind: EnumTypeDefinition
        FileQuery: MessageTypeDefinition<_parley_master_v1_FileQuery, _parley_master_v1_FileQuery__Output>
        KillOrder: MessageTypeDefinition<_parley_master_v1_KillOrder, _parley_master_v1_KillOrder__Output>
        KillStored: MessageTypeDefinition<_parley_master_v1_KillStored, _parley_master_v1_KillStored__Output>
        LaunchOrder: MessageTypeDefinition<_parley_master_v1_LaunchOrder, _parley_master_v1_LaunchOrder__Output>
        LaunchStored: MessageTypeDefinition<_parley_master_v1_LaunchStored, _parley_master_v1_LaunchStored__Output>
        RegisterBegin: MessageTypeDefinition<_parley_master_v1_RegisterBegin, _parley_master_v1_RegisterBegin__Output>
        RegisterEnd: MessageTypeDefinition<_parley_master_v1_RegisterEnd, _parley_master_v1_RegisterEnd__Output>
        RegisterTasks: MessageTypeDefinition<_parley_master_v1_RegisterTasks, _parley_master_v1_RegisterTasks__Output>
        Registered: MessageTypeDefinition<_parley_master_v1_Registered, _parley_master_v1_Registered__Output>
        RegistrationRefusal: EnumTypeDefinition
        RegistrationRefused: MessageTypeDefinition<_parley_master_v1_RegistrationRefused, _parley_master_v1_RegistrationRefused__Output>
        ReportedTask: MessageTypeDefinition<_parley_master_v1_ReportedTask, _parley_master_v1_ReportedTask__Output>
        ResourcesReport: MessageTypeDefinition<_parley_master_v1_ResourcesReport, _parley_master_v1_ResourcesReport__Output>
        ShutdownFramework: MessageTypeDefinition<_parley_master_v1_ShutdownFramework, _parley_master_v1_ShutdownFramework__Output>
        UpdateAcknowledged: MessageTypeDefinition<_parley_master_v1_UpdateAcknowledged, _parley_master_v1_UpdateAcknowledged__Output>
      }
    }
    operator: {
      v1: {
        FileEntry: MessageTypeDefinition<_parley_operator_v1_FileEntry, _parley_operator_v1_FileEntry__Output>
        ListFilesRequest: MessageTypeDefinition<_parley_operator_v1_ListFilesRequest, _parley_operator_v1_ListFilesRequest__Output>
        ListFilesResponse: MessageTypeDefinition<_parley_operator_v1_ListFilesResponse, _parley_operator_v1_ListFilesResponse__Output>
        ReadFileRequest: MessageTypeDefinition<_parley_operator_v1_ReadFileRequest, _parley_operator_v1_ReadFileRequest__Output>
        ReadFileResponse: MessageTypeDefinition<_parley_operator_v1_ReadFileResponse, _parley_operator_v1_ReadFileResponse__Output>
      }
    }
    types: {
      v1: {
        AgentInfo: MessageTypeDefinition<_parley_types_v1_AgentInfo, _parley_types_v1_AgentInfo__Output>
        Attribute: MessageTypeDefinition<_parley_types_v1_Attribute, _parley_types_v1_Attribute__Output>
        CommandInfo: MessageTypeDefinition<_parley_types_v1_CommandInfo, _parley_types_v1_CommandInfo__Output>
        EnvironmentVariable: MessageTypeDefinition<_parley_types_v1_EnvironmentVariable, _parley_types_v1_EnvironmentVariable__Output>
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        KillPolicy: MessageTypeDefinition<_parley_types_v1_KillPolicy, _parley_types_v1_KillPolicy__Output>
        Label: MessageTypeDefinition<_parley_types_v1_Label, _parley_types_v1_Label__Output>
        Range: MessageTypeDefinition<_parley_types_v1_Range, _parley_types_v1_Range__Output>
        Reservation: MessageTypeDefinition<_parley_types_v1_Reservation, _parley_types_v1_Reservation__Output>
        Resource: MessageTypeDefinition<_parley_types_v1_Resource, _parley_types_v1_Resource__Output>
        ResourceRanges: MessageTypeDefinition<_parley_types_v1_ResourceRanges, _parley_types_v1_ResourceRanges__Output>
        ResourceSet: MessageTypeDefinition<_parley_types_v1_ResourceSet, _parley_types_v1_ResourceSet__Output>
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

