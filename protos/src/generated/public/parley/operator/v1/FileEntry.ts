// Original file: parley/operator/v1/operator_files.proto

import type { Long } from '@grpc/proto-loader';

/**
 * One entry of a folder.
 */
export interface FileEntry {
  /**
   * Path below the sandbox, without leading slash. Never empty.
   */
  'path'?: (string);
  /**
   * Size in bytes; 0 for folders.
   */
  'sizeBytes'?: (number | string | Long);
  /**
   * True for folders.
   */
  'directory'?: (boolean);
  /**
   * When it was last changed, in milliseconds since 1970 by the agent's clock.
   */
  'modifiedAtMs'?: (number | string | Long);
}

/**
 * One entry of a folder.
 */
export interface FileEntry__Output {
  /**
   * Path below the sandbox, without leading slash. Never empty.
   */
  'path': (string);
  /**
   * Size in bytes; 0 for folders.
   */
  'sizeBytes': (string);
  /**
   * True for folders.
   */
  'directory': (boolean);
  /**
   * When it was last changed, in milliseconds since 1970 by the agent's clock.
   */
  'modifiedAtMs': (string);
}
