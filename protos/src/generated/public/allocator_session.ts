import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Agent as _parley_allocator_v1_Agent, Agent__Output as _parley_allocator_v1_Agent__Output } from './parley/allocator/v1/Agent';
import type { AgentDigest as _parley_allocator_v1_AgentDigest, AgentDigest__Output as _parley_allocator_v1_AgentDigest__Output } from './parley/allocator/v1/AgentDigest';
import type { AgentRemoved as _parley_allocator_v1_AgentRemoved, AgentRemoved__Output as _parley_allocator_v1_AgentRemoved__Output } from './parley/allocator/v1/AgentRemoved';
import type { Allocation as _parley_allocator_v1_Allocation, Allocation__Output as _parley_allocator_v1_Allocation__Output } from './parley/allocator/v1/Allocation';
import type { Audit as _parley_allocator_v1_Audit, Audit__Output as _parley_allocator_v1_Audit__Output } from './parley/allocator/v1/Audit';
import type { Audited as _parley_allocator_v1_Audited, Audited__Output as _parley_allocator_v1_Audited__Output } from './parley/allocator/v1/Audited';
import type { Credits as _parley_allocator_v1_Credits, Credits__Output as _parley_allocator_v1_Credits__Output } from './parley/allocator/v1/Credits';
import type { Explain as _parley_allocator_v1_Explain, Explain__Output as _parley_allocator_v1_Explain__Output } from './parley/allocator/v1/Explain';
import type { Explained as _parley_allocator_v1_Explained, Explained__Output as _parley_allocator_v1_Explained__Output } from './parley/allocator/v1/Explained';
import type { Filter as _parley_allocator_v1_Filter, Filter__Output as _parley_allocator_v1_Filter__Output } from './parley/allocator/v1/Filter';
import type { FiltersCleared as _parley_allocator_v1_FiltersCleared, FiltersCleared__Output as _parley_allocator_v1_FiltersCleared__Output } from './parley/allocator/v1/FiltersCleared';
import type { Framework as _parley_allocator_v1_Framework, Framework__Output as _parley_allocator_v1_Framework__Output } from './parley/allocator/v1/Framework';
import type { FrameworkRemoved as _parley_allocator_v1_FrameworkRemoved, FrameworkRemoved__Output as _parley_allocator_v1_FrameworkRemoved__Output } from './parley/allocator/v1/FrameworkRemoved';
import type { FrameworkRole as _parley_allocator_v1_FrameworkRole, FrameworkRole__Output as _parley_allocator_v1_FrameworkRole__Output } from './parley/allocator/v1/FrameworkRole';
import type { GetShares as _parley_allocator_v1_GetShares, GetShares__Output as _parley_allocator_v1_GetShares__Output } from './parley/allocator/v1/GetShares';
import type { Offered as _parley_allocator_v1_Offered, Offered__Output as _parley_allocator_v1_Offered__Output } from './parley/allocator/v1/Offered';
import type { Ping as _parley_allocator_v1_Ping, Ping__Output as _parley_allocator_v1_Ping__Output } from './parley/allocator/v1/Ping';
import type { Pong as _parley_allocator_v1_Pong, Pong__Output as _parley_allocator_v1_Pong__Output } from './parley/allocator/v1/Pong';
import type { Proposal as _parley_allocator_v1_Proposal, Proposal__Output as _parley_allocator_v1_Proposal__Output } from './parley/allocator/v1/Proposal';
import type { Ready as _parley_allocator_v1_Ready, Ready__Output as _parley_allocator_v1_Ready__Output } from './parley/allocator/v1/Ready';
import type { Refused as _parley_allocator_v1_Refused, Refused__Output as _parley_allocator_v1_Refused__Output } from './parley/allocator/v1/Refused';
import type { Role as _parley_allocator_v1_Role, Role__Output as _parley_allocator_v1_Role__Output } from './parley/allocator/v1/Role';
import type { SessionBegin as _parley_allocator_v1_SessionBegin, SessionBegin__Output as _parley_allocator_v1_SessionBegin__Output } from './parley/allocator/v1/SessionBegin';
import type { SessionRequestItem as _parley_allocator_v1_SessionRequestItem, SessionRequestItem__Output as _parley_allocator_v1_SessionRequestItem__Output } from './parley/allocator/v1/SessionRequestItem';
import type { SessionResponseItem as _parley_allocator_v1_SessionResponseItem, SessionResponseItem__Output as _parley_allocator_v1_SessionResponseItem__Output } from './parley/allocator/v1/SessionResponseItem';
import type { Shares as _parley_allocator_v1_Shares, Shares__Output as _parley_allocator_v1_Shares__Output } from './parley/allocator/v1/Shares';
import type { SnapshotEnd as _parley_allocator_v1_SnapshotEnd, SnapshotEnd__Output as _parley_allocator_v1_SnapshotEnd__Output } from './parley/allocator/v1/SnapshotEnd';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from './parley/types/v1/Attribute';
import type { ConstraintGroup as _parley_types_v1_ConstraintGroup, ConstraintGroup__Output as _parley_types_v1_ConstraintGroup__Output } from './parley/types/v1/ConstraintGroup';
import type { Demand as _parley_types_v1_Demand, Demand__Output as _parley_types_v1_Demand__Output } from './parley/types/v1/Demand';
import type { DemandShape as _parley_types_v1_DemandShape, DemandShape__Output as _parley_types_v1_DemandShape__Output } from './parley/types/v1/DemandShape';
import type { Explanation as _parley_types_v1_Explanation, Explanation__Output as _parley_types_v1_Explanation__Output } from './parley/types/v1/Explanation';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { FrameworkInfo as _parley_types_v1_FrameworkInfo, FrameworkInfo__Output as _parley_types_v1_FrameworkInfo__Output } from './parley/types/v1/FrameworkInfo';
import type { FrameworkShare as _parley_types_v1_FrameworkShare, FrameworkShare__Output as _parley_types_v1_FrameworkShare__Output } from './parley/types/v1/FrameworkShare';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from './parley/types/v1/Label';
import type { MinimumGroup as _parley_types_v1_MinimumGroup, MinimumGroup__Output as _parley_types_v1_MinimumGroup__Output } from './parley/types/v1/MinimumGroup';
import type { OfferConstraint as _parley_types_v1_OfferConstraint, OfferConstraint__Output as _parley_types_v1_OfferConstraint__Output } from './parley/types/v1/OfferConstraint';
import type { OfferMinimum as _parley_types_v1_OfferMinimum, OfferMinimum__Output as _parley_types_v1_OfferMinimum__Output } from './parley/types/v1/OfferMinimum';
import type { OfferSettings as _parley_types_v1_OfferSettings, OfferSettings__Output as _parley_types_v1_OfferSettings__Output } from './parley/types/v1/OfferSettings';
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
import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from './parley/types/v1/Unavailability';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    allocator: {
      v1: {
        Agent: MessageTypeDefinition<_parley_allocator_v1_Agent, _parley_allocator_v1_Agent__Output>
        AgentDigest: MessageTypeDefinition<_parley_allocator_v1_AgentDigest, _parley_allocator_v1_AgentDigest__Output>
        AgentRemoved: MessageTypeDefinition<_parley_allocator_v1_AgentRemoved, _parley_allocator_v1_AgentRemoved__Output>
        AgentStanding: EnumTypeDefinition
        Allocation: MessageTypeDefinition<_parley_allocator_v1_Allocation, _parley_allocator_v1_Allocation__Output>
        AllocatorCapability: EnumTypeDefinition
        Audit: MessageTypeDefinition<_parley_allocator_v1_Audit, _parley_allocator_v1_Audit__Output>
        Audited: MessageTypeDefinition<_parley_allocator_v1_Audited, _parley_allocator_v1_Audited__Output>
        Credits: MessageTypeDefinition<_parley_allocator_v1_Credits, _parley_allocator_v1_Credits__Output>
        Explain: MessageTypeDefinition<_parley_allocator_v1_Explain, _parley_allocator_v1_Explain__Output>
        Explained: MessageTypeDefinition<_parley_allocator_v1_Explained, _parley_allocator_v1_Explained__Output>
        Filter: MessageTypeDefinition<_parley_allocator_v1_Filter, _parley_allocator_v1_Filter__Output>
        FiltersCleared: MessageTypeDefinition<_parley_allocator_v1_FiltersCleared, _parley_allocator_v1_FiltersCleared__Output>
        Framework: MessageTypeDefinition<_parley_allocator_v1_Framework, _parley_allocator_v1_Framework__Output>
        FrameworkRemoved: MessageTypeDefinition<_parley_allocator_v1_FrameworkRemoved, _parley_allocator_v1_FrameworkRemoved__Output>
        FrameworkRole: MessageTypeDefinition<_parley_allocator_v1_FrameworkRole, _parley_allocator_v1_FrameworkRole__Output>
        GetShares: MessageTypeDefinition<_parley_allocator_v1_GetShares, _parley_allocator_v1_GetShares__Output>
        Offered: MessageTypeDefinition<_parley_allocator_v1_Offered, _parley_allocator_v1_Offered__Output>
        Ping: MessageTypeDefinition<_parley_allocator_v1_Ping, _parley_allocator_v1_Ping__Output>
        Pong: MessageTypeDefinition<_parley_allocator_v1_Pong, _parley_allocator_v1_Pong__Output>
        Proposal: MessageTypeDefinition<_parley_allocator_v1_Proposal, _parley_allocator_v1_Proposal__Output>
        Ready: MessageTypeDefinition<_parley_allocator_v1_Ready, _parley_allocator_v1_Ready__Output>
        RefusalReason: EnumTypeDefinition
        Refused: MessageTypeDefinition<_parley_allocator_v1_Refused, _parley_allocator_v1_Refused__Output>
        Role: MessageTypeDefinition<_parley_allocator_v1_Role, _parley_allocator_v1_Role__Output>
        SessionBegin: MessageTypeDefinition<_parley_allocator_v1_SessionBegin, _parley_allocator_v1_SessionBegin__Output>
        SessionRequestItem: MessageTypeDefinition<_parley_allocator_v1_SessionRequestItem, _parley_allocator_v1_SessionRequestItem__Output>
        SessionResponseItem: MessageTypeDefinition<_parley_allocator_v1_SessionResponseItem, _parley_allocator_v1_SessionResponseItem__Output>
        Shares: MessageTypeDefinition<_parley_allocator_v1_Shares, _parley_allocator_v1_Shares__Output>
        SnapshotEnd: MessageTypeDefinition<_parley_allocator_v1_SnapshotEnd, _parley_allocator_v1_SnapshotEnd__Output>
      }
    }
    types: {
      v1: {
        Attribute: MessageTypeDefinition<_parley_types_v1_Attribute, _parley_types_v1_Attribute__Output>
        ConstraintGroup: MessageTypeDefinition<_parley_types_v1_ConstraintGroup, _parley_types_v1_ConstraintGroup__Output>
        ConstraintSelector: EnumTypeDefinition
        ConstraintTest: EnumTypeDefinition
        Demand: MessageTypeDefinition<_parley_types_v1_Demand, _parley_types_v1_Demand__Output>
        DemandShape: MessageTypeDefinition<_parley_types_v1_DemandShape, _parley_types_v1_DemandShape__Output>
        Explanation: MessageTypeDefinition<_parley_types_v1_Explanation, _parley_types_v1_Explanation__Output>
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        FrameworkCapability: EnumTypeDefinition
        FrameworkInfo: MessageTypeDefinition<_parley_types_v1_FrameworkInfo, _parley_types_v1_FrameworkInfo__Output>
        FrameworkShare: MessageTypeDefinition<_parley_types_v1_FrameworkShare, _parley_types_v1_FrameworkShare__Output>
        Label: MessageTypeDefinition<_parley_types_v1_Label, _parley_types_v1_Label__Output>
        MinimumGroup: MessageTypeDefinition<_parley_types_v1_MinimumGroup, _parley_types_v1_MinimumGroup__Output>
        NoOfferReason: EnumTypeDefinition
        OfferConstraint: MessageTypeDefinition<_parley_types_v1_OfferConstraint, _parley_types_v1_OfferConstraint__Output>
        OfferMinimum: MessageTypeDefinition<_parley_types_v1_OfferMinimum, _parley_types_v1_OfferMinimum__Output>
        OfferSettings: MessageTypeDefinition<_parley_types_v1_OfferSettings, _parley_types_v1_OfferSettings__Output>
        Packing: EnumTypeDefinition
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
        Unavailability: MessageTypeDefinition<_parley_types_v1_Unavailability, _parley_types_v1_Unavailability__Output>
      }
    }
  }
}

