import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AgentRemoved as _parley_operator_v1_AgentRemoved, AgentRemoved__Output as _parley_operator_v1_AgentRemoved__Output } from './parley/operator/v1/AgentRemoved';
import type { AgentView as _parley_operator_v1_AgentView, AgentView__Output as _parley_operator_v1_AgentView__Output } from './parley/operator/v1/AgentView';
import type { FrameworkRemoved as _parley_operator_v1_FrameworkRemoved, FrameworkRemoved__Output as _parley_operator_v1_FrameworkRemoved__Output } from './parley/operator/v1/FrameworkRemoved';
import type { FrameworkView as _parley_operator_v1_FrameworkView, FrameworkView__Output as _parley_operator_v1_FrameworkView__Output } from './parley/operator/v1/FrameworkView';
import type { OfferView as _parley_operator_v1_OfferView, OfferView__Output as _parley_operator_v1_OfferView__Output } from './parley/operator/v1/OfferView';
import type { RoleView as _parley_operator_v1_RoleView, RoleView__Output as _parley_operator_v1_RoleView__Output } from './parley/operator/v1/RoleView';
import type { StateBegin as _parley_operator_v1_StateBegin, StateBegin__Output as _parley_operator_v1_StateBegin__Output } from './parley/operator/v1/StateBegin';
import type { StateChanges as _parley_operator_v1_StateChanges, StateChanges__Output as _parley_operator_v1_StateChanges__Output } from './parley/operator/v1/StateChanges';
import type { StateChunk as _parley_operator_v1_StateChunk, StateChunk__Output as _parley_operator_v1_StateChunk__Output } from './parley/operator/v1/StateChunk';
import type { StateEnd as _parley_operator_v1_StateEnd, StateEnd__Output as _parley_operator_v1_StateEnd__Output } from './parley/operator/v1/StateEnd';
import type { StateEntry as _parley_operator_v1_StateEntry, StateEntry__Output as _parley_operator_v1_StateEntry__Output } from './parley/operator/v1/StateEntry';
import type { TaskRemoved as _parley_operator_v1_TaskRemoved, TaskRemoved__Output as _parley_operator_v1_TaskRemoved__Output } from './parley/operator/v1/TaskRemoved';
import type { TaskView as _parley_operator_v1_TaskView, TaskView__Output as _parley_operator_v1_TaskView__Output } from './parley/operator/v1/TaskView';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from './parley/types/v1/Attribute';
import type { CommandInfo as _parley_types_v1_CommandInfo, CommandInfo__Output as _parley_types_v1_CommandInfo__Output } from './parley/types/v1/CommandInfo';
import type { EnvironmentVariable as _parley_types_v1_EnvironmentVariable, EnvironmentVariable__Output as _parley_types_v1_EnvironmentVariable__Output } from './parley/types/v1/EnvironmentVariable';
import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from './parley/types/v1/Epoch';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { KillPolicy as _parley_types_v1_KillPolicy, KillPolicy__Output as _parley_types_v1_KillPolicy__Output } from './parley/types/v1/KillPolicy';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from './parley/types/v1/Label';
import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from './parley/types/v1/Quota';
import type { Range as _parley_types_v1_Range, Range__Output as _parley_types_v1_Range__Output } from './parley/types/v1/Range';
import type { Reservation as _parley_types_v1_Reservation, Reservation__Output as _parley_types_v1_Reservation__Output } from './parley/types/v1/Reservation';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from './parley/types/v1/Resource';
import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from './parley/types/v1/ResourceRanges';
import type { ResourceSet as _parley_types_v1_ResourceSet, ResourceSet__Output as _parley_types_v1_ResourceSet__Output } from './parley/types/v1/ResourceSet';
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
        FrameworkRemoved: MessageTypeDefinition<_parley_operator_v1_FrameworkRemoved, _parley_operator_v1_FrameworkRemoved__Output>
        FrameworkState: EnumTypeDefinition
        FrameworkView: MessageTypeDefinition<_parley_operator_v1_FrameworkView, _parley_operator_v1_FrameworkView__Output>
        OfferView: MessageTypeDefinition<_parley_operator_v1_OfferView, _parley_operator_v1_OfferView__Output>
        RoleView: MessageTypeDefinition<_parley_operator_v1_RoleView, _parley_operator_v1_RoleView__Output>
        StateBegin: MessageTypeDefinition<_parley_operator_v1_StateBegin, _parley_operator_v1_StateBegin__Output>
        StateChanges: MessageTypeDefinition<_parley_operator_v1_StateChanges, _parley_operator_v1_StateChanges__Output>
        StateChunk: MessageTypeDefinition<_parley_operator_v1_StateChunk, _parley_operator_v1_StateChunk__Output>
        StateEnd: MessageTypeDefinition<_parley_operator_v1_StateEnd, _parley_operator_v1_StateEnd__Output>
        StateEntry: MessageTypeDefinition<_parley_operator_v1_StateEntry, _parley_operator_v1_StateEntry__Output>
        TaskRemoved: MessageTypeDefinition<_parley_operator_v1_TaskRemoved, _parley_operator_v1_TaskRemoved__Output>
        TaskView: MessageTypeDefinition<_parley_operator_v1_TaskView, _parley_operator_v1_TaskView__Output>
      }
    }
    types: {
      v1: {
        Attribute: MessageTypeDefinition<_parley_types_v1_Attribute, _parley_types_v1_Attribute__Output>
        CommandInfo: MessageTypeDefinition<_parley_types_v1_CommandInfo, _parley_types_v1_CommandInfo__Output>
        EnvironmentVariable: MessageTypeDefinition<_parley_types_v1_EnvironmentVariable, _parley_types_v1_EnvironmentVariable__Output>
        Epoch: MessageTypeDefinition<_parley_types_v1_Epoch, _parley_types_v1_Epoch__Output>
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        KillPolicy: MessageTypeDefinition<_parley_types_v1_KillPolicy, _parley_types_v1_KillPolicy__Output>
        Label: MessageTypeDefinition<_parley_types_v1_Label, _parley_types_v1_Label__Output>
        Packing: EnumTypeDefinition
        Quota: MessageTypeDefinition<_parley_types_v1_Quota, _parley_types_v1_Quota__Output>
        Range: MessageTypeDefinition<_parley_types_v1_Range, _parley_types_v1_Range__Output>
        Reservation: MessageTypeDefinition<_parley_types_v1_Reservation, _parley_types_v1_Reservation__Output>
        Resource: MessageTypeDefinition<_parley_types_v1_Resource, _parley_types_v1_Resource__Output>
        ResourceRanges: MessageTypeDefinition<_parley_types_v1_ResourceRanges, _parley_types_v1_ResourceRanges__Output>
        ResourceSet: MessageTypeDefinition<_parley_types_v1_ResourceSet, _parley_types_v1_ResourceSet__Output>
        ScalarAmount: MessageTypeDefinition<_parley_types_v1_ScalarAmount, _parley_types_v1_ScalarAmount__Output>
        TaskInfo: MessageTypeDefinition<_parley_types_v1_TaskInfo, _parley_types_v1_TaskInfo__Output>
        TaskState: EnumTypeDefinition
        Unavailability: MessageTypeDefinition<_parley_types_v1_Unavailability, _parley_types_v1_Unavailability__Output>
      }
    }
  }
}

