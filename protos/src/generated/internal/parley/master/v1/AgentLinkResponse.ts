// Original file: parley/master/v1/master_service.proto

import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from '../../../parley/types/v1/Epoch';
import type { AgentLinkResponseItem as _parley_master_v1_AgentLinkResponseItem, AgentLinkResponseItem__Output as _parley_master_v1_AgentLinkResponseItem__Output } from '../../../parley/master/v1/AgentLinkResponseItem';
import type { Long } from '@grpc/proto-loader';

/**
 * What the master tells an agent.
 */
export interface AgentLinkResponse {
  /**
   * The term of the master.
   */
  'epoch'?: (_parley_types_v1_Epoch | null);
  /**
   * As in the requests of this link.
   */
  'linkNumber'?: (number | string | Long);
  /**
   * 1, 2, 3 … within the link.
   */
  'sequence'?: (number | string | Long);
  /**
   * What is told, in order.
   */
  'items'?: (_parley_master_v1_AgentLinkResponseItem)[];
}

/**
 * What the master tells an agent.
 */
export interface AgentLinkResponse__Output {
  /**
   * The term of the master.
   */
  'epoch'?: (_parley_types_v1_Epoch__Output);
  /**
   * As in the requests of this link.
   */
  'linkNumber'?: (number);
  /**
   * 1, 2, 3 … within the link.
   */
  'sequence'?: (number);
  /**
   * What is told, in order.
   */
  'items'?: (_parley_master_v1_AgentLinkResponseItem__Output)[];
}
