// Original file: parley/operator/v1/operator_files.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A part of a file.
 */
export interface ReadFileResponse {
  /**
   * The bytes from `offset` on. Empty at or past the end of the file.
   */
  'data'?: (Buffer | Uint8Array | string);
  /**
   * Size of the file in bytes at the time of reading; it may still grow.
   */
  'sizeBytes'?: (number | string | Long);
}

/**
 * A part of a file.
 */
export interface ReadFileResponse__Output {
  /**
   * The bytes from `offset` on. Empty at or past the end of the file.
   */
  'data': (Buffer);
  /**
   * Size of the file in bytes at the time of reading; it may still grow.
   */
  'sizeBytes': (string);
}
