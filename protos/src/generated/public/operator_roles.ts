import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { RolePacking as _parley_operator_v1_RolePacking, RolePacking__Output as _parley_operator_v1_RolePacking__Output } from './parley/operator/v1/RolePacking';
import type { RoleQuota as _parley_operator_v1_RoleQuota, RoleQuota__Output as _parley_operator_v1_RoleQuota__Output } from './parley/operator/v1/RoleQuota';
import type { RoleWeight as _parley_operator_v1_RoleWeight, RoleWeight__Output as _parley_operator_v1_RoleWeight__Output } from './parley/operator/v1/RoleWeight';
import type { UpdatePackingRequest as _parley_operator_v1_UpdatePackingRequest, UpdatePackingRequest__Output as _parley_operator_v1_UpdatePackingRequest__Output } from './parley/operator/v1/UpdatePackingRequest';
import type { UpdatePackingResponse as _parley_operator_v1_UpdatePackingResponse, UpdatePackingResponse__Output as _parley_operator_v1_UpdatePackingResponse__Output } from './parley/operator/v1/UpdatePackingResponse';
import type { UpdateQuotaRequest as _parley_operator_v1_UpdateQuotaRequest, UpdateQuotaRequest__Output as _parley_operator_v1_UpdateQuotaRequest__Output } from './parley/operator/v1/UpdateQuotaRequest';
import type { UpdateQuotaResponse as _parley_operator_v1_UpdateQuotaResponse, UpdateQuotaResponse__Output as _parley_operator_v1_UpdateQuotaResponse__Output } from './parley/operator/v1/UpdateQuotaResponse';
import type { UpdateWeightsRequest as _parley_operator_v1_UpdateWeightsRequest, UpdateWeightsRequest__Output as _parley_operator_v1_UpdateWeightsRequest__Output } from './parley/operator/v1/UpdateWeightsRequest';
import type { UpdateWeightsResponse as _parley_operator_v1_UpdateWeightsResponse, UpdateWeightsResponse__Output as _parley_operator_v1_UpdateWeightsResponse__Output } from './parley/operator/v1/UpdateWeightsResponse';
import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from './parley/types/v1/Quota';
import type { ScalarAmount as _parley_types_v1_ScalarAmount, ScalarAmount__Output as _parley_types_v1_ScalarAmount__Output } from './parley/types/v1/ScalarAmount';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    operator: {
      v1: {
        RolePacking: MessageTypeDefinition<_parley_operator_v1_RolePacking, _parley_operator_v1_RolePacking__Output>
        RoleQuota: MessageTypeDefinition<_parley_operator_v1_RoleQuota, _parley_operator_v1_RoleQuota__Output>
        RoleWeight: MessageTypeDefinition<_parley_operator_v1_RoleWeight, _parley_operator_v1_RoleWeight__Output>
        UpdatePackingRequest: MessageTypeDefinition<_parley_operator_v1_UpdatePackingRequest, _parley_operator_v1_UpdatePackingRequest__Output>
        UpdatePackingResponse: MessageTypeDefinition<_parley_operator_v1_UpdatePackingResponse, _parley_operator_v1_UpdatePackingResponse__Output>
        UpdateQuotaRequest: MessageTypeDefinition<_parley_operator_v1_UpdateQuotaRequest, _parley_operator_v1_UpdateQuotaRequest__Output>
        UpdateQuotaResponse: MessageTypeDefinition<_parley_operator_v1_UpdateQuotaResponse, _parley_operator_v1_UpdateQuotaResponse__Output>
        UpdateWeightsRequest: MessageTypeDefinition<_parley_operator_v1_UpdateWeightsRequest, _parley_operator_v1_UpdateWeightsRequest__Output>
        UpdateWeightsResponse: MessageTypeDefinition<_parley_operator_v1_UpdateWeightsResponse, _parley_operator_v1_UpdateWeightsResponse__Output>
      }
    }
    types: {
      v1: {
        Packing: EnumTypeDefinition
        Quota: MessageTypeDefinition<_parley_types_v1_Quota, _parley_types_v1_Quota__Output>
        ScalarAmount: MessageTypeDefinition<_parley_types_v1_ScalarAmount, _parley_types_v1_ScalarAmount__Output>
      }
    }
  }
}

