// Original file: parley/operator/v1/operator_files.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for a part of a file in a task's sandbox.
 */
export interface ReadFileRequest {
  /**
   * The framework of the task. Empty is refused.
   */
  'frameworkId'?: (string);
  /**
   * The task. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * The file, below the sandbox, such as `stdout`. Paths that lead out of the sandbox are refused.
   */
  'path'?: (string);
  /**
   * Where to begin, in bytes from the start of the file. 0: at the start.
   */
  'offset'?: (number | string | Long);
  /**
   * At most this many bytes are wanted. 0: as many as there are. Never more than 64 KiB are given.
   */
  'lengthMax'?: (number | string | Long);
}

/**
 * Asks for a part of a file in a task's sandbox.
 */
export interface ReadFileRequest__Output {
  /**
   * The framework of the task. Empty is refused.
   */
  'frameworkId': (string);
  /**
   * The task. Empty is refused.
   */
  'taskId': (string);
  /**
   * The file, below the sandbox, such as `stdout`. Paths that lead out of the sandbox are refused.
   */
  'path': (string);
  /**
   * Where to begin, in bytes from the start of the file. 0: at the start.
   */
  'offset': (string);
  /**
   * At most this many bytes are wanted. 0: as many as there are. Never more than 64 KiB are given.
   */
  'lengthMax': (string);
}
