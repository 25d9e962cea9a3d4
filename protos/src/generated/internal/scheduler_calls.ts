import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Accept as _parley_scheduler_v1_Accept, Accept__Output as _parley_scheduler_v1_Accept__Output } from './parley/scheduler/v1/Accept';
import type { AcceptInverseOffers as _parley_scheduler_v1_AcceptInverseOffers, AcceptInverseOffers__Output as _parley_scheduler_v1_AcceptInverseOffers__Output } from './parley/scheduler/v1/AcceptInverseOffers';
import type { Acknowledge as _parley_scheduler_v1_Acknowledge, Acknowledge__Output as _parley_scheduler_v1_Acknowledge__Output } from './parley/scheduler/v1/Acknowledge';
import type { Acknowledgement as _parley_scheduler_v1_Acknowledgement, Acknowledgement__Output as _parley_scheduler_v1_Acknowledgement__Output } from './parley/scheduler/v1/Acknowledgement';
import type { Decline as _parley_scheduler_v1_Decline, Decline__Output as _parley_scheduler_v1_Decline__Output } from './parley/scheduler/v1/Decline';
import type { DeclineInverseOffers as _parley_scheduler_v1_DeclineInverseOffers, DeclineInverseOffers__Output as _parley_scheduler_v1_DeclineInverseOffers__Output } from './parley/scheduler/v1/DeclineInverseOffers';
import type { Filters as _parley_scheduler_v1_Filters, Filters__Output as _parley_scheduler_v1_Filters__Output } from './parley/scheduler/v1/Filters';
import type { Heartbeat as _parley_scheduler_v1_Heartbeat, Heartbeat__Output as _parley_scheduler_v1_Heartbeat__Output } from './parley/scheduler/v1/Heartbeat';
import type { Kill as _parley_scheduler_v1_Kill, Kill__Output as _parley_scheduler_v1_Kill__Output } from './parley/scheduler/v1/Kill';
import type { Launch as _parley_scheduler_v1_Launch, Launch__Output as _parley_scheduler_v1_Launch__Output } from './parley/scheduler/v1/Launch';
import type { Operation as _parley_scheduler_v1_Operation, Operation__Output as _parley_scheduler_v1_Operation__Output } from './parley/scheduler/v1/Operation';
import type { Reconcile as _parley_scheduler_v1_Reconcile, Reconcile__Output as _parley_scheduler_v1_Reconcile__Output } from './parley/scheduler/v1/Reconcile';
import type { ReconcileTask as _parley_scheduler_v1_ReconcileTask, ReconcileTask__Output as _parley_scheduler_v1_ReconcileTask__Output } from './parley/scheduler/v1/ReconcileTask';
import type { Request as _parley_scheduler_v1_Request, Request__Output as _parley_scheduler_v1_Request__Output } from './parley/scheduler/v1/Request';
import type { Revive as _parley_scheduler_v1_Revive, Revive__Output as _parley_scheduler_v1_Revive__Output } from './parley/scheduler/v1/Revive';
import type { Subscribe as _parley_scheduler_v1_Subscribe, Subscribe__Output as _parley_scheduler_v1_Subscribe__Output } from './parley/scheduler/v1/Subscribe';
import type { Suppress as _parley_scheduler_v1_Suppress, Suppress__Output as _parley_scheduler_v1_Suppress__Output } from './parley/scheduler/v1/Suppress';
import type { Teardown as _parley_scheduler_v1_Teardown, Teardown__Output as _parley_scheduler_v1_Teardown__Output } from './parley/scheduler/v1/Teardown';
import type { UpdateFramework as _parley_scheduler_v1_UpdateFramework, UpdateFramework__Output as _parley_scheduler_v1_UpdateFramework__Output } from './parley/scheduler/v1/UpdateFramework';
import type { CommandInfo as _parley_types_v1_CommandInfo, CommandInfo__Output as _parley_types_v1_CommandInfo__Output } from './parley/types/v1/CommandInfo';
import type { ConstraintGroup as _parley_types_v1_ConstraintGroup, ConstraintGroup__Output as _parley_types_v1_ConstraintGroup__Output } from './parley/types/v1/ConstraintGroup';
import type { Demand as _parley_types_v1_Demand, Demand__Output as _parley_types_v1_Demand__Output } from './parley/types/v1/Demand';
import type { DemandShape as _parley_types_v1_DemandShape, DemandShape__Output as _parley_types_v1_DemandShape__Output } from './parley/types/v1/DemandShape';
import type { EnvironmentVariable as _parley_types_v1_EnvironmentVariable, EnvironmentVariable__Output as _parley_types_v1_EnvironmentVariable__Output } from './parley/types/v1/EnvironmentVariable';
import type { FrameworkInfo as _parley_types_v1_FrameworkInfo, FrameworkInfo__Output as _parley_types_v1_FrameworkInfo__Output } from './parley/types/v1/FrameworkInfo';
import type { KillPolicy as _parley_types_v1_KillPolicy, KillPolicy__Output as _parley_types_v1_KillPolicy__Output } from './parley/types/v1/KillPolicy';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from './parley/types/v1/Label';
import type { MinimumGroup as _parley_types_v1_MinimumGroup, MinimumGroup__Output as _parley_types_v1_MinimumGroup__Output } from './parley/types/v1/MinimumGroup';
import type { OfferConstraint as _parley_types_v1_OfferConstraint, OfferConstraint__Output as _parley_types_v1_OfferConstraint__Output } from './parley/types/v1/OfferConstraint';
import type { OfferMinimum as _parley_types_v1_OfferMinimum, OfferMinimum__Output as _parley_types_v1_OfferMinimum__Output } from './parley/types/v1/OfferMinimum';
import type { OfferSettings as _parley_types_v1_OfferSettings, OfferSettings__Output as _parley_types_v1_OfferSettings__Output } from './parley/types/v1/OfferSettings';
import type { Range as _parley_types_v1_Range, Range__Output as _parley_types_v1_Range__Output } from './parley/types/v1/Range';
import type { Reservation as _parley_types_v1_Reservation, Reservation__Output as _parley_types_v1_Reservation__Output } from './parley/types/v1/Reservation';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from './parley/types/v1/Resource';
import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from './parley/types/v1/ResourceRanges';
import type { ResourceSet as _parley_types_v1_ResourceSet, ResourceSet__Output as _parley_types_v1_ResourceSet__Output } from './parley/types/v1/ResourceSet';
import type { RoleDemand as _parley_types_v1_RoleDemand, RoleDemand__Output as _parley_types_v1_RoleDemand__Output } from './parley/types/v1/RoleDemand';
import type { TaskInfo as _parley_types_v1_TaskInfo, TaskInfo__Output as _parley_types_v1_TaskInfo__Output } from './parley/types/v1/TaskInfo';

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
        Decline: MessageTypeDefinition<_parley_scheduler_v1_Decline, _parley_scheduler_v1_Decline__Output>
        DeclineInverseOffers: MessageTypeDefinition<_parley_scheduler_v1_DeclineInverseOffers, _parley_scheduler_v1_DeclineInverseOffers__Output>
        Filters: MessageTypeDefinition<_parley_scheduler_v1_Filters, _parley_scheduler_v1_Filters__Output>
        Heartbeat: MessageTypeDefinition<_parley_scheduler_v1_Heartbeat, _parley_scheduler_v1_Heartbeat__Output>
        Kill: MessageTypeDefinition<_parley_scheduler_v1_Kill, _parley_scheduler_v1_Kill__Output>
        Launch: MessageTypeDefinition<_parley_scheduler_v1_Launch, _parley_scheduler_v1_Launch__Output>
        Operation: MessageTypeDefinition<_parley_scheduler_v1_Operation, _parley_scheduler_v1_Operation__Output>
        Reconcile: MessageTypeDefinition<_parley_scheduler_v1_Reconcile, _parley_scheduler_v1_Reconcile__Output>
        ReconcileTask: MessageTypeDefinition<_parley_scheduler_v1_ReconcileTask, _parley_scheduler_v1_ReconcileTask__Output>
        Request: MessageTypeDefinition<_parley_scheduler_v1_Request, _parley_scheduler_v1_Request__Output>
        Revive: MessageTypeDefinition<_parley_scheduler_v1_Revive, _parley_scheduler_v1_Revive__Output>
        Subscribe: MessageTypeDefinition<_parley_scheduler_v1_Subscribe, _parley_scheduler_v1_Subscribe__Output>
        Suppress: MessageTypeDefinition<_parley_scheduler_v1_Suppress, _parley_scheduler_v1_Suppress__Output>
        Teardown: MessageTypeDefinition<_parley_scheduler_v1_Teardown, _parley_scheduler_v1_Teardown__Output>
        UpdateFramework: MessageTypeDefinition<_parley_scheduler_v1_UpdateFramework, _parley_scheduler_v1_UpdateFramework__Output>
      }
    }
    types: {
      v1: {
        CommandInfo: MessageTypeDefinition<_parley_types_v1_CommandInfo, _parley_types_v1_CommandInfo__Output>
        ConstraintGroup: MessageTypeDefinition<_parley_types_v1_ConstraintGroup, _parley_types_v1_ConstraintGroup__Output>
        ConstraintSelector: EnumTypeDefinition
        ConstraintTest: EnumTypeDefinition
        Demand: MessageTypeDefinition<_parley_types_v1_Demand, _parley_types_v1_Demand__Output>
        DemandShape: MessageTypeDefinition<_parley_types_v1_DemandShape, _parley_types_v1_DemandShape__Output>
        EnvironmentVariable: MessageTypeDefinition<_parley_types_v1_EnvironmentVariable, _parley_types_v1_EnvironmentVariable__Output>
        FrameworkCapability: EnumTypeDefinition
        FrameworkInfo: MessageTypeDefinition<_parley_types_v1_FrameworkInfo, _parley_types_v1_FrameworkInfo__Output>
        KillPolicy: MessageTypeDefinition<_parley_types_v1_KillPolicy, _parley_types_v1_KillPolicy__Output>
        Label: MessageTypeDefinition<_parley_types_v1_Label, _parley_types_v1_Label__Output>
        MinimumGroup: MessageTypeDefinition<_parley_types_v1_MinimumGroup, _parley_types_v1_MinimumGroup__Output>
        OfferConstraint: MessageTypeDefinition<_parley_types_v1_OfferConstraint, _parley_types_v1_OfferConstraint__Output>
        OfferMinimum: MessageTypeDefinition<_parley_types_v1_OfferMinimum, _parley_types_v1_OfferMinimum__Output>
        OfferSettings: MessageTypeDefinition<_parley_types_v1_OfferSettings, _parley_types_v1_OfferSettings__Output>
        Range: MessageTypeDefinition<_parley_types_v1_Range, _parley_types_v1_Range__Output>
        Reservation: MessageTypeDefinition<_parley_types_v1_Reservation, _parley_types_v1_Reservation__Output>
        Resource: MessageTypeDefinition<_parley_types_v1_Resource, _parley_types_v1_Resource__Output>
        ResourceRanges: MessageTypeDefinition<_parley_types_v1_ResourceRanges, _parley_types_v1_ResourceRanges__Output>
        ResourceSet: MessageTypeDefinition<_parley_types_v1_ResourceSet, _parley_types_v1_ResourceSet__Output>
        RoleDemand: MessageTypeDefinition<_parley_types_v1_RoleDemand, _parley_types_v1_RoleDemand__Output>
        TaskInfo: MessageTypeDefinition<_parley_types_v1_TaskInfo, _parley_types_v1_TaskInfo__Output>
        TaskState: EnumTypeDefinition
      }
    }
  }
}

