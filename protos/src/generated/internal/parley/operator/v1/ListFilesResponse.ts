// Original file: parley/operator/v1/operator_files.proto

import type { FileEntry as _parley_operator_v1_FileEntry, FileEntry__Output as _parley_operator_v1_FileEntry__Output } from '../../../parley/operator/v1/FileEntry';

/**
 * What is in the folder.
 */
export interface ListFilesResponse {
  /**
   * In order of their names; at most 1,000.
   */
  'entries'?: (_parley_operator_v1_FileEntry)[];
  /**
   * True when there are more than were listed.
   */
  'truncated'?: (boolean);
}

/**
 * What is in the folder.
 */
export interface ListFilesResponse__Output {
  /**
   * In order of their names; at most 1,000.
   */
  'entries'?: (_parley_operator_v1_FileEntry__Output)[];
  /**
   * True when there are more than were listed.
   */
  'truncated'?: (boolean);
}
