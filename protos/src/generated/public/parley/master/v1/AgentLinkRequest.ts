// Original file: parley/master/v1/master_service.proto

import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from '../../../parley/types/v1/Epoch';
import type { AgentLinkRequestItem as _parley_master_v1_AgentLinkRequestItem, AgentLinkRequestItem__Output as _parley_master_v1_AgentLinkRequestItem__Output } from '../../../parley/master/v1/AgentLinkRequestItem';
import type { Long } from '@grpc/proto-loader';

/**
 * What an agent tells.
 */
export interface AgentLinkRequest {
  /**
   * The highest term the agent obeys.
   */
  'epoch'?: (_parley_types_v1_Epoch | null);
  /**
   * The agent's number for this link, growing from link to link; the same in every message of the stream.
   */
  'linkNumber'?: (number | string | Long);
  /**
   * 1, 2, 3 … within the link.
   */
  'sequence'?: (number | string | Long);
  /**
   * What is told, in order.
   */
  'items'?: (_parley_master_v1_AgentLinkRequestItem)[];
}

/**
 * What an agent tells.
 */
export interface AgentLinkRequest__Output {
  /**
   * The highest term the agent obeys.
   */
  'epoch': (_parley_types_v1_Epoch__Output | null);
  /**
   * The agent's number for this link, growing from link to link; the same in every message of the stream.
   */
  'linkNumber': (string);
  /**
   * 1, 2, 3 … within the link.
   */
  'sequence': (string);
  /**
   * What is told, in order.
   */
  'items': (_parley_master_v1_AgentLinkRequestItem__Output)[];
}
