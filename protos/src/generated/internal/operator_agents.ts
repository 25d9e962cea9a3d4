import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { DeactivateAgentRequest as _parley_operator_v1_DeactivateAgentRequest, DeactivateAgentRequest__Output as _parley_operator_v1_DeactivateAgentRequest__Output } from './parley/operator/v1/DeactivateAgentRequest';
import type { DeactivateAgentResponse as _parley_operator_v1_DeactivateAgentResponse, DeactivateAgentResponse__Output as _parley_operator_v1_DeactivateAgentResponse__Output } from './parley/operator/v1/DeactivateAgentResponse';
import type { GetMaintenanceRequest as _parley_operator_v1_GetMaintenanceRequest, GetMaintenanceRequest__Output as _parley_operator_v1_GetMaintenanceRequest__Output } from './parley/operator/v1/GetMaintenanceRequest';
import type { GetMaintenanceResponse as _parley_operator_v1_GetMaintenanceResponse, GetMaintenanceResponse__Output as _parley_operator_v1_GetMaintenanceResponse__Output } from './parley/operator/v1/GetMaintenanceResponse';
import type { GetWhitelistRequest as _parley_operator_v1_GetWhitelistRequest, GetWhitelistRequest__Output as _parley_operator_v1_GetWhitelistRequest__Output } from './parley/operator/v1/GetWhitelistRequest';
import type { GetWhitelistResponse as _parley_operator_v1_GetWhitelistResponse, GetWhitelistResponse__Output as _parley_operator_v1_GetWhitelistResponse__Output } from './parley/operator/v1/GetWhitelistResponse';
import type { MaintenanceAnswer as _parley_operator_v1_MaintenanceAnswer, MaintenanceAnswer__Output as _parley_operator_v1_MaintenanceAnswer__Output } from './parley/operator/v1/MaintenanceAnswer';
import type { MaintenanceWindow as _parley_operator_v1_MaintenanceWindow, MaintenanceWindow__Output as _parley_operator_v1_MaintenanceWindow__Output } from './parley/operator/v1/MaintenanceWindow';
import type { ReactivateAgentRequest as _parley_operator_v1_ReactivateAgentRequest, ReactivateAgentRequest__Output as _parley_operator_v1_ReactivateAgentRequest__Output } from './parley/operator/v1/ReactivateAgentRequest';
import type { ReactivateAgentResponse as _parley_operator_v1_ReactivateAgentResponse, ReactivateAgentResponse__Output as _parley_operator_v1_ReactivateAgentResponse__Output } from './parley/operator/v1/ReactivateAgentResponse';
import type { UpdateMaintenanceRequest as _parley_operator_v1_UpdateMaintenanceRequest, UpdateMaintenanceRequest__Output as _parley_operator_v1_UpdateMaintenanceRequest__Output } from './parley/operator/v1/UpdateMaintenanceRequest';
import type { UpdateMaintenanceResponse as _parley_operator_v1_UpdateMaintenanceResponse, UpdateMaintenanceResponse__Output as _parley_operator_v1_UpdateMaintenanceResponse__Output } from './parley/operator/v1/UpdateMaintenanceResponse';
import type { UpdateWhitelistRequest as _parley_operator_v1_UpdateWhitelistRequest, UpdateWhitelistRequest__Output as _parley_operator_v1_UpdateWhitelistRequest__Output } from './parley/operator/v1/UpdateWhitelistRequest';
import type { UpdateWhitelistResponse as _parley_operator_v1_UpdateWhitelistResponse, UpdateWhitelistResponse__Output as _parley_operator_v1_UpdateWhitelistResponse__Output } from './parley/operator/v1/UpdateWhitelistResponse';
import type { Whitelist as _parley_operator_v1_Whitelist, Whitelist__Output as _parley_operator_v1_Whitelist__Output } from './parley/operator/v1/Whitelist';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from './parley/types/v1/FaultDomain';
import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from './parley/types/v1/Unavailability';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    operator: {
      v1: {
        DeactivateAgentRequest: MessageTypeDefinition<_parley_operator_v1_DeactivateAgentRequest, _parley_operator_v1_DeactivateAgentRequest__Output>
        DeactivateAgentResponse: MessageTypeDefinition<_parley_operator_v1_DeactivateAgentResponse, _parley_operator_v1_DeactivateAgentResponse__Output>
        GetMaintenanceRequest: MessageTypeDefinition<_parley_operator_v1_GetMaintenanceRequest, _parley_operator_v1_GetMaintenanceRequest__Output>
        GetMaintenanceResponse: MessageTypeDefinition<_parley_operator_v1_GetMaintenanceResponse, _parley_operator_v1_GetMaintenanceResponse__Output>
        GetWhitelistRequest: MessageTypeDefinition<_parley_operator_v1_GetWhitelistRequest, _parley_operator_v1_GetWhitelistRequest__Output>
        GetWhitelistResponse: MessageTypeDefinition<_parley_operator_v1_GetWhitelistResponse, _parley_operator_v1_GetWhitelistResponse__Output>
        MaintenanceAnswer: MessageTypeDefinition<_parley_operator_v1_MaintenanceAnswer, _parley_operator_v1_MaintenanceAnswer__Output>
        MaintenanceAnswerState: EnumTypeDefinition
        MaintenanceWindow: MessageTypeDefinition<_parley_operator_v1_MaintenanceWindow, _parley_operator_v1_MaintenanceWindow__Output>
        ReactivateAgentRequest: MessageTypeDefinition<_parley_operator_v1_ReactivateAgentRequest, _parley_operator_v1_ReactivateAgentRequest__Output>
        ReactivateAgentResponse: MessageTypeDefinition<_parley_operator_v1_ReactivateAgentResponse, _parley_operator_v1_ReactivateAgentResponse__Output>
        UpdateMaintenanceRequest: MessageTypeDefinition<_parley_operator_v1_UpdateMaintenanceRequest, _parley_operator_v1_UpdateMaintenanceRequest__Output>
        UpdateMaintenanceResponse: MessageTypeDefinition<_parley_operator_v1_UpdateMaintenanceResponse, _parley_operator_v1_UpdateMaintenanceResponse__Output>
        UpdateWhitelistRequest: MessageTypeDefinition<_parley_operator_v1_UpdateWhitelistRequest, _parley_operator_v1_UpdateWhitelistRequest__Output>
        UpdateWhitelistResponse: MessageTypeDefinition<_parley_operator_v1_UpdateWhitelistResponse, _parley_operator_v1_UpdateWhitelistResponse__Output>
        Whitelist: MessageTypeDefinition<_parley_operator_v1_Whitelist, _parley_operator_v1_Whitelist__Output>
      }
    }
    types: {
      v1: {
        FaultDomain: MessageTypeDefinition<_parley_types_v1_FaultDomain, _parley_types_v1_FaultDomain__Output>
        Unavailability: MessageTypeDefinition<_parley_types_v1_Unavailability, _parley_types_v1_Unavailability__Output>
      }
    }
  }
}

