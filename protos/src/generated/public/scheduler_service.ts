import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

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
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from './parley/types/v1/Attribute';
import type { CommandInfo as _parley_types_v1_CommandInfo, CommandInfo__Output as _parley_types_v1_CommandInfo__Output } from './parley/types/v1/CommandInfo';
import type { ConstraintGroup as _parley_types_v1_ConstraintGroup, ConstraintGroup__Output as _parley_types_v1_ConstraintGroup__Output } from './parley/types/v1/ConstraintGroup';
import type { Demand as _parley_types_v1_Demand, Demand__Output as _parley_types_v1_Demand__Output } from './parley/types/v1/Demand';
import type { DemandShape as _parley_types_v1_DemandShape, DemandShape__Output as _parley_types_v1_DemandShape__Output } from './parley/types/v1/DemandShape';
import type { EnvironmentVariable as _parley_types_v1_EnvironmentVariable, EnvironmentVariable__Output as _parley_types_v1_EnvironmentVariable__Output } from './parley/types/v1/EnvironmentVariable';
import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from './parley/types/v1/Epoch';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { FrameworkInfo as _parley_types_v1_FrameworkInfo, FrameworkInfo__Output as _parley_types_v1_FrameworkInfo__Output } from './parley/types/v1/FrameworkInfo';
import type { InverseOffer as _parley_types_v1_InverseOffer, InverseOffer__Output as _parley_types_v1_InverseOffer__Output } from './parley/types/v1/InverseOffer';
import type { KillPolicy as _parley_types_v1_KillPolicy, KillPolicy__Output as _parley_types_v1_KillPolicy__Output } from './parley/types/v1/KillPolicy';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from './parley/types/v1/Label';
import type { MinimumGroup as _parley_types_v1_MinimumGroup, MinimumGroup__Output as _parley_types_v1_MinimumGroup__Output } from './parley/types/v1/MinimumGroup';
import type { Offer as _parley_types_v1_Offer, Offer__Output as _parley_types_v1_Offer__Output } from './parley/types/v1/Offer';
import type { OfferConstraint as _parley_types_v1_OfferConstraint, OfferConstraint__Output as _parley_types_v1_OfferConstraint__Output } from './parley/types/v1/OfferConstraint';
import type { OfferMinimum as _parley_types_v1_OfferMinimum, OfferMinimum__Output as _parley_types_v1_OfferMinimum__Output } from './parley/types/v1/OfferMinimum';
import type { OfferSettings as _parley_types_v1_OfferSettings, OfferSettings__Output as _parley_types_v1_OfferSettings__Output } from './parley/types/v1/OfferSettings';
import type { Problem as _parley_types_v1_Problem, Problem__Output as _parley_types_v1_Problem__Output } from './parley/types/v1/Problem';
import type { Range as _parley_types_v1_Range, Range__Output as _parley_types_v1_Range__Output } from './parley/types/v1/Range';
import type { Reservation as _parley_types_v1_Reservation, Reservation__Output as _parley_types_v1_Reservation__Output } from './parley/types/v1/Reservation';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from './parley/types/v1/Resource';
import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from './parley/types/v1/ResourceRanges';
import type { ResourceSet as _parley_types_v1_ResourceSet, ResourceSet__Output as _parley_types_v1_ResourceSet__Output } from './parley/types/v1/ResourceSet';
import type { RoleDemand as _parley_types_v1_RoleDemand, RoleDemand__Output as _parley_types_v1_RoleDemand__Output } from './parley/types/v1/RoleDemand';
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
        Attribute: MessageTypeDefinition<_parley_types_v1_Attribute, _parley_types_v1_Attribute__Output>
        CommandInfo: MessageTypeDefinition<_parley_types_v1_CommandInfo, _parley_types_v1_CommandInfo__Output>
        ConstraintGroup: MessageTypeDefinition<_parley_types_v1_ConstraintGroup, _parley_types_v1_ConstraintGroup__Output>
        ConstraintSelector: EnumTypeDefinition
        ConstraintTest: EnumTypeDefinition
        Demand: MessageTypeDefinition<_parley_types_v1_Demand, _parley_types_v1_Demand__Output>
        DemandShape: MessageTypeDefinition<_parley_types_v1_DemandShape, _parley_types_v1_DemandShape__Output>
        EnvironmentVariable: MessageTypeDefinition<_parley_types_v1_EnvironmentVariable, _parley_types_v1_EnvironmentVariable__Output>
        Epoch: MessageTypeDefinition<_parley_types_v1_Epoch, _parley_types_v1_Epoch__Output>
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        FrameworkCapability: EnumTypeDefinition
        FrameworkInfo: MessageTypeDefinition<_parley_types_v1_FrameworkInfo, _parley_types_v1_FrameworkInfo__Output>
        InverseOffer: MessageTypeDefinition<_parley_types_v1_InverseOffer, _parley_types_v1_InverseOffer__Output>
        KillPolicy: MessageTypeDefinition<_parley_types_v1_KillPolicy, _parley_types_v1_KillPolicy__Output>
        Label: MessageTypeDefinition<_parley_types_v1_Label, _parley_types_v1_Label__Output>
        MinimumGroup: MessageTypeDefinition<_parley_types_v1_MinimumGroup, _parley_types_v1_MinimumGroup__Output>
        Offer: MessageTypeDefinition<_parley_types_v1_Offer, _parley_types_v1_Offer__Output>
        OfferConstraint: MessageTypeDefinition<_parley_types_v1_OfferConstraint, _parley_types_v1_OfferConstraint__Output>
        OfferMinimum: MessageTypeDefinition<_parley_types_v1_OfferMinimum, _parley_types_v1_OfferMinimum__Output>
        OfferSettings: MessageTypeDefinition<_parley_types_v1_OfferSettings, _parley_types_v1_OfferSettings__Output>
        Problem: MessageTypeDefinition<_parley_types_v1_Problem, _parley_types_v1_Problem__Output>
        Range: MessageTypeDefinition<_parley_types_v1_Range, _parley_types_v1_Range__Output>
        Reservation: MessageTypeDefinition<_parley_types_v1_Reservation, _parley_types_v1_Reservation__Output>
        Resource: MessageTypeDefinition<_parley_types_v1_Resource, _parley_types_v1_Resource__Output>
        ResourceRanges: MessageTypeDefinition<_parley_types_v1_ResourceRanges, _parley_types_v1_ResourceRanges__Output>
        ResourceSet: MessageTypeDefinition<_parley_types_v1_ResourceSet, _parley_types_v1_ResourceSet__Output>
        RoleDemand: MessageTypeDefinition<_parley_types_v1_RoleDemand, _parley_types_v1_RoleDemand__Output>
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

