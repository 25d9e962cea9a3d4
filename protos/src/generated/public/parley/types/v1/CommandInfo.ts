// Original file: parley/types/v1/task.proto

import type { EnvironmentVariable as _parley_types_v1_EnvironmentVariable, EnvironmentVariable__Output as _parley_types_v1_EnvironmentVariable__Output } from '../../../parley/types/v1/EnvironmentVariable';

/**
 * What a task runs.
 */
export interface CommandInfo {
  /**
   * True: `value` is a line for `/bin/sh -c`, and `arguments` are refused. False: `value` is a program.
   */
  'shell'?: (boolean);
  /**
   * The shell line, or the path of the program. Empty is refused.
   */
  'value'?: (string);
  /**
   * What the program gets as its argument vector, the first being the name it is told it has. Empty: only `value` itself.
   */
  'arguments'?: (string)[];
  /**
   * Variables of the environment, in addition to those the agent sets. Of a repeated name the last one counts.
   */
  'environment'?: (_parley_types_v1_EnvironmentVariable)[];
}

/**
 * What a task runs.
 */
export interface CommandInfo__Output {
  /**
   * True: `value` is a line for `/bin/sh -c`, and `arguments` are refused. False: `value` is a program.
   */
  'shell': (boolean);
  /**
   * The shell line, or the path of the program. Empty is refused.
   */
  'value': (string);
  /**
   * What the program gets as its argument vector, the first being the name it is told it has. Empty: only `value` itself.
   */
  'arguments': (string)[];
  /**
   * Variables of the environment, in addition to those the agent sets. Of a repeated name the last one counts.
   */
  'environment': (_parley_types_v1_EnvironmentVariable__Output)[];
}
