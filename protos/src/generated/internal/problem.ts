import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Problem as _parley_types_v1_Problem, Problem__Output as _parley_types_v1_Problem__Output } from './parley/types/v1/Problem';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    types: {
      v1: {
        Problem: MessageTypeDefinition<_parley_types_v1_Problem, _parley_types_v1_Problem__Output>
      }
    }
  }
}

