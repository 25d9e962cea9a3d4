import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AgentLost as _parley_scheduler_v1_AgentLost, AgentLost__Output as _parley_scheduler_v1_AgentLost__Output } from './parley/scheduler/v1/AgentLost';
import type { CallDeferred as _parley_scheduler_v1_CallDeferred, CallDeferred__Output as _parley_scheduler_v1_CallDeferred__Output } from './parley/scheduler/v1/CallDeferred';
import type { CallOk as _parley_scheduler_v1_CallOk, CallOk__Output as _parley_scheduler_v1_CallOk__Output } from './parley/scheduler/v1/CallOk';
import type { CallOutcomeUnknown as _parley_scheduler_v1_CallOutcomeUnknown, CallOutcomeUnknown__Output as _parley_scheduler_v1_CallOutcomeUnknown__Output } from './parley/scheduler/v1/CallOutcomeUnknown';
import type { CallProblem as _parley_scheduler_v1_CallProblem, CallProblem__Output as _parley_scheduler_v1_CallProblem__Output } from './parley/scheduler/v1/CallProblem';
import type { CallResult as _parley_scheduler_v1_CallResult, CallResult__Output as _parley_scheduler_v1_CallResult__Output } from './parley/scheduler/v1/CallResult';
import type { InverseOffers as _parley_scheduler_v1_InverseOffers, InverseOffers__Output as _parley_scheduler_v1_InverseOffers__Output } from './parley/scheduler/v1/InverseOffers';
import type { LeaderChanged as _parley_scheduler_v1_LeaderChanged, LeaderChanged__Output as _parley_scheduler_v1_LeaderChanged__Output } from './parley/scheduler/v1/LeaderChanged';
import type { Offers as _parley_scheduler_v1_Offers, Offers__Output as _parley_scheduler_v1_Offers__Output } from './parley/scheduler/v1/Offers';
import type { ReconcileEnd as _parley_scheduler_v1_ReconcileEnd, ReconcileEnd__Output as _parley_scheduler_v1_ReconcileEnd__Output } from './parley/scheduler/v1/ReconcileEnd';
import type { Rescind as _parley_scheduler_v1_Rescind, Rescind__Output as _parley_scheduler_v1_Rescind__Output } from './parley/scheduler/v1/Rescind';
import type { RescindInverseOffers as _parley_scheduler_v1_RescindInverseOffers, RescindInverseOffers__Output as _parley_scheduler_v1_RescindInverseOffers__Output } from './parley/scheduler/v1/RescindInverseOffers';
import type { StatusUpdates as _parley_scheduler_v1_StatusUpdates, StatusUpdates__Output as _parley_scheduler_v1_StatusUpdates__Output } from './parley/scheduler/v1/StatusUpdates';
import type { StreamError as _parley_scheduler_v1_StreamError, StreamError__Output as _parley_scheduler_v1_StreamError__Output } from './parley/scheduler/v1/StreamError';
import type { Subscribed as _parley_scheduler_v1_Subscribed, Subscribed__Output as _parley_scheduler_v1_Subscribed__Output } from './parley/scheduler/v1/Subscribed';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from './parley/types/v1/Attribute';
import type { CommandInfo as _parley_types_v1_CommandInfo, CommandInfo__Output as _parley_types_v1_CommandInfo__Output } from './parley/types/v1/CommandInfo';
import type { EnvironmentVariable as _parley_types_v1_EnvironmentVariable, EnvironmentVariable__Output as _parley_types_v1_EnvironmentVariable__Output } from './parley/types/v1/EnvironmentVariable';
import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from './parley/types/v1/Epoch';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { InverseOffer as _parley_types_v1_InverseOffer, InverseOffer__Output as _parley_types_v1_InverseOffer__Output } from './parley/types/v1/InverseOffer';
import type { KillPolicy as _parley_types_v1_KillPolicy, KillPolicy__Output as _parley_types_v1_KillPolicy__Output } from './parley/types/v1/KillPolicy';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from './parley/types/v1/Label';
import type { Offer as _parley_types_v1_Offer, Offer__Output as _parley_types_v1_Offer__Output } from './parley/types/v1/Offer';
import type { Problem as _parley_types_v1_Problem, Problem__Output as _parley_types_v1_Problem__Output } from './parley/types/v1/Problem';
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
    scheduler: {
      v1: {
        AgentLost: MessageTypeDefinition<_parley_scheduler_v1_AgentLost, _parley_scheduler_v1_AgentLost__Output>
        CallDeferred: MessageTypeDefinition<_parley_scheduler_v1_CallDeferred, _parley_scheduler_v1_CallDeferred__Output>
        CallOk: MessageTypeDefinition<_parley_scheduler_v1_CallOk, _parley_scheduler_v1_CallOk__Output>
        CallOutcomeUnknown: MessageTypeDefinition<_parley_scheduler_v1_CallOutcomeUnknown, _parley_scheduler_v1_CallOutcomeUnknown__Output>
        CallProblem: MessageTypeDefinition<_parley_scheduler_v1_CallProblem, _parley_scheduler_v1_CallProblem__Output>
        CallResult: MessageTypeDefinition<_parley_scheduler_v1_CallResult, _parley_scheduler_v1_CallResult__Output>
        InverseOffers: MessageTypeDefinition<_parley_scheduler_v1_InverseOffers, _parley_scheduler_v1_InverseOffers__Output>
        LeaderChanged: MessageTypeDefinition<_parley_scheduler_v1_LeaderChanged, _parley_scheduler_v1_LeaderChanged__Output>
        Offers: MessageTypeDefinition<_parley_scheduler_v1_Offers, _parley_scheduler_v1_Offers__Output>
        ReconcileEnd: MessageTypeDefinition<_parley_scheduler_v1_ReconcileEnd, _parley_scheduler_v1_ReconcileEnd__Output>
        Rescind: MessageTypeDefinition<_parley_scheduler_v1_Rescind, _parley_scheduler_v1_Rescind__Output>
        RescindInverseOffers: MessageTypeDefinition<_parley_scheduler_v1_RescindInverseOffers, _parley_scheduler_v1_RescindInverseOffers__Output>
        StatusUpdates: MessageTypeDefinition<_parley_scheduler_v1_StatusUpdates, _parley_scheduler_v1_StatusUpdates__Output>
        StreamError: MessageTypeDefinition<_parley_scheduler_v1_StreamError, _parley_scheduler_v1_StreamError__Output>
        StreamErrorReason: EnumTypeDefinition
        Subscribed: MessageTypeDefinition<_parley_scheduler_v1_Subscribed, _parley_scheduler_v1_Subscribed__Output>
      }
    }
    types: {
      v1: {
        Attribute: MessageTypeDefinition<_parley_types_v1_Attribute, _parley_types_v1_Attribute__Output>
        CommandInfo: MessageTypeDefinition<_parley_types_v1_CommandInfo, _parley_types_v1_CommandInfo__Output>
        EnvironmentVariable: MessageTypeDefinition<_parley_types_v1_EnvironmentVariable, _parley_types_v1_EnvironmentVariable__Output>
        Epoch: MessageTypeDefinition<_parley_types_v1_Epoch, _parley_types_v1_Epoch__Output>
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        InverseOffer: MessageTypeDefinition<_parley_types_v1_InverseOffer, _parley_types_v1_InverseOffer__Output>
        KillPolicy: MessageTypeDefinition<_parley_types_v1_KillPolicy, _parley_types_v1_KillPolicy__Output>
        Label: MessageTypeDefinition<_parley_types_v1_Label, _parley_types_v1_Label__Output>
        Offer: MessageTypeDefinition<_parley_types_v1_Offer, _parley_types_v1_Offer__Output>
        Problem: MessageTypeDefinition<_parley_types_v1_Problem, _parley_types_v1_Problem__Output>
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

