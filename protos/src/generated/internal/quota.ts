import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from './parley/types/v1/Quota';
import type { ScalarAmount as _parley_types_v1_ScalarAmount, ScalarAmount__Output as _parley_types_v1_ScalarAmount__Output } from './parley/types/v1/ScalarAmount';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    types: {
      v1: {
        Packing: EnumTypeDefinition
        Quota: MessageTypeDefinition<_parley_types_v1_Quota, _parley_types_v1_Quota__Output>
        ScalarAmount: MessageTypeDefinition<_parley_types_v1_ScalarAmount, _parley_types_v1_ScalarAmount__Output>
      }
    }
  }
}

