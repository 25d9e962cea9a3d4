// Original file: parley/operator/v1/operator_files.proto


/**
 * Asks what is in a folder of a task's sandbox.
 */
export interface ListFilesRequest {
  /**
   * The framework of the task. Empty is refused.
   */
  'frameworkId'?: (string);
  /**
   * The task. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * The folder, below the sandbox. Empty: the sandbox itself. Paths that lead out of the sandbox are refused.
   */
  'path'?: (string);
}

/**
 * Asks what is in a folder of a task's sandbox.
 */
export interface ListFilesRequest__Output {
  /**
   * The framework of the task. Empty is refused.
   */
  'frameworkId': (string);
  /**
   * The task. Empty is refused.
   */
  'taskId': (string);
  /**
   * The folder, below the sandbox. Empty: the sandbox itself. Paths that lead out of the sandbox are refused.
   */
  'path': (string);
}
