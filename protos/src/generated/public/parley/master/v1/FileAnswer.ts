// Original file: parley/master/v1/agent_link.proto

import type { ListFilesResponse as _parley_operator_v1_ListFilesResponse, ListFilesResponse__Output as _parley_operator_v1_ListFilesResponse__Output } from '../../../parley/operator/v1/ListFilesResponse';
import type { ReadFileResponse as _parley_operator_v1_ReadFileResponse, ReadFileResponse__Output as _parley_operator_v1_ReadFileResponse__Output } from '../../../parley/operator/v1/ReadFileResponse';
import type { FileProblem as _parley_master_v1_FileProblem, FileProblem__Output as _parley_master_v1_FileProblem__Output } from '../../../parley/master/v1/FileProblem';
import type { Long } from '@grpc/proto-loader';

/**
 * The answer to a question about files.
 */
export interface FileAnswer {
  /**
   * As in the question.
   */
  'requestId'?: (number | string | Long);
  /**
   * What is in a folder.
   */
  'files'?: (_parley_operator_v1_ListFilesResponse | null);
  /**
   * What is in a file.
   */
  'data'?: (_parley_operator_v1_ReadFileResponse | null);
  /**
   * Why nothing can be shown.
   */
  'fileProblem'?: (_parley_master_v1_FileProblem | null);
  /**
   * The answer. Exactly one member is set.
   */
  'answer'?: "files"|"data"|"fileProblem";
}

/**
 * The answer to a question about files.
 */
export interface FileAnswer__Output {
  /**
   * As in the question.
   */
  'requestId': (string);
  /**
   * What is in a folder.
   */
  'files'?: (_parley_operator_v1_ListFilesResponse__Output | null);
  /**
   * What is in a file.
   */
  'data'?: (_parley_operator_v1_ReadFileResponse__Output | null);
  /**
   * Why nothing can be shown.
   */
  'fileProblem'?: (_parley_master_v1_FileProblem__Output | null);
  /**
   * The answer. Exactly one member is set.
   */
  'answer'?: "files"|"data"|"fileProblem";
}
