// Original file: parley/master/v1/gateway_link.proto

import type { GetStateRequest as _parley_operator_v1_GetStateRequest, GetStateRequest__Output as _parley_operator_v1_GetStateRequest__Output } from '../../../parley/operator/v1/GetStateRequest';
import type { WatchRequest as _parley_operator_v1_WatchRequest, WatchRequest__Output as _parley_operator_v1_WatchRequest__Output } from '../../../parley/operator/v1/WatchRequest';
import type { KillRequest as _parley_operator_v1_KillRequest, KillRequest__Output as _parley_operator_v1_KillRequest__Output } from '../../../parley/operator/v1/KillRequest';
import type { TeardownRequest as _parley_operator_v1_TeardownRequest, TeardownRequest__Output as _parley_operator_v1_TeardownRequest__Output } from '../../../parley/operator/v1/TeardownRequest';
import type { ListFilesRequest as _parley_operator_v1_ListFilesRequest, ListFilesRequest__Output as _parley_operator_v1_ListFilesRequest__Output } from '../../../parley/operator/v1/ListFilesRequest';
import type { ReadFileRequest as _parley_operator_v1_ReadFileRequest, ReadFileRequest__Output as _parley_operator_v1_ReadFileRequest__Output } from '../../../parley/operator/v1/ReadFileRequest';
import type { RolesUpdate as _parley_master_v1_RolesUpdate, RolesUpdate__Output as _parley_master_v1_RolesUpdate__Output } from '../../../parley/master/v1/RolesUpdate';
import type { UpdateWhitelistRequest as _parley_operator_v1_UpdateWhitelistRequest, UpdateWhitelistRequest__Output as _parley_operator_v1_UpdateWhitelistRequest__Output } from '../../../parley/operator/v1/UpdateWhitelistRequest';
import type { GetWhitelistRequest as _parley_operator_v1_GetWhitelistRequest, GetWhitelistRequest__Output as _parley_operator_v1_GetWhitelistRequest__Output } from '../../../parley/operator/v1/GetWhitelistRequest';
import type { DeactivateAgentRequest as _parley_operator_v1_DeactivateAgentRequest, DeactivateAgentRequest__Output as _parley_operator_v1_DeactivateAgentRequest__Output } from '../../../parley/operator/v1/DeactivateAgentRequest';
import type { ReactivateAgentRequest as _parley_operator_v1_ReactivateAgentRequest, ReactivateAgentRequest__Output as _parley_operator_v1_ReactivateAgentRequest__Output } from '../../../parley/operator/v1/ReactivateAgentRequest';
import type { UpdateMaintenanceRequest as _parley_operator_v1_UpdateMaintenanceRequest, UpdateMaintenanceRequest__Output as _parley_operator_v1_UpdateMaintenanceRequest__Output } from '../../../parley/operator/v1/UpdateMaintenanceRequest';
import type { GetMaintenanceRequest as _parley_operator_v1_GetMaintenanceRequest, GetMaintenanceRequest__Output as _parley_operator_v1_GetMaintenanceRequest__Output } from '../../../parley/operator/v1/GetMaintenanceRequest';
import type { ExplainOffersRequest as _parley_operator_v1_ExplainOffersRequest, ExplainOffersRequest__Output as _parley_operator_v1_ExplainOffersRequest__Output } from '../../../parley/operator/v1/ExplainOffersRequest';
import type { GetSharesRequest as _parley_operator_v1_GetSharesRequest, GetSharesRequest__Output as _parley_operator_v1_GetSharesRequest__Output } from '../../../parley/operator/v1/GetSharesRequest';
import type { Long } from '@grpc/proto-loader';

/**
 * A question of an operator.
 */
