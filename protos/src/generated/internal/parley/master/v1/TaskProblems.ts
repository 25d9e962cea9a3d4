// Original file: parley/master/v1/gateway_link.proto

import type { Problem as _parley_types_v1_Problem, Problem__Output as _parley_types_v1_Problem__Output } from '../../../parley/types/v1/Problem';
import type { Long } from '@grpc/proto-loader';

/**
 * What is wrong with the description of one task.
 */
export interface TaskProblems {
  /**
   * Which operation of the call, from 0.
   */
  'operation'?: (number | string | Long);
  /**
   * Which task of the operation, from 0.
   */
  'task'?: (number | string | Long);
  /**
   * All faults. Never empty.
   */
  'problems'?: (_parley_types_v1_Problem)[];
}

/**
 * What is wrong with the description of one task.
 */
export interface TaskProblems__Output {
  /**
   * Which operation of the call, from 0.
   */
  'operation'?: (number);
  /**
   * Which task of the operation, from 0.
   */
  'task'?: (number);
  /**
   * All faults. Never empty.
   */
  'problems'?: (_parley_types_v1_Problem__Output)[];
}
