// Original file: parley/operator/v1/operator_agents.proto

import type { MaintenanceAnswerState as _parley_operator_v1_MaintenanceAnswerState, MaintenanceAnswerState__Output as _parley_operator_v1_MaintenanceAnswerState__Output } from '../../../parley/operator/v1/MaintenanceAnswerState';

/**
 * What a framework says to leaving an agent.
 */
export interface MaintenanceAnswer {
  /**
   * The agent. Never empty.
   */
  'agentId'?: (string);
  /**
   * The framework. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Its answer.
   */
  'state'?: (_parley_operator_v1_MaintenanceAnswerState);
}

/**
 * What a framework says to leaving an agent.
 */
export interface MaintenanceAnswer__Output {
  /**
   * The agent. Never empty.
   */
  'agentId': (string);
  /**
   * The framework. Never empty.
   */
  'frameworkId': (string);
  /**
   * Its answer.
   */
  'state': (_parley_operator_v1_MaintenanceAnswerState__Output);
}
