// Original file: parley/types/v1/task.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { CommandInfo as _parley_types_v1_CommandInfo, CommandInfo__Output as _parley_types_v1_CommandInfo__Output } from '../../../parley/types/v1/CommandInfo';
import type { Label as _parley_types_v1_Label, Label__Output as _parley_types_v1_Label__Output } from '../../../parley/types/v1/Label';
import type { KillPolicy as _parley_types_v1_KillPolicy, KillPolicy__Output as _parley_types_v1_KillPolicy__Output } from '../../../parley/types/v1/KillPolicy';

/**
 * What a framework wants to be run.
 */
export interface TaskInfo {
  /**
   * Chosen by the framework; 1 to 255 bytes without `/`, `\` and control characters, and not `.` or `..`. Do not use an id again:
   * a fresh one for each attempt keeps the reports of different attempts apart.
   */
  'taskId'?: (string);
  /**
   * For people. Empty is allowed.
   */
  'name'?: (string);
  /**
   * The agent to run it on: the agent of the offers it is launched from. Empty is refused.
   */
  'agentId'?: (string);
  /**
   * What the task needs, out of what the offers hold. Empty is refused.
   */
  'resources'?: (_parley_types_v1_Resource)[];
  /**
   * What to run. Absent is refused.
   */
  'command'?: (_parley_types_v1_CommandInfo | null);
  /**
   * Passed to the task's executor as it is; at most 16 KiB. Empty when there is nothing to pass.
   */
  'data'?: (Buffer | Uint8Array | string);
  /**
   * For people and tools. Empty when there are none.
   */
  'labels'?: (_parley_types_v1_Label)[];
  /**
   * How to end the task when it is killed. Absent: the agent's own way.
   */
  'killPolicy'?: (_parley_types_v1_KillPolicy | null);
}

/**
 * What a framework wants to be run.
 */
export interface TaskInfo__Output {
  /**
   * Chosen by the framework; 1 to 255 bytes without `/`, `\` and control characters, and not `.` or `..`. Do not use an id again:
   * a fresh one for each attempt keeps the reports of different attempts apart.
   */
  'taskId': (string);
  /**
   * For people. Empty is allowed.
   */
  'name': (string);
  /**
   * The agent to run it on: the agent of the offers it is launched from. Empty is refused.
   */
  'agentId': (string);
  /**
   * What the task needs, out of what the offers hold. Empty is refused.
   */
  'resources': (_parley_types_v1_Resource__Output)[];
  /**
   * What to run. Absent is refused.
   */
  'command': (_parley_types_v1_CommandInfo__Output | null);
  /**
   * Passed to the task's executor as it is; at most 16 KiB. Empty when there is nothing to pass.
   */
  'data': (Buffer);
  /**
   * For people and tools. Empty when there are none.
   */
  'labels': (_parley_types_v1_Label__Output)[];
  /**
   * How to end the task when it is killed. Absent: the agent's own way.
   */
  'killPolicy': (_parley_types_v1_KillPolicy__Output | null);
}
