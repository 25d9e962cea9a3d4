// Original file: parley/master/v1/agent_link.proto

import type { ListFilesRequest as _parley_operator_v1_ListFilesRequest, ListFilesRequest__Output as _parley_operator_v1_ListFilesRequest__Output } from '../../../parley/operator/v1/ListFilesRequest';
import type { ReadFileRequest as _parley_operator_v1_ReadFileRequest, ReadFileRequest__Output as _parley_operator_v1_ReadFileRequest__Output } from '../../../parley/operator/v1/ReadFileRequest';
import type { Long } from '@grpc/proto-loader';

/**
 * A question about files.
 */
export interface FileQuery {
  /**
   * To be repeated in the answer.
   */
  'requestId'?: (number | string | Long);
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
  'query'?: "listFiles"|"readFile";
}

/**
 * A question about files.
 */
export interface FileQuery__Output {
  /**
   * To be repeated in the answer.
   */
  'requestId': (string);
  /**
   * What is in a folder?
   */
  'listFiles'?: (_parley_operator_v1_ListFilesRequest__Output | null);
  /**
   * What is in a file?
   */
  'readFile'?: (_parley_operator_v1_ReadFileRequest__Output | null);
  /**
   * The question. Exactly one member is set.
   */
  'query'?: "listFiles"|"readFile";
}
