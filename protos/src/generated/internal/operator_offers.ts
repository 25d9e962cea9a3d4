import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { ExplainOffersRequest as _parley_operator_v1_ExplainOffersRequest, ExplainOffersRequest__Output as _parley_operator_v1_ExplainOffersRequest__Output } from './parley/operator/v1/ExplainOffersRequest';
import type { ExplainOffersResponse as _parley_operator_v1_ExplainOffersResponse, ExplainOffersResponse__Output as _parley_operator_v1_ExplainOffersResponse__Output } from './parley/operator/v1/ExplainOffersResponse';
import type { GetSharesRequest as _parley_operator_v1_GetSharesRequest, GetSharesRequest__Output as _parley_operator_v1_GetSharesRequest__Output } from './parley/operator/v1/GetSharesRequest';
import type { GetSharesResponse as _parley_operator_v1_GetSharesResponse, GetSharesResponse__Output as _parley_operator_v1_GetSharesResponse__Output } from './parley/operator/v1/GetSharesResponse';
import type { Explanation as _parley_types_v1_Explanation, Explanation__Output as _parley_types_v1_Explanation__Output } from './parley/types/v1/Explanation';
import type { FrameworkShare as _parley_types_v1_FrameworkShare, FrameworkShare__Output as _parley_types_v1_FrameworkShare__Output } from './parley/types/v1/FrameworkShare';
import type { ReasonCount as _parley_types_v1_ReasonCount, ReasonCount__Output as _parley_types_v1_ReasonCount__Output } from './parley/types/v1/ReasonCount';
import type { RoleShare as _parley_types_v1_RoleShare, RoleShare__Output as _parley_types_v1_RoleShare__Output } from './parley/types/v1/RoleShare';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    operator: {
      v1: {
        ExplainOffersRequest: MessageTypeDefinition<_parley_operator_v1_ExplainOffersRequest, _parley_operator_v1_ExplainOffersRequest__Output>
        ExplainOffersResponse: MessageTypeDefinition<_parley_operator_v1_ExplainOffersResponse, _parley_operator_v1_ExplainOffersResponse__Output>
        GetSharesRequest: MessageTypeDefinition<_parley_operator_v1_GetSharesRequest, _parley_operator_v1_GetSharesRequest__Output>
        GetSharesResponse: MessageTypeDefinition<_parley_operator_v1_GetSharesResponse, _parley_operator_v1_GetSharesResponse__Output>
      }
    }
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

