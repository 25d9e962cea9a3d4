// Original file: parley/master/v1/agent_link.proto

/**
 * Kinds of problems with files.
 */
export const FileProblemKind = {
  /**
   * Not said; never sent.
   */
  FILE_PROBLEM_KIND_UNSPECIFIED: 0,
  /**
   * No such task, folder or file.
   */
  FILE_PROBLEM_KIND_NOT_FOUND: 1,
  /**
   * A folder where a file is wanted, or the other way round.
   */
  FILE_PROBLEM_KIND_NOT_A_FILE: 2,
  /**
   * The path leads out of the sandbox.
   */
  FILE_PROBLEM_KIND_OUTSIDE_SANDBOX: 3,
  /**
   * The agent that has the files cannot be reached.
   */
  FILE_PROBLEM_KIND_AGENT_AWAY: 4,
  /**
   * The agent cannot read it.
   */
  FILE_PROBLEM_KIND_UNREADABLE: 5,
} as const;

/**
 * Kinds of problems with files.
 */
export type FileProblemKind =
  /**
   * Not said; never sent.
   */
  | 'FILE_PROBLEM_KIND_UNSPECIFIED'
  | 0
  /**
   * No such task, folder or file.
   */
  | 'FILE_PROBLEM_KIND_NOT_FOUND'
  | 1
  /**
   * A folder where a file is wanted, or the other way round.
   */
  | 'FILE_PROBLEM_KIND_NOT_A_FILE'
  | 2
  /**
   * The path leads out of the sandbox.
   */
  | 'FILE_PROBLEM_KIND_OUTSIDE_SANDBOX'
  | 3
  /**
   * The agent that has the files cannot be reached.
   */
  | 'FILE_PROBLEM_KIND_AGENT_AWAY'
  | 4
  /**
   * The agent cannot read it.
   */
  | 'FILE_PROBLEM_KIND_UNREADABLE'
  | 5

/**
 * Kinds of problems with files.
 */
export type FileProblemKind__Output = typeof FileProblemKind[keyof typeof FileProblemKind]
