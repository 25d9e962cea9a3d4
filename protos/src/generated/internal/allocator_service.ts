import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Agent as _parley_allocator_v1_Agent, Agent__Output as _parley_allocator_v1_Agent__Output } from './parley/allocator/v1/Agent';
import type { AgentRemoved as _parley_allocator_v1_AgentRemoved, AgentRemoved__Output as _parley_allocator_v1_AgentRemoved__Output } from './parley/allocator/v1/AgentRemoved';
import type { Allocation as _parley_allocator_v1_Allocation, Allocation__Output as _parley_allocator_v1_Allocation__Output } from './parley/allocator/v1/Allocation';
import type { AllocatorServiceClient as _parley_allocator_v1_AllocatorServiceClient, AllocatorServiceDefinition as _parley_allocator_v1_AllocatorServiceDefinition } from './parley/allocator/v1/AllocatorService';
import type { Credits as _parley_allocator_v1_Credits, Credits__Output as _parley_allocator_v1_Credits__Output } from './parley/allocator/v1/Credits';
import type { Filter as _parley_allocator_v1_Filter, Filter__Output as _parley_allocator_v1_Filter__Output } from './parley/allocator/v1/Filter';
import type { FiltersCleared as _parley_allocator_v1_FiltersCleared, FiltersCleared__Output as _parley_allocator_v1_FiltersCleared__Output } from './parley/allocator/v1/FiltersCleared';
import type { Framework as _parley_allocator_v1_Framework, Framework__Output as _parley_allocator_v1_Framework__Output } from './parley/allocator/v1/Framework';
import type { FrameworkRemoved as _parley_allocator_v1_FrameworkRemoved, FrameworkRemoved__Output as _parley_allocator_v1_FrameworkRemoved__Output } from './parley/allocator/v1/FrameworkRemoved';
import type { MinimumGroup as _parley_allocator_v1_MinimumGroup, MinimumGroup__Output as _parley_allocator_v1_MinimumGroup__Output } from './parley/allocator/v1/MinimumGroup';
import type { Offered as _parley_allocator_v1_Offered, Offered__Output as _parley_allocator_v1_Offered__Output } from './parley/allocator/v1/Offered';
import type { Ping as _parley_allocator_v1_Ping, Ping__Output as _parley_allocator_v1_Ping__Output } from './parley/allocator/v1/Ping';
import type { Pong as _parley_allocator_v1_Pong, Pong__Output as _parley_allocator_v1_Pong__Output } from './parley/allocator/v1/Pong';
import type { Proposal as _parley_allocator_v1_Proposal, Proposal__Output as _parley_allocator_v1_Proposal__Output } from './parley/allocator/v1/Proposal';
import type { Ready as _parley_allocator_v1_Ready, Ready__Output as _parley_allocator_v1_Ready__Output } from './parley/allocator/v1/Ready';
import type { Refused as _parley_allocator_v1_Refused, Refused__Output as _parley_allocator_v1_Refused__Output } from './parley/allocator/v1/Refused';
import type { Role as _parley_allocator_v1_Role, Role__Output as _parley_allocator_v1_Role__Output } from './parley/allocator/v1/Role';
import type { SessionBegin as _parley_allocator_v1_SessionBegin, SessionBegin__Output as _parley_allocator_v1_SessionBegin__Output } from './parley/allocator/v1/SessionBegin';
import type { SessionRequest as _parley_allocator_v1_SessionRequest, SessionRequest__Output as _parley_allocator_v1_SessionRequest__Output } from './parley/allocator/v1/SessionRequest';
import type { SessionRequestItem as _parley_allocator_v1_SessionRequestItem, SessionRequestItem__Output as _parley_allocator_v1_SessionRequestItem__Output } from './parley/allocator/v1/SessionRequestItem';
import type { SessionResponse as _parley_allocator_v1_SessionResponse, SessionResponse__Output as _parley_allocator_v1_SessionResponse__Output } from './parley/allocator/v1/SessionResponse';
import type { SessionResponseItem as _parley_allocator_v1_SessionResponseItem, SessionResponseItem__Output as _parley_allocator_v1_SessionResponseItem__Output } from './parley/allocator/v1/SessionResponseItem';
import type { SnapshotEnd as _parley_allocator_v1_SnapshotEnd, SnapshotEnd__Output as _parley_allocator_v1_SnapshotEnd__Output } from './parley/allocator/v1/SnapshotEnd';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from './parley/types/v1/Attribute';
import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from './parley/types/v1/Epoch';
import type { Range as _parley_types_v1_Range, Range__Output as _parley_types_v1_Range__Output } from './parley/types/v1/Range';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from './parley/types/v1/Resource';
import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from './parley/types/v1/ResourceRanges';
import type { ResourceSet as _parley_types_v1_ResourceSet, ResourceSet__Output as _parley_types_v1_ResourceSet__Output } from './parley/types/v1/ResourceSet';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    allocator: {
      v1: {
        Agent: MessageTypeDefinition<_parley_allocator_v1_Agent, _parley_allocator_v1_Agent__Output>
        AgentRemoved: MessageTypeDefinition<_parley_allocator_v1_AgentRemoved, _parley_allocator_v1_AgentRemoved__Output>
        Allocation: MessageTypeDefinition<_parley_allocator_v1_Allocation, _parley_allocator_v1_Allocation__Output>
        /**
         * An allocator decides who is offered what next. Its decisions are proposals: the master checks each of them against the truth, so
         * that no allocator can make it promise anything twice, exceed a limit or ignore a refusal. It holds a copy of what it needs, made
         * anew at the begin of every session.
         */
        AllocatorService: SubtypeConstructor<typeof grpc.Client, _parley_allocator_v1_AllocatorServiceClient> & { service: _parley_allocator_v1_AllocatorServiceDefinition }
        Credits: MessageTypeDefinition<_parley_allocator_v1_Credits, _parley_allocator_v1_Credits__Output>
        Filter: MessageTypeDefinition<_parley_allocator_v1_Filter, _parley_allocator_v1_Filter__Output>
        FiltersCleared: MessageTypeDefinition<_parley_allocator_v1_FiltersCleared, _parley_allocator_v1_FiltersCleared__Output>
        Framework: MessageTypeDefinition<_parley_allocator_v1_Framework, _parley_allocator_v1_Framework__Output>
        FrameworkRemoved: MessageTypeDefinition<_parley_allocator_v1_FrameworkRemoved, _parley_allocator_v1_FrameworkRemoved__Output>
        MinimumGroup: MessageTypeDefinition<_parley_allocator_v1_MinimumGroup, _parley_allocator_v1_MinimumGroup__Output>
        Offered: MessageTypeDefinition<_parley_allocator_v1_Offered, _parley_allocator_v1_Offered__Output>
        Ping: MessageTypeDefinition<_parley_allocator_v1_Ping, _parley_allocator_v1_Ping__Output>
        Pong: MessageTypeDefinition<_parley_allocator_v1_Pong, _parley_allocator_v1_Pong__Output>
        Proposal: MessageTypeDefinition<_parley_allocator_v1_Proposal, _parley_allocator_v1_Proposal__Output>
        Ready: MessageTypeDefinition<_parley_allocator_v1_Ready, _parley_allocator_v1_Ready__Output>
        RefusalReason: EnumTypeDefinition
        Refused: MessageTypeDefinition<_parley_allocator_v1_Refused, _parley_allocator_v1_Refused__Output>
        Role: MessageTypeDefinition<_parley_allocator_v1_Role, _parley_allocator_v1_Role__Output>
        SessionBegin: MessageTypeDefinition<_parley_allocator_v1_SessionBegin, _parley_allocator_v1_SessionBegin__Output>
        SessionRequest: MessageTypeDefinition<_parley_allocator_v1_SessionRequest, _parley_allocator_v1_SessionRequest__Output>
        SessionRequestItem: MessageTypeDefinition<_parley_allocator_v1_SessionRequestItem, _parley_allocator_v1_SessionRequestItem__Output>
        SessionResponse: MessageTypeDefinition<_parley_allocator_v1_SessionResponse, _parley_allocator_v1_SessionResponse__Output>
        SessionResponseItem: MessageTypeDefinition<_parley_allocator_v1_SessionResponseItem, _parley_allocator_v1_SessionResponseItem__Output>
        SnapshotEnd: MessageTypeDefinition<_parley_allocator_v1_SnapshotEnd, _parley_allocator_v1_SnapshotEnd__Output>
      }
    }
    types: {
      v1: {
        Attribute: MessageTypeDefinition<_parley_types_v1_Attribute, _parley_types_v1_Attribute__Output>
        Epoch: MessageTypeDefinition<_parley_types_v1_Epoch, _parley_types_v1_Epoch__Output>
        Range: MessageTypeDefinition<_parley_types_v1_Range, _parley_types_v1_Range__Output>
        Resource: MessageTypeDefinition<_parley_types_v1_Resource, _parley_types_v1_Resource__Output>
        ResourceRanges: MessageTypeDefinition<_parley_types_v1_ResourceRanges, _parley_types_v1_ResourceRanges__Output>
        ResourceSet: MessageTypeDefinition<_parley_types_v1_ResourceSet, _parley_types_v1_ResourceSet__Output>
      }
    }
  }
}

