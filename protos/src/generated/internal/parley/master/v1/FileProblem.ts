// Original file: parley/master/v1/agent_link.proto

import type { FileProblemKind as _parley_master_v1_FileProblemKind, FileProblemKind__Output as _parley_master_v1_FileProblemKind__Output } from '../../../parley/master/v1/FileProblemKind';

/**
 * Why files cannot be shown.
 */
export interface FileProblem {
  /**
   * Stable kind.
   */
  'kind'?: (_parley_master_v1_FileProblemKind);
  /**
   * For people.
   */
  'message'?: (string);
}

/**
 * Why files cannot be shown.
 */
export interface FileProblem__Output {
  /**
   * Stable kind.
   */
  'kind'?: (_parley_master_v1_FileProblemKind__Output);
  /**
   * For people.
   */
  'message'?: (string);
}
