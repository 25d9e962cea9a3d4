// Original file: parley/types/v1/framework.proto

/**
 * Special things that only frameworks which can deal with them are offered.
 */
export const FrameworkCapability = {
  /**
   * Not said; refused.
   */
  FRAMEWORK_CAPABILITY_UNSPECIFIED: 'FRAMEWORK_CAPABILITY_UNSPECIFIED',
  /**
   * Resources whose tasks may be stopped at any time to give the resources back.
   */
  FRAMEWORK_CAPABILITY_REVOCABLE_RESOURCES: 'FRAMEWORK_CAPABILITY_REVOCABLE_RESOURCES',
  /**
   * Resources that others use at the same time, such as shared volumes.
   */
  FRAMEWORK_CAPABILITY_SHARED_RESOURCES: 'FRAMEWORK_CAPABILITY_SHARED_RESOURCES',
  /**
   * Agents that have GPUs, which are kept for those that can use them.
   */
  FRAMEWORK_CAPABILITY_GPU_RESOURCES: 'FRAMEWORK_CAPABILITY_GPU_RESOURCES',
  /**
   * Agents in other regions than the master's.
   */
  FRAMEWORK_CAPABILITY_REGION_AWARE: 'FRAMEWORK_CAPABILITY_REGION_AWARE',
} as const;

/**
 * Special things that only frameworks which can deal with them are offered.
 */
export type FrameworkCapability =
  /**
   * Not said; refused.
   */
  | 'FRAMEWORK_CAPABILITY_UNSPECIFIED'
  | 0
  /**
   * Resources whose tasks may be stopped at any time to give the resources back.
   */
  | 'FRAMEWORK_CAPABILITY_REVOCABLE_RESOURCES'
  | 1
  /**
   * Resources that others use at the same time, such as shared volumes.
   */
  | 'FRAMEWORK_CAPABILITY_SHARED_RESOURCES'
  | 2
  /**
   * Agents that have GPUs, which are kept for those that can use them.
   */
  | 'FRAMEWORK_CAPABILITY_GPU_RESOURCES'
  | 3
  /**
   * Agents in other regions than the master's.
   */
  | 'FRAMEWORK_CAPABILITY_REGION_AWARE'
  | 4

/**
 * Special things that only frameworks which can deal with them are offered.
 */
export type FrameworkCapability__Output = typeof FrameworkCapability[keyof typeof FrameworkCapability]
