import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Explanation as _parley_types_v1_Explanation, Explanation__Output as _parley_types_v1_Explanation__Output } from './parley/types/v1/Explanation';
import type { FrameworkShare as _parley_types_v1_FrameworkShare, FrameworkShare__Output as _parley_types_v1_FrameworkShare__Output } from './parley/types/v1/FrameworkShare';
import type { ReasonCount as _parley_types_v1_ReasonCount, ReasonCount__Output as _parley_types_v1_ReasonCount__Output } from './parley/types/v1/ReasonCount';
import type { RoleShare as _parley_types_v1_RoleShare, RoleShare__Output as _parley_types_v1_RoleShare__Output } from './parley/types/v1/RoleShare';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    types: {
      v1: {
        Explanation: MessageTypeDefinition<_parley_types_v1_Explanation, _parley_types_v1_Explanation__Output>
        FrameworkShare: MessageTypeDefinition<_parley_types_v1_FrameworkShare, _parley_types_v1_FrameworkShare__Output>
        NoOfferReason: EnumTypeDefinition
        ReasonCount: MessageTypeDefinition<_parley_types_v1_ReasonCount, _parley_types_v1_ReasonCount__Output>
        RoleShare: MessageTypeDefinition<_parley_types_v1_RoleShare, _parley_types_v1_RoleShare__Output>
      }
    }
  }
}

