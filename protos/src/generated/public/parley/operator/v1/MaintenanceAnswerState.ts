// Original file: parley/operator/v1/operator_agents.proto

/**
 * What a framework has answered.
 */
export const MaintenanceAnswerState = {
  /**
   * Not said; never sent.
   */
  MAINTENANCE_ANSWER_STATE_UNSPECIFIED: 'MAINTENANCE_ANSWER_STATE_UNSPECIFIED',
  /**
   * Nothing yet: it was asked.
   */
  MAINTENANCE_ANSWER_STATE_ASKED: 'MAINTENANCE_ANSWER_STATE_ASKED',
  /**
   * It means to leave in time.
   */
  MAINTENANCE_ANSWER_STATE_ACCEPTED: 'MAINTENANCE_ANSWER_STATE_ACCEPTED',
  /**
   * It does not mean to leave in time.
   */
  MAINTENANCE_ANSWER_STATE_DECLINED: 'MAINTENANCE_ANSWER_STATE_DECLINED',
} as const;

/**
 * What a framework has answered.
 */
export type MaintenanceAnswerState =
  /**
   * Not said; never sent.
   */
  | 'MAINTENANCE_ANSWER_STATE_UNSPECIFIED'
  | 0
  /**
   * Nothing yet: it was asked.
   */
  | 'MAINTENANCE_ANSWER_STATE_ASKED'
  | 1
  /**
   * It means to leave in time.
   */
  | 'MAINTENANCE_ANSWER_STATE_ACCEPTED'
  | 2
  /**
   * It does not mean to leave in time.
   */
  | 'MAINTENANCE_ANSWER_STATE_DECLINED'
  | 3

/**
 * What a framework has answered.
 */
export type MaintenanceAnswerState__Output = typeof MaintenanceAnswerState[keyof typeof MaintenanceAnswerState]
