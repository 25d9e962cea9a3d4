// Original file: parley/master/v1/gateway_link.proto

import type { GetStateRequest as _parley_operator_v1_GetStateRequest, GetStateRequest__Output as _parley_operator_v1_GetStateRequest__Output } from '../../../parley/operator/v1/GetStateRequest';
import type { WatchRequest as _parley_operator_v1_WatchRequest, WatchRequest__Output as _parley_operator_v1_WatchRequest__Output } from '../../../parley/operator/v1/WatchRequest';
import type { KillRequest as _parley_operator_v1_KillRequest, KillRequest__Output as _parley_operator_v1_KillRequest__Output } from '../../../parley/operator/v1/KillRequest';
import type { TeardownRequest as _parley_operator_v1_TeardownRequest, TeardownRequest__Output as _parley_operator_v1_TeardownRequest__Output } from '../../../parley/operator/v1/TeardownRequest';
import type { ListFilesRequest as _parley_operator_v1_ListFilesRequest, ListFilesRequest__Output as _parley_operator_v1_ListFilesRequest__Output } from '../../../parley/operator/v1/ListFilesRequest';
import type { ReadFileRequest as _parley_operator_v1_ReadFileRequest, ReadFileRequest__Output as _parley_operator_v1_ReadFileRequest__Output } from '../../../parley/operator/v1/ReadFileRequest';
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
   * The question. Exactly one member is set.
   */
  'query'?: "getState"|"watch"|"kill"|"teardown"|"listFiles"|"readFile";
}

/**
 * A question of an operator.
 */
export interface OperatorQuery__Output {
  /**
   * To be repeated in the answers; never used again on a link.
   */
  'requestId'?: (number);
  /**
   * Everything, once.
   */
  'getState'?: (_parley_operator_v1_GetStateRequest__Output);
  /**
   * Everything, and all changes.
   */
  'watch'?: (_parley_operator_v1_WatchRequest__Output);
  /**
   * End a task.
   */
  'kill'?: (_parley_operator_v1_KillRequest__Output);
  /**
   * End a framework.
   */
  'teardown'?: (_parley_operator_v1_TeardownRequest__Output);
  /**
   * What is in a folder?
   */
  'listFiles'?: (_parley_operator_v1_ListFilesRequest__Output);
  /**
   * What is in a file?
   */
  'readFile'?: (_parley_operator_v1_ReadFileRequest__Output);
  /**
   * The question. Exactly one member is set.
   */
  'query'?: "getState"|"watch"|"kill"|"teardown"|"listFiles"|"readFile";
}