export interface OperatorQuery {
  /**
   * To be repeated in the answers; never used again on a link.
   */
  'requestId'?: (number | string | Long);
  /**
   * Everything, once.
   */
  'getState'?: (_parley_operator_v1_GetStateRequest | null);
  /**
   * Everything, and all changes.
   */
  'watch'?: (_parley_operator_v1_WatchRequest | null);
  /**
   * End a task.
   */
  'kill'?: (_parley_operator_v1_KillRequest | null);
  /**
   * End a framework.
   */
  'teardown'?: (_parley_operator_v1_TeardownRequest | null);
  /**
   * What is in a folder?
   */
  'listFiles'?: (_parley_operator_v1_ListFilesRequest | null);
  /**
   * What is in a file?
   */
  'readFile'?: (_parley_operator_v1_ReadFileRequest | null);
  /**
   * Change weights, quotas or packing of roles.
   */
  'updateRoles'?: (_parley_master_v1_RolesUpdate | null);
  /**
   * Change which hosts are offered.
   */
  'updateWhitelist'?: (_parley_operator_v1_UpdateWhitelistRequest | null);
  /**
   * Which hosts are offered?
   */
  'getWhitelist'?: (_parley_operator_v1_GetWhitelistRequest | null);
  /**
   * Offer nothing of an agent.
   */
  'deactivateAgent'?: (_parley_operator_v1_DeactivateAgentRequest | null);
  /**
   * Offer an agent again.
   */
  'reactivateAgent'?: (_parley_operator_v1_ReactivateAgentRequest | null);
  /**
   * Replace the schedule of maintenance.
   */
  'updateMaintenance'?: (_parley_operator_v1_UpdateMaintenanceRequest | null);
  /**
   * What is the schedule of maintenance?
   */
  'getMaintenance'?: (_parley_operator_v1_GetMaintenanceRequest | null);
  /**
   * Why are there no offers?
   */
  'explainOffers'?: (_parley_operator_v1_ExplainOffersRequest | null);
  /**
   * Who has which share?
   */
  'getShares'?: (_parley_operator_v1_GetSharesRequest | null);
  /**
   * The question. Exactly one member is set.
   */
  'query'?: "getState"|"watch"|"kill"|"teardown"|"listFiles"|"readFile"|"updateRoles"|"updateWhitelist"|"getWhitelist"|"deactivateAgent"|"reactivateAgent"|"updateMaintenance"|"getMaintenance"|"explainOffers"|"getShares";
}

/**
 * A question of an operator.
 */
export interface OperatorQuery__Output {
  /**
   * To be repeated in the answers; never used again on a link.
   */
  'requestId': (string);
  /**
   * Everything, once.
   */
  'getState'?: (_parley_operator_v1_GetStateRequest__Output | null);
  /**
   * Everything, and all changes.
   */
  'watch'?: (_parley_operator_v1_WatchRequest__Output | null);
  /**
   * End a task.
   */
  'kill'?: (_parley_operator_v1_KillRequest__Output | null);
  /**
   * End a framework.
   */
  'teardown'?: (_parley_operator_v1_TeardownRequest__Output | null);
  /**
   * What is in a folder?
   */
  'listFiles'?: (_parley_operator_v1_ListFilesRequest__Output | null);
  /**
   * What is in a file?
   */
  'readFile'?: (_parley_operator_v1_ReadFileRequest__Output | null);
  /**
   * Change weights, quotas or packing of roles.
   */
  'updateRoles'?: (_parley_master_v1_RolesUpdate__Output | null);
  /**
   * Change which hosts are offered.
   */
  'updateWhitelist'?: (_parley_operator_v1_UpdateWhitelistRequest__Output | null);
  /**
   * Which hosts are offered?
   */
  'getWhitelist'?: (_parley_operator_v1_GetWhitelistRequest__Output | null);
  /**
   * Offer nothing of an agent.
   */
  'deactivateAgent'?: (_parley_operator_v1_DeactivateAgentRequest__Output | null);
  /**
   * Offer an agent again.
   */
  'reactivateAgent'?: (_parley_operator_v1_ReactivateAgentRequest__Output | null);
  /**
   * Replace the schedule of maintenance.
   */
  'updateMaintenance'?: (_parley_operator_v1_UpdateMaintenanceRequest__Output | null);
  /**
   * What is the schedule of maintenance?
   */
  'getMaintenance'?: (_parley_operator_v1_GetMaintenanceRequest__Output | null);
  /**
   * Why are there no offers?
   */
  'explainOffers'?: (_parley_operator_v1_ExplainOffersRequest__Output | null);
  /**
   * Who has which share?
   */
  'getShares'?: (_parley_operator_v1_GetSharesRequest__Output | null);
  /**
   * The question. Exactly one member is set.
   */
  'query'?: "getState"|"watch"|"kill"|"teardown"|"listFiles"|"readFile"|"updateRoles"|"updateWhitelist"|"getWhitelist"|"deactivateAgent"|"reactivateAgent"|"updateMaintenance"|"getMaintenance"|"explainOffers"|"getShares";
}
