import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from './parley/types/v1/Unavailability';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    types: {
      v1: {
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        Unavailability: MessageTypeDefinition<_parley_types_v1_Unavailability, _parley_types_v1_Unavailability__Output>
      }
    }
  }
}

