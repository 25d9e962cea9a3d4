// Original file: parley/operator/v1/operator_state.proto

/**
 * Where a framework is in its life.
 */
export const FrameworkState = {
  /**
   * Not said; never sent.
   */
  FRAMEWORK_STATE_UNSPECIFIED: 0,
  /**
   * Its registration is being stored.
   */
  FRAMEWORK_STATE_REGISTERING: 1,
  /**
   * Its scheduler is connected.
   */
  FRAMEWORK_STATE_CONNECTED: 2,
  /**
   * Its scheduler is away; its tasks run on.
   */
  FRAMEWORK_STATE_DISCONNECTED: 3,
  /**
   * Known from the registry, not heard of since the last change of leader.
   */
  FRAMEWORK_STATE_RECOVERED: 4,
  /**
   * Ended for good.
   */
  FRAMEWORK_STATE_COMPLETED: 5,
} as const;

/**
 * Where a framework is in its life.
 */
export type FrameworkState =
  /**
   * Not said; never sent.
   */
  | 'FRAMEWORK_STATE_UNSPECIFIED'
  | 0
  /**
   * Its registration is being stored.
   */
  | 'FRAMEWORK_STATE_REGISTERING'
  | 1
  /**
   * Its scheduler is connected.
   */
  | 'FRAMEWORK_STATE_CONNECTED'
  | 2
  /**
   * Its scheduler is away; its tasks run on.
   */
  | 'FRAMEWORK_STATE_DISCONNECTED'
  | 3
  /**
   * Known from the registry, not heard of since the last change of leader.
   */
  | 'FRAMEWORK_STATE_RECOVERED'
  | 4
  /**
   * Ended for good.
   */
  | 'FRAMEWORK_STATE_COMPLETED'
  | 5

/**
 * Where a framework is in its life.
 */
export type FrameworkState__Output = typeof FrameworkState[keyof typeof FrameworkState]
